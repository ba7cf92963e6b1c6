import type { ExploreWords } from '../../i18n/exploreWords.ts';
import type { Language } from '../../model/language.ts';
import { announceCopied } from '../page/announce.ts';
import type { RowsQuery } from './engine/explorerQuery.ts';
import type { startEngine } from './engineClient.ts';
import type { ExploreView } from './exploreView.ts';
import { grouped } from './explorerCell.ts';
import type { ExplorerField, ExplorerSettings, ExplorerTable } from './explorerSettings.ts';
import { button, element, save } from './pageElements.ts';

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
  return [file('csv', words.saveCsv), file('parquet', words.saveParquet), note, citation(host)];
}

/** The citation of the view, made when it is opened: in the styles that are texts. */
function citation({ words, language, dataset, current }: OffersHost): HTMLDetailsElement {
  const list = element('dl', { class: 'cite-view' });
  const root = element(
    'details',
    {},
    element('summary', {}, words.cite),
    element('p', { class: 'soft small' }, words.citeAll),
    list,
  );
  root.addEventListener('toggle', async () => {
    if (!root.open) return;
    const { CITATION_STYLES } = await import('../../cite/styles.ts');
    const { table, address } = current();
    const accessed = new Date().toISOString().slice(0, 10);
    const item = {
      key: `bps-${dataset.id}-${dataset.version}-view`,
      kind: 'dataset' as const,
      title: `${dataset.title}${table.title === dataset.title ? '' : ` (${table.title})`}`,
      language,
      date: dataset.date,
      accessed,
      version: dataset.version,
      url: `${document.documentElement.dataset['address']}${address.size > 0 ? `?${address}` : ''}`,
    };
    list.replaceChildren(
      ...CITATION_STYLES.filter(({ extension }) => !extension).flatMap((style) => {
        const text = style.write(item);
        const copy = button(
          words.copy,
          () => void navigator.clipboard.writeText(text).then(() => announceCopied(copy)),
          {
            'data-copied': words.copied,
            'aria-label': `${words.copy} ${style.name}`,
          },
        );
        return [element('dt', {}, style.name, ' ', copy), element('dd', {}, text)];
      }),
    );
  });
  return root;
}
