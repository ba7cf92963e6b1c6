import type { Row } from '../../model/row.ts';
import type { Condition, GroupQuery, GroupRow, RowsQuery } from './engine/explorerQuery.ts';
import type { FacetValue, Histogram } from './engine/facetCounts.ts';
import type { EngineTable, Progress } from './engine/tableEngine.ts';
import type { ExplorerField } from './explorerSettings.ts';

/** What the page asks of the worker in which the engine runs. */
export interface EngineCalls {
  open(table: EngineTable): void;
  rows(
    query: RowsQuery & { facets?: readonly string[] },
    columns: readonly string[],
    start: number,
    size: number,
  ): { found: number; rows: Row[] };
  facet(conditions: readonly Condition[], column: string): FacetValue[];
  histogram(conditions: readonly Condition[], column: string): Histogram;
  group(query: GroupQuery): GroupRow[];
  csv(query: RowsQuery, fields: readonly Pick<ExplorerField, 'name' | 'type'>[]): Blob;
  parquet(query: RowsQuery, fields: readonly Pick<ExplorerField, 'name' | 'type'>[]): Blob;
}

/** A message to the worker. */
export interface Asked {
  id: number;
  call: keyof EngineCalls;
  args: unknown[];
}

/** A message from the worker: progress, or the answer to the call with this number. */
export type Answered =
  { progress: Progress } | { id: number; answer: unknown } | { id: number; error: string };
