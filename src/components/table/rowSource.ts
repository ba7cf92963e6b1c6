import type { Cell, Row } from '../../model/row.ts';
import { comparator, matches, type TableView, type ViewedField } from './tableView.ts';

/** Bytes first fetched from the end of a Parquet file: enough for most footers. */
const FOOTER = 1 << 16;

/** A source of rows of a table in the browser. */
export interface RowSource {
  /** The number of rows in the view, and at most `size` rows from `start` on. */
  page(view: TableView, start: number, size: number): Promise<{ found: number; rows: Row[] }>;
  /** All rows of the view, in its order. */
  all(view: TableView): Promise<Row[]>;
}

/** A small table: the whole JSON file, read once. */
export function jsonRows(url: string, fields: readonly ViewedField[], language: string): RowSource {
  let rows: Promise<Row[]> | undefined;
  const select = async (view: TableView): Promise<Row[]> => {
    rows ??= fetch(url).then((response) => response.json() as Promise<Row[]>);
    const found = (await rows).filter((row) => matches(row, view, fields));
    const order = comparator(view, language);
    return order ? found.sort(order) : found;
  };
  return {
    async page(view, start, size) {
      const found = await select(view);
      return { found: found.length, rows: found.slice(start, start + size) };
    },
    all: select,
  };
}

/**
 * A large table: its Parquet file over range requests. Without filter and order only the row group of the page is fetched; with them
 * row groups are read one after the other, yielding to the browser in between.
 */
export function parquetRows(url: string, fields: readonly ViewedField[], language: string): RowSource {
  const open = once(async () => {
    const { asyncBufferFromUrl, cachedAsyncBuffer, parquetMetadataAsync, parquetReadObjects } =
      await import('hyparquet');
    const file = cachedAsyncBuffer(await asyncBufferFromUrl({ url }));
    const metadata = await parquetMetadataAsync(file, { initialFetchSize: FOOTER });
    const read = async (rowStart: number, rowEnd: number): Promise<Row[]> =>
      (await parquetReadObjects({ file, metadata, rowStart, rowEnd })).map(plain);
    return { read, metadata, rows: Number(metadata.num_rows) };
  });
  const select = async (view: TableView): Promise<Row[]> => {
    const { read, metadata } = await open();
    const found: Row[] = [];
    let start = 0;
    for (const group of metadata.row_groups) {
      const end = start + Number(group.num_rows);
      for (const row of await read(start, end)) if (matches(row, view, fields)) found.push(row);
      start = end;
      await new Promise((resolve) => setTimeout(resolve));
    }
    const order = comparator(view, language);
    return order ? found.sort(order) : found;
  };
  const selection = lastResult(select);
  return {
    async page(view, start, size) {
      if (view.words === '' && view.sort === '' && Object.keys(view.filters).length === 0) {
        const { read, rows } = await open();
        return { found: rows, rows: await read(start, Math.min(rows, start + size)) };
      }
      const found = await selection(view);
      return { found: found.length, rows: found.slice(start, start + size) };
    },
    all: select,
  };
}

const plain = (row: Record<string, unknown>): Row =>
  Object.fromEntries(
    Object.entries(row).map(([name, cell]) => [
      name,
      typeof cell === 'bigint' ? Number(cell) : ((cell ?? null) as Cell),
    ]),
  );

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

/** Caches the selected rows while only the page changes. */
function lastResult(select: (view: TableView) => Promise<Row[]>): (view: TableView) => Promise<Row[]> {
  let key = '';
  let result: Promise<Row[]> | undefined;
  return (view) => {
    const requested = JSON.stringify({ ...view, page: 0, hidden: [] });
    if (requested !== key || !result) {
      key = requested;
      result = select(view);
    }
    return result;
  };
}
