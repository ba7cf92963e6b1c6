import type { Cell, Row } from '../../../model/row.ts';
import { inTurn, type ColumnStore } from './columnStore.ts';
import type { PartFile } from './partFile.ts';

/** Rows of one row group that are wanted. */
interface Wanted {
  part: PartFile;
  /** The first row of the group within its file and within the table. */
  start: number;
  first: number;
  /** Rows within the group, and their places in the answer. */
  rows: { row: number; place: number }[];
}

/** Whole rows by their numbers within the table. Only the files, columns and pages that have them are read; columns in memory are not read again. */
export async function tableRows(
  store: ColumnStore,
  positions: readonly number[],
  columns: readonly string[],
): Promise<Row[]> {
  const answer: Row[] = positions.map(() => ({}));
  await inTurn(await locate(store, positions), async ({ part, start, first, rows }) => {
    const [least, most] = [Math.min(...rows.map(({ row }) => row)), Math.max(...rows.map(({ row }) => row))];
    await Promise.all(
      columns.map(async (column) => {
        const chunk = store.columns.get(column)?.from
          ? await store.chunkFrom(column, first)
          : store.loadedFrom(column, first);
        if (chunk) {
          const { values } = store.dictionary(column);
          const isNumber = store.isNumber(column);
          for (const { row, place } of rows)
            answer[place]![column] = isNumber ? numberCell(chunk[row]!) : values[chunk[row]!] || null;
          return;
        }
        const cells = await part.read(column, start + least, start + most + 1);
        for (const { row, place } of rows) answer[place]![column] = plainCell(cells[row - least]);
      }),
    );
  });
  // Columns arrive in any order; rows have that asked for.
  return answer.map((row) => Object.fromEntries(columns.map((column) => [column, row[column] ?? null])));
}

const numberCell = (number: number): Cell => (Number.isNaN(number) ? null : number);

const plainCell = (cell: unknown): Cell =>
  typeof cell === 'bigint' ? Number(cell) : ((cell ?? null) as Cell);

/** The row groups that have the rows; files that have none are not opened. */
async function locate(store: ColumnStore, positions: readonly number[]): Promise<Wanted[]> {
  const wanted = new Map<number, Wanted>();
  const partsFrom: number[] = [];
  let from = 0;
  for (const { rows } of store.parts) {
    partsFrom.push(from);
    from += rows;
  }
  for (const [place, position] of positions.entries()) {
    const at = partsFrom.findLastIndex((first) => first <= position);
    const part = store.parts[at];
    if (!part || position >= from) throw new Error(`the table has ${from} rows, and no row ${position}`);
    let [start, first] = [0, partsFrom[at]!];
    for (const rows of await part.groupSizes()) {
      if (position < first + rows) {
        const group = wanted.get(first) ?? { part, start, first, rows: [] };
        wanted.set(first, group);
        group.rows.push({ row: position - first, place });
        break;
      }
      start += rows;
      first += rows;
    }
  }
  return [...wanted.values()];
}
