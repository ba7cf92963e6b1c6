import type { DuckDBConnection } from '@duckdb/node-api';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PublishedTable } from '../../../src/model/catalogue.ts';
import type { Table } from '../../../src/model/dataset.ts';
import type { Fault } from '../../lib/fault.ts';

/** Memory that DuckDB may use; it spills to disk beyond. */
const MEMORY = '400MB';

/** The tables of a compile, as the SQL of derived tables reads them. */
export interface Database {
  /** Makes a published table readable under its name, hyphens as underscores: `contracts`, `china_procurement`. */
  add(dataset: string, table: PublishedTable): Promise<void>;
  /** A key that several rows of a table have, or nothing. */
  repeatedKey(table: Table): Promise<string | undefined>;
  /**
   * Runs the SQL of a derived table into a CSV file, ordered by its key.
   * @param path of the CSV file
   * @param file of the SQL, as shown in faults
   * @returns what is wrong with the SQL, or nothing
   */
  derive(table: Table, sql: string, path: string, file: string): Promise<Fault | undefined>;
  close(): void;
}

/**
 * Opens DuckDB over the Parquet files of a compile. One thread, so that sums of fractions are added in the same order on any machine.
 * @param folder where the compile publishes
 */
export async function openDatabase(folder: string): Promise<Database> {
  // Loaded on demand: most projects that are compiled in tests derive nothing.
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const spilled = join(folder, '.duckdb');
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '1',
    memory_limit: MEMORY,
    temp_directory: spilled,
  });
  const connection = await instance.connect();
  return {
    async add(dataset, table) {
      const files = table.files
        .filter(({ format }) => format === 'parquet')
        .map(({ name }) => join(folder, dataset, name));
      const hive = table.partitionBy !== undefined && files.length > 1;
      await connection.run(
        `CREATE VIEW ${quoted(viewName(table.name))} AS SELECT * FROM read_parquet([${files.map(literal).join(', ')}], hive_partitioning = ${hive})`,
      );
    },
    async repeatedKey({ name, primaryKey }) {
      const key = primaryKey.map(quoted).join(', ');
      const read = await connection.runAndReadAll(
        `SELECT ${key} FROM ${quoted(viewName(name))} GROUP BY ${key} HAVING count(*) > 1 ORDER BY ${key} LIMIT 1`,
      );
      return read.getRows()[0]?.join(' + ');
    },
    derive: (table, sql, path, file) => derive(connection, table, sql, path, file),
    close() {
      connection.closeSync();
      instance.closeSync();
      rmSync(spilled, { recursive: true, force: true });
    },
  };
}

async function derive(
  connection: DuckDBConnection,
  { name, fields, primaryKey }: Table,
  sql: string,
  path: string,
  file: string,
): Promise<Fault | undefined> {
  const view = quoted(viewName(name));
  try {
    await connection.run(`CREATE VIEW ${view} AS ${sql}`);
    const columns = (await connection.runAndReadAll(`SELECT * FROM ${view} LIMIT 0`)).columnNames();
    const wanted = fields.map((field) => field.name);
    if (columns.join() !== wanted.join())
      return {
        file,
        what: `gives the columns ${columns.join(', ')}`,
        right: `dataset.yaml describes ${wanted.join(', ')}, in this order`,
      };
    await connection.run(
      `COPY (SELECT * FROM ${view} ORDER BY ${primaryKey.map(quoted).join(', ')}) TO ${literal(path)} (FORMAT csv, HEADER)`,
    );
    await connection.run(`DROP VIEW ${view}`);
    return undefined;
  } catch (error) {
    const message = (error as Error).message;
    const line = /^LINE (\d+):/m.exec(message);
    return {
      file,
      ...(line ? { row: Number(line[1]) } : {}),
      what: `cannot be run: ${message.split('\n')[0]}`,
      right: 'one SELECT over the tables of data/, by their names with _ for -',
    };
  }
}

/** The name of a table in SQL. */
const viewName = (table: string): string => table.replaceAll('-', '_');
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
