import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { CommandError } from '../../fault.ts';
import type { ProposedField } from '../propose.ts';
import type { Column } from '../rules/rule.ts';
import { LONGEST_RECORD } from './records.ts';

/** Types of DuckDB for those of ingest. */
const TYPES: Record<Column['type'], string> = {
  string: 'VARCHAR',
  'partial-date': 'VARCHAR',
  integer: 'BIGINT',
  year: 'INTEGER',
  number: 'DOUBLE',
};
/** Memory that DuckDB may take for its buffers. */
const MEMORY = '256MB';
/** Bytes that it reads at once. */
const BUFFER = 2 * LONGEST_RECORD;
const ROW_GROUP = 50_000;
/** Bytes that may wait for the pipe. */
const WAITING = 8 << 20;

/**
 * Writes a table as Parquet while its records pass: DuckDB, in a process of its own, reads the clean CSV from a pipe. The CSV is the
 * table's one form; what stands in the Parquet is what stands there.
 */
export class ParquetSink {
  readonly #process: ChildProcess;
  readonly #done: Promise<void>;

  /** @param fields the columns after the first, which is the row's number */
  constructor(path: string, fields: readonly ProposedField[]) {
    const columns = Object.fromEntries([
      ['row', TYPES.integer],
      ...fields.map(({ name, type }) => [name, TYPES[type]]),
    ]);
    const script = fileURLToPath(new URL('duckdb.ts', import.meta.url));
    // Node gives its children a socket, which cannot be opened by name as a pipe can.
    this.#process = spawn(
      'sh',
      ['-c', 'cat | "$0" "$@"', process.execPath, script, copyStatement(path, columns), MEMORY],
      { stdio: ['pipe', 'ignore', 'pipe'] },
    );
    let said = '';
    this.#process.stderr!.on('data', (text: Buffer) => (said += String(text)));
    // A pipe that broke says so through the exit of its reader.
    this.#process.stdin!.on('error', () => undefined);
    this.#done = once(this.#process, 'close').then(([code]) => {
      if (code !== 0)
        throw new CommandError(`${path} was not written: ${said.trim().split('\n')[0] ?? 'no reason given'}`);
    });
    this.#done.catch(() => undefined);
  }

  async write(bytes: Uint8Array): Promise<void> {
    const pipe = this.#process.stdin!;
    pipe.write(Buffer.from(bytes));
    // A few pieces may wait, so that reader and writer work side by side; the pipe needs a turn of the loop to take them.
    if (pipe.writableLength < WAITING) return nextTurn();
    // Where the reader ended, the pipe breaks first; why it ended is told by `#done`.
    await Promise.race([once(pipe, 'drain').catch(() => this.#done), this.#done]);
  }

  /** @throws CommandError where the file could not be written */
  async close(): Promise<void> {
    this.#process.stdin!.end();
    await this.#done;
  }

  /** Ends without a file. */
  async abandon(): Promise<void> {
    this.#process.kill('SIGKILL');
    await this.#done.catch(() => undefined);
  }
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const copyStatement = (path: string, columns: Record<string, string>): string =>
  `COPY (SELECT * FROM read_csv('/dev/stdin', auto_detect = false, header = true, delim = ',', quote = '"', escape = '"', new_line = '\\r\\n', max_line_size = ${LONGEST_RECORD}, buffer_size = ${BUFFER}, columns = {${Object.entries(
    columns,
  )
    .map(([name, type]) => `${quoted(name)}: ${quoted(type)}`)
    .join(', ')}})) TO ${quoted(path)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${ROW_GROUP})`;
