import type { AsyncBuffer } from 'hyparquet';
import type { Row } from '../../../model/row.ts';
import { ColumnStore } from './columnStore.ts';
import type { Condition, EngineColumn, GroupQuery, GroupRow, RowsQuery } from './explorerQuery.ts';
import { facetCounts, histogram, type FacetValue, type Histogram } from './facetCounts.ts';
import { groupedRows } from './groupedRows.ts';
import { matchingRows, type Matching } from './matchingRows.ts';
import { orderedRows } from './orderedRows.ts';
import { PartFile, type Part } from './partFile.ts';
import { tableRows } from './tableRows.ts';

/** A table in one or several Parquet files. */
export interface EngineTable {
  parts: readonly Part[];
  columns: readonly EngineColumn[];
  /** For the order of texts. */
  language: string;
}

/** What was read so far of a table, and of the question at hand. */
export interface Progress {
  bytes: number;
  done: number;
  of: number;
}

/** Rows per batch of an export. */
const BATCH = 10_000;

/** Answers questions about a table from its Parquet files, and reads of them only what a question needs. */
export class TableEngine {
  bytes = 0;
  readonly #store: ColumnStore;
  readonly #language: string;
  readonly #onProgress: (progress: Progress) => void;
  #matching: { key: string; result: Promise<Matching> } | undefined;

  /** @param open a file that is read by ranges */
  constructor(
    { parts, columns, language }: EngineTable,
    open: (part: Part) => AsyncBuffer,
    onProgress: (progress: Progress) => void = () => undefined,
  ) {
    this.#language = language;
    this.#onProgress = onProgress;
    this.#store = new ColumnStore(
      parts.map((part) => new PartFile(part, () => this.#counted(open(part)))),
      columns,
    );
  }

  /** Counts the bytes that are fetched. */
  #counted({ byteLength, slice }: AsyncBuffer): AsyncBuffer {
    return {
      byteLength,
      slice: async (start, end) => {
        const bytes = await slice(start, end);
        this.bytes += bytes.byteLength;
        return bytes;
      },
    };
  }

  /** The rows that meet the conditions; the last answer is kept, since sorting and paging ask again. */
  #match(conditions: readonly Condition[], facets: readonly string[] = []): Promise<Matching> {
    const key = JSON.stringify([conditions, facets]);
    if (this.#matching?.key !== key) {
      const result = matchingRows(this.#store, conditions, facets, (done, of) =>
        this.#onProgress({ bytes: this.bytes, done, of }),
      );
      this.#matching = { key, result };
      result.catch(() => {
        if (this.#matching?.result === result) this.#matching = undefined;
      });
    }
    return this.#matching.result;
  }

  /** The number of rows found, and those of a page with the columns asked for. */
  async rows(
    { conditions, sort, facets = [] }: RowsQuery & { facets?: readonly string[] },
    columns: readonly string[],
    start: number,
    size: number,
  ): Promise<{ found: number; rows: Row[] }> {
    const matching = await this.#match(conditions, facets);
    const positions = await orderedRows(this.#store, matching, sort, {
      start,
      size,
      language: this.#language,
    });
    return { found: matching.found, rows: await tableRows(this.#store, positions, columns) };
  }

  /** The values of a column, counted as if there were no condition on it. */
  async facet(conditions: readonly Condition[], column: string): Promise<FacetValue[]> {
    return facetCounts(this.#store, await this.#match(conditions, [column]), column);
  }

  /** The distribution of a column, as if there were no condition on it. */
  async histogram(conditions: readonly Condition[], column: string): Promise<Histogram> {
    return histogram(this.#store, await this.#match(conditions, [column]), column);
  }

  /** The rows found by the values of one or two columns. */
  async group(query: GroupQuery): Promise<GroupRow[]> {
    return groupedRows(this.#store, await this.#match(query.conditions), query);
  }

  /** Reads all rows found, in their order, batch by batch. */
  async *all(query: RowsQuery, columns: readonly string[]): AsyncGenerator<Row[]> {
    const matching = await this.#match(query.conditions);
    const order = { start: 0, size: matching.found, language: this.#language };
    const positions = await orderedRows(this.#store, matching, query.sort, order);
    for (let start = 0; start < positions.length; start += BATCH) {
      this.#onProgress({ bytes: this.bytes, done: start, of: positions.length });
      yield tableRows(this.#store, positions.slice(start, start + BATCH), columns);
    }
  }
}
