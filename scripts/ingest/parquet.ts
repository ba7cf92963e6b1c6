import { rmSync } from 'node:fs';
import { CommandError } from '../fault.ts';
import type { ProposedField } from './propose.ts';
import type { Column } from './rules/rule.ts';
import { LONGEST_RECORD } from './stream/records.ts';

/** Types of DuckDB for those of ingest. */
const TYPES: Record<Column['type'], string> = {
  string: 'VARCHAR',
  'partial-date': 'VARCHAR',
  integer: 'BIGINT',
  year: 'INTEGER',
  number: 'DOUBLE',
};
/** Memory that DuckDB may take for its buffers. */
const MEMORY = '160MB';
const BUFFER = 2 * LONGEST_RECORD;
const ROW_GROUP = 50_000;

/**
 * Writes a clean table as Parquet, with DuckDB. The CSV is the table's one form; what stands in the Parquet is what stands there.
 * @param fields the columns after the first, which is the row's number
 * @param buffer bytes that DuckDB reads at once, more than the longest record
 * @throws CommandError where the file could not be written; none is left then
 */
export async function writeParquet(
  csv: string,
  path: string,
  fields: readonly ProposedField[],
  buffer = BUFFER,
): Promise<void> {
  // Only who asks for Parquet waits for DuckDB to be loaded.
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const database = await DuckDBInstance.create(':memory:', {
    // A second would take sixty megabytes.
    threads: '1',
    memory_limit: MEMORY,
  });
  try {
    const connection = await database.connect();
    const copy = (inOrder: boolean): Promise<unknown> =>
      connection.run(copyStatement(csv, path, fields, { buffer, inOrder }));
    await copy(false).catch((error: unknown) => {
      if (!IN_PARALLEL.test(String(error))) throw error;
      return copy(true);
    });
    connection.closeSync();
  } catch (error) {
    rmSync(path, { force: true });
    throw new CommandError(`${path} was not written: ${(error as Error).message.trim().split('\n')[0]!}`);
  } finally {
    database.closeSync();
  }
}

/** DuckDB refuses to read a text block by block, each by itself, where a block ends in some places of a record. */
const IN_PARALLEL = /parallel csv reader/i;

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** @param inOrder read block after block, which holds more of them */
function copyStatement(
  csv: string,
  path: string,
  fields: readonly ProposedField[],
  { buffer, inOrder }: { buffer: number; inOrder: boolean },
): string {
  const columns = [['row', TYPES.integer], ...fields.map(({ name, type }) => [name, TYPES[type]])]
    .map(([name, type]) => `${quoted(name!)}: ${quoted(type!)}`)
    .join(', ');
  return `COPY (SELECT * FROM read_csv(${quoted(csv)}, auto_detect = false, header = true, parallel = ${!inOrder}, delim = ',', quote = '"', escape = '"', new_line = '\\r\\n', max_line_size = ${LONGEST_RECORD}, buffer_size = ${buffer}, columns = {${columns}})) TO ${quoted(path)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${ROW_GROUP})`;
}
