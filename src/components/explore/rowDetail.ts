import { cellLang } from '../../i18n/foreign.ts';
import type { ExploreWords } from '../../i18n/exploreWords.ts';
import type { Language } from '../../model/language.ts';
import type { Row } from '../../model/row.ts';
import type { ExplorerSettings, ExplorerTable } from './explorerSettings.ts';
import { button, element } from './pageElements.ts';
import { cellContent } from './rowsTable.ts';
import { copyButton, fullAddress, viewCitation } from './viewCitation.ts';

/** What a row that is shown alone needs of the page. */
export interface DetailHost {
  words: ExploreWords;
  language: Language;
  dataset: ExplorerSettings['dataset'];
  sources: string;
  /** The parameters of its address. */
  address: URLSearchParams;
  back(): void;
}

/** One row whole: every column with its name, where it was read, its address and its citation. */
export function rowDetail(table: ExplorerTable, row: Row, host: DetailHost): HTMLElement {
  const { words, language } = host;
  const id = String(row[table.key ?? ''] ?? '');
  const lines = table.fields.map((field) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, field.title, element('code', {}, field.name)),
      element(
        'td',
        {
          class: row[field.name] === null ? 'missing' : undefined,
          lang: cellLang(field.name, row, language),
        },
        cellContent(field, row, host),
        ...(field.labels?.[String(row[field.name])]
          ? [' ', element('code', {}, String(row[field.name]))]
          : []),
      ),
    ),
  );
  const [file, line] = [row['file'], row['row_in_file']];
  const origin = file && line ? [element('p', {}, words.rawLine(String(file), String(line)))] : [];
  return element(
    'section',
    { class: 'one-row', 'aria-label': words.oneRow(id) },
    element('h2', { tabindex: -1 }, words.oneRow(id)),
    element(
      'p',
      { class: 'row-actions' },
      button(words.backToRows, host.back),
      copyButton(() => fullAddress(host.address), words.copyRow, words),
    ),
    ...origin,
    element('table', {}, element('tbody', {}, ...lines)),
    viewCitation(
      words.citeRow,
      () => ({ key: id, titles: [table.title, words.oneRow(id)], address: host.address }),
      host,
    ),
  );
}
