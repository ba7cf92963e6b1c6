import { viewFromAddress, viewToAddress, type ExploreView } from './exploreView.ts';
import type { ExplorerSettings, ExplorerTable } from './explorerSettings.ts';

type Addressed = Pick<ExplorerSettings, 'prefix' | 'tables'>;

/** The view that the parameters of a page ask of one of its explorers. */
export function viewOfPage(search: string, { prefix, tables }: Addressed): ExploreView {
  const own = [...new URLSearchParams(search)].filter(([name]) => name.startsWith(prefix));
  return viewFromAddress(
    new URLSearchParams(own.map(([name, value]) => [name.slice(prefix.length), value])),
    tables,
  );
}

/** The parameters of a page with the view of one of its explorers; those of its other explorers stay. */
export function pageWithView(
  search: string,
  view: ExploreView,
  { prefix, tables }: Addressed,
): URLSearchParams {
  const others = [...new URLSearchParams(search)].filter(([name]) => !name.startsWith(prefix));
  const own = [...viewToAddress(view, tables)].map(([name, value]): [string, string] => [
    prefix + name,
    value,
  ]);
  return new URLSearchParams([...others, ...own]);
}

/** The address of a row: its page, else the row alone in the explorer of its dataset. */
export function rowAddress(
  id: string,
  { name, rowPages }: Pick<ExplorerTable, 'name' | 'rowPages'>,
  { page }: Pick<ExplorerSettings, 'page'>,
): string {
  if (rowPages !== undefined) return `${rowPages}${id}/`;
  return `${page ?? ''}?${new URLSearchParams({ table: name, row: id })}`;
}
