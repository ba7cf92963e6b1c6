import type { AsyncBuffer } from 'hyparquet';
import { parquetMetadata } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { EngineColumn } from '../../../../src/components/explore/engine/explorerQuery.ts';
import type { Part } from '../../../../src/components/explore/engine/partFile.ts';
import { TableEngine, type Progress } from '../../../../src/components/explore/engine/tableEngine.ts';

/** A payment: place, supplier, date, amount, currency. */
export type Payment = [
  id: string,
  place: string,
  supplier: string | null,
  date: string | null,
  amount: number | null,
  currency: string,
];

export const PAYMENTS: Payment[][] = [
  [
    ['d-1', 'devon', 'Age UK Devon', '2011-01-12', 1000, 'GBP'],
    ['d-2', 'devon', 'Care Homes Ltd', '2011-03', 500, 'GBP'],
    ['d-3', 'devon', 'Care Homes Ltd', '2012-05-01', -50, 'GBP'],
    ['d-4', 'devon', 'Age UK Devon', null, 5, 'GBP'],
  ],
  [
    ['o-1', 'oxford', 'age concern', '2012-01-01', null, 'GBP'],
    ['o-2', 'oxford', null, '2014', 700, 'GBP'],
    ['t-1', 'toronto', 'Care Homes Ltd', '2014-06-30', 9000, 'CAD'],
  ],
];

const COLUMNS: EngineColumn[] = [
  { name: 'id', holds: 'text' },
  { name: 'place', holds: 'text' },
  { name: 'supplier', holds: 'text' },
  { name: 'date', holds: 'date' },
  { name: 'amount', holds: 'number' },
  { name: 'currency', holds: 'text', labels: { GBP: 'British pound', CAD: 'Canadian dollar' } },
];

/** An engine over Parquet files, with row groups of two rows if not said otherwise, and the ranges of bytes that it reads of each file. */
export function engineOver(
  files: readonly Payment[][],
  {
    rowGroupSize = 2,
    onProgress,
    made = [],
  }: { rowGroupSize?: number; onProgress?: (progress: Progress) => void; made?: EngineColumn[] } = {},
) {
  const buffers = files.map((rows) =>
    parquetWriteBuffer({
      rowGroupSize,
      columnData: COLUMNS.map(({ name, holds }, at) => ({
        name,
        type: holds === 'number' ? ('DOUBLE' as const) : ('STRING' as const),
        nullable: true,
        data: rows.map((row) => row[at]),
      })),
    }),
  );
  const parts: Part[] = buffers.map((buffer, at) => {
    const { metadata_length: length, num_rows: rows } = parquetMetadata(buffer);
    return { url: String(at), bytes: buffer.byteLength, footer: length + 8, rows: Number(rows) };
  });
  const reads: [file: number, start: number, end: number][] = [];
  const open = ({ url }: Part): AsyncBuffer => {
    const buffer = buffers[Number(url)]!;
    return {
      byteLength: buffer.byteLength,
      slice: (start, end = buffer.byteLength) => {
        reads.push([Number(url), start, end]);
        return Promise.resolve(buffer.slice(start, end));
      },
    };
  };
  return {
    engine: new TableEngine({ parts, columns: [...COLUMNS, ...made], language: 'en' }, open, onProgress),
    reads,
    buffers,
    parts,
  };
}
