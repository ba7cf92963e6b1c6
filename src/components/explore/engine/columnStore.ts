import type { ParquetQueryFilter } from 'hyparquet';
import { Dictionary, encodeNumbers, type Chunk } from './columnChunk.ts';
import { convertedAmounts, sourcesOf, type Conversion, type LoadedColumn } from './convertedAmounts.ts';
import { columnsOf, type Condition, type EngineColumn } from './explorerQuery.ts';
import type { PartFile } from './partFile.ts';

/** A row group of one of the files. */
export interface Group {
  part: PartFile;
  /** Its first row within its file, and within the table. */
  start: number;
  first: number;
  rows: number;
}

/** Files and row groups that are read at the same time: as many connections as a browser has to a server. */
const AT_ONCE = 6;

/** Runs a task for each item, a few at the same time. */
export async function inTurn<T>(
  items: readonly T[],
  task: (item: T, at: number) => Promise<void>,
): Promise<void> {
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < items.length) {
      const at = next++;
      await task(items[at]!, at);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/** The columns of a table in memory, by row group, as far as they were needed. */
export class ColumnStore {
  readonly columns: ReadonlyMap<string, EngineColumn>;
  readonly parts: readonly PartFile[];
  readonly #dictionaries = new Map<string, Dictionary>();
  readonly #chunks = new Map<string, (Promise<Chunk> | undefined)[]>();
  readonly #loaded = new Map<string, (Chunk | undefined)[]>();
  #groups: Promise<Group[]> | undefined;
  /** The row groups by their first row, once all files are open. */
  readonly #byFirst = new Map<number, number>();

  constructor(parts: readonly PartFile[], columns: readonly EngineColumn[]) {
    this.parts = parts;
    this.columns = new Map(columns.map((column) => [column.name, column]));
  }

  get rows(): number {
    return this.parts.reduce((sum, { rows }) => sum + rows, 0);
  }

  /** The row groups of all files, in order; opens every file. */
  groups(): Promise<Group[]> {
    return (this.#groups ??= this.#readGroups().catch((error: unknown) => {
      this.#groups = undefined;
      throw error;
    }));
  }

  async #readGroups(): Promise<Group[]> {
    this.#byFirst.clear();
    const sizes: number[][] = [];
    await inTurn(this.parts, async (part, at) => {
      sizes[at] = await part.groupSizes();
    });
    let first = 0;
    return this.parts.flatMap((part, at) => {
      let start = 0;
      return sizes[at]!.map((rows) => {
        const group = { part, start, first, rows };
        this.#byFirst.set(first, this.#byFirst.size);
        start += rows;
        first += rows;
        return group;
      });
    });
  }

  dictionary(column: string): Dictionary {
    let dictionary = this.#dictionaries.get(column);
    if (!dictionary) this.#dictionaries.set(column, (dictionary = new Dictionary()));
    return dictionary;
  }

  isNumber(column: string): boolean {
    return this.columns.get(column)?.holds === 'number';
  }

  /** The words shown for a value of a column. */
  label(column: string, value: string): string {
    return this.columns.get(column)?.labels?.[value] ?? value;
  }

  /** A column of a row group, if it is in memory. */
  loaded(column: string, group: number): Chunk | undefined {
    return this.#loaded.get(column)?.[group];
  }

  /** A column of the row group with this first row of the table, if it is in memory. */
  loadedFrom(column: string, first: number): Chunk | undefined {
    const group = this.#byFirst.get(first);
    return group === undefined ? undefined : this.loaded(column, group);
  }

  /** A column of the row group with this first row of the table. */
  async chunkFrom(column: string, first: number): Promise<Chunk> {
    await this.groups();
    return this.chunk(column, this.#byFirst.get(first)!);
  }

  /** A column of a row group; read once, and again after a failure. */
  async chunk(column: string, group: number): Promise<Chunk> {
    const chunks = this.#chunks.get(column) ?? [];
    this.#chunks.set(column, chunks);
    return (chunks[group] ??= this.#read(column, group).catch((error: unknown) => {
      chunks[group] = undefined;
      throw error;
    }));
  }

  async #read(column: string, at: number): Promise<Chunk> {
    const conversion = this.columns.get(column)?.from;
    const chunk = conversion ? await this.#convert(conversion, at) : await this.#readCells(column, at);
    const loaded = this.#loaded.get(column) ?? [];
    this.#loaded.set(column, loaded);
    loaded[at] = chunk;
    return chunk;
  }

  async #readCells(column: string, at: number): Promise<Chunk> {
    const { part, start, rows } = (await this.groups())[at]!;
    if (this.isNumber(column)) return encodeNumbers(await part.readPages(column, start, start + rows), rows);
    const only = await part.onlyText(column, start);
    const dictionary = this.dictionary(column);
    if (only !== undefined) return new Uint32Array(rows).fill(dictionary.code(only));
    return dictionary.encode(
      await part.readPages(column, start, start + rows, dictionary.codeFromBytes),
      rows,
    );
  }

  async #convert(conversion: Conversion, at: number): Promise<Chunk> {
    const columns = sourcesOf(conversion).map(async (column): Promise<LoadedColumn> => ({
      chunk: await this.chunk(column, at),
      ...(!this.isNumber(column) && { texts: this.dictionary(column).values }),
    }));
    return convertedAmounts(conversion, await Promise.all(columns));
  }

  /** Whether each row group can have rows that meet a condition, by the statistics of the files. */
  async possible(condition: Condition): Promise<boolean[]> {
    const groups = await this.groups();
    const filter = this.#pruning(condition);
    if (!filter) return groups.map(() => true);
    const starts = new Map<PartFile, Set<number>>();
    for (const part of this.parts)
      starts.set(part, new Set((await part.rangesFor(filter)).map(({ rowStart }) => rowStart)));
    return groups.map(({ part, start }) => starts.get(part)!.has(start));
  }

  /** A condition as the statistics of a file can judge it; `undefined` where they cannot. */
  #pruning(condition: Condition): ParquetQueryFilter | undefined {
    if (condition.kind === 'words') return undefined;
    const { holds, from } = this.columns.get(condition.column) ?? {};
    if (from) return undefined;
    if (condition.kind === 'is')
      return condition.values.includes('') || holds !== 'text'
        ? undefined
        : { [condition.column]: { $in: [...condition.values] } };
    const { column, least, most } = condition;
    if (holds === 'number')
      return {
        [column]: { ...(least !== undefined && { $gte: least }), ...(most !== undefined && { $lte: most }) },
      };
    return {
      [column]: {
        ...(least !== undefined && { $gte: String(least) }),
        ...(most !== undefined && { $lt: String(most + 1) }),
      },
    };
  }

  /** The compressed size of the columns of a condition, in bytes: cheap ones are judged first. */
  async cost(condition: Condition): Promise<number> {
    let bytes = 0;
    const columns = columnsOf(condition).flatMap((column) => {
      const from = this.columns.get(column)?.from;
      return from ? sourcesOf(from) : [column];
    });
    for (const column of columns) for (const part of this.parts) bytes += await part.bytesOf(column);
    return bytes;
  }
}
