import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Dataset, Table } from '../../../src/model/dataset.ts';
import { openParquetFile, type ParquetFile } from '../../lib/parquetFile.ts';
import type { Cells } from '../read/typedCell.ts';
import type { TableFormat, TableWriter } from './tableFormat.ts';

/** Parquet: typed columns, statistics and page offsets in row groups that a reader can skip. */
export const parquet: TableFormat = {
  name: 'parquet',
  open: openParquet,
};

/**
 * Opens the Parquet of a table: one file; of a table that is kept in parts a file a part, `<table>/<part>.parquet`, one open at a time. Where
 * the parts are the values of a field (`partitionBy`) they are named hive style, `<table>/<field>=<part>/part-0.parquet`, without that column,
 * so that DuckDB, Spark, Trino and ClickHouse read only those that they need.
 */
function openParquet(path: string, dataset: Dataset, table: Table): TableWriter {
  const parts: string[] = [];
  let open: { part: string | undefined; file: TableFile } | undefined;
  return {
    async write(rows, part) {
      if (!open || open.part !== part?.name) {
        await open?.file.close();
        const to = part === undefined ? path : join(dirname(path), parquetPart(table, part.name));
        if (part !== undefined) parts.push(parquetPart(table, part.name));
        mkdirSync(dirname(to), { recursive: true });
        open = { part: part?.name, file: new TableFile(to, dataset, table, part !== undefined) };
      }
      await open.file.write(rows);
    },
    takeOver(_part, parquet) {
      parts.push(parquet);
    },
    async close() {
      if (!open && parts.length > 0) return parts;
      open ??= { part: undefined, file: new TableFile(path, dataset, table, false) };
      await open.file.close();
      return parts.length > 0 ? parts : undefined;
    },
  };
}

/** The Parquet file of a part, below the folder of the dataset. */
export const parquetPart = ({ name, partitionBy }: Table, part: string): string =>
  partitionBy === undefined ? `${name}/${part}.parquet` : `${name}/${partitionBy}=${part}/part-0.parquet`;

/** The Parquet file of a table, or of a part of it. */
class TableFile {
  readonly #file: ParquetFile;
  /** The number of the column that says in which part a row is, and is left out; none where it is -1. */
  readonly #without: number;

  constructor(path: string, dataset: Dataset, table: Table, isPart: boolean) {
    const { fields, partitionBy, primaryKey } = table;
    this.#without = isPart ? fields.findIndex(({ name }) => name === partitionBy) : -1;
    const columns = fields.filter((_, at) => at !== this.#without);
    this.#file = openParquetFile(
      path,
      columns.map(({ name, type, constraints }) => ({
        name,
        type,
        unique: primaryKey.join() === name,
        required: constraints?.required === true,
      })),
      {
        title: table.title.en,
        title_zh: table.title.zh,
        // A part stays as it is while its rows do.
        ...(isPart ? {} : { version: dataset.version }),
        licence: dataset.licence,
        fields: JSON.stringify(columns.map(({ name, title, unit }) => ({ name, title, unit }))),
      },
    );
  }

  async write(rows: readonly Cells[]): Promise<void> {
    for (const cells of rows) {
      const full = this.#file.write(this.#without < 0 ? cells : cells.toSpliced(this.#without, 1));
      if (full) await full;
    }
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}
