import { mkdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Row } from '../../../src/model/row.ts';
import type { TableFormat, TableWriter } from './tableFormat.ts';
import { openParquet } from './parquet.ts';

/** Rows above which a table is published in parts. */
const LARGE = 1_000_000;

/**
 * Parquet in parts, hive style: `<table>/<field>=<value>/part-0.parquet`, so that Spark, Trino, ClickHouse and DuckDB read only the
 * parts they need, from object storage or over HTTP. Only of tables that say `partitionBy`.
 */
export const parquetPartitioned: TableFormat = {
  name: 'parquet-partitioned',
  suffix: '',
  mediaType: 'application/vnd.apache.parquet',
  keeps: (rows, table) => table.partitionBy !== undefined && rows > LARGE,
  open(path, dataset, table) {
    const field = table.partitionBy;
    if (field === undefined) return { write: async () => undefined, close: async () => [] };
    const fields = table.fields.filter(({ name }) => name !== field);
    const parts = new Map<string, TableWriter>();
    const files: string[] = [];
    const partOf = (row: Row): TableWriter => {
      const value = row[field] ?? null;
      // The name that hive gives to rows without a value.
      const key = value === null ? '__HIVE_DEFAULT_PARTITION__' : encodeURIComponent(String(value));
      let part = parts.get(key);
      if (!part) {
        const file = join(path, `${field}=${key}`, 'part-0.parquet');
        mkdirSync(dirname(file), { recursive: true });
        files.push(relative(dirname(path), file));
        parts.set(key, (part = openParquet(file, dataset, table, fields)));
      }
      return part;
    };
    return {
      async write(rows) {
        const groups = Map.groupBy(rows, partOf);
        for (const [part, members] of groups) await part.write(members);
      },
      async close() {
        for (const part of parts.values()) await part.close();
        return files.sort();
      },
    };
  },
};
