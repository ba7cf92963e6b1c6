import type { ExploreWords } from '../../i18n/exploreWords.ts';
import type { Language } from '../../model/language.ts';
import type { RowsQuery } from './engine/explorerQuery.ts';
import type { startEngine } from './engineClient.ts';
import type { ExploreView } from './exploreView.ts';
import { grouped } from './explorerCell.ts';
import type { ExplorerField, ExplorerSettings, ExplorerTable } from './explorerSettings.ts';
import { button, element, save } from './pageElements.ts';
import { viewCitation, type Cited } from './viewCitation.ts';

/** Rows that a file of a view has at most: more would fill the memory of a phone, and the files of the whole table exist. */
const MOST = 500_000;

/** What the offers need of the page. */
export interface OffersHost {
  words: ExploreWords;
  language: Language;
  dataset: ExplorerSettings['dataset'];
  engine: Pick<ReturnType<typeof startEngine>, 'csv' | 'parquet'>;
  current(): {
    table: ExplorerTable;
    view: ExploreView;
    query: RowsQuery;
    found: number;
    fields: ExplorerField[];
    address: URLSearchParams;
  };
  failed(error: unknown): void;
}

/** What can be done with a view: files of its rows, and a citation. */
export function viewOffers(host: OffersHost): HTMLElement[] {
  const { words } = host;
  const note = element('p', { role: 'status' });
  const file = (format: 'csv' | 'parquet', label: string): HTMLButtonElement => {
    const made = button(
      label,
      () => {
        const { table, query, found, fields } = host.current();
        note.textContent = found > MOST ? words.tooMany(grouped(MOST)) : '';
        if (found > MOST) return;
        made.disabled = true;
        host.engine[format](
          query,
          fields.map(({ name, type }) => ({ name, type })),
        )
          .then((blob) => save(blob, `${table.name}-view.${format}`), host.failed)
          .finally(() => (made.disabled = false));
      },
      { 'data-save': format },
    );
    return made;
  };
  const cited = (): Cited => {
    const { table, address } = host.current();
    return { key: 'view', titles: [table.title], address };
  };
  return [
    file('csv', words.saveCsv),
    file('parquet', words.saveParquet),
    note,
    viewCitation(words.cite, cited, host),
  ];
}
