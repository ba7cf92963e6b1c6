import type { ExploreWords } from '../../i18n/exploreWords.ts';
import type { Language } from '../../model/language.ts';
import type { Row } from '../../model/row.ts';
import type { startEngine } from './engineClient.ts';
import { conditionsOf, type ExploreView } from './exploreView.ts';
import { CURRENCY, type ExplorerField, type ExplorerTable } from './explorerSettings.ts';
import type { Grouped } from './groupedView.ts';

type Engine = ReturnType<typeof startEngine>;

/** The groups of a view. Amounts of money are kept apart by currency. */
async function groupsOfView(
  engine: Pick<Engine, 'group'>,
  view: ExploreView,
  table: ExplorerTable,
): Promise<Grouped> {
  const field = (name: string): ExplorerField => table.fields.find((one) => one.name === name)!;
  const measure = view.measure === '' ? undefined : field(view.measure);
  const rows = await engine.group({
    conditions: conditionsOf(view, table),
    by: view.by,
    ...(measure && { measure: measure.name, ...((measure.money || measure.from) && { currency: CURRENCY }) }),
  });
  const by = view.by.map(field);
  const [first] = by;
  const chronological = first!.type === 'partial-date' || first!.type === 'year' || first!.name === 'period';
  return { rows, by, ...(measure && { measure }), chronological };
}

/** The groups of a view as they are shown; the code that shows them is loaded with them. */
export async function groupsShown(
  engine: Pick<Engine, 'group'>,
  view: ExploreView,
  table: ExplorerTable,
  words: ExploreWords,
  language: Language,
): Promise<HTMLElement> {
  const [result, { groupedView }] = await Promise.all([
    groupsOfView(engine, view, table),
    import('./groupedView.ts'),
  ]);
  return groupedView(result, words, language, `${table.name}-by-${view.by.join('-')}.csv`);
}

/** One row with all columns; `undefined` where the table has none with this key. */
export async function rowOfView(
  engine: Pick<Engine, 'rows'>,
  { key, fields }: ExplorerTable,
  id: string,
): Promise<Row | undefined> {
  if (key === undefined) return undefined;
  const conditions = [{ kind: 'is' as const, column: key, values: [id] }];
  const columns = fields.map(({ name }) => name);
  return (await engine.rows({ conditions, sort: '' }, columns, 0, 1)).rows[0];
}
