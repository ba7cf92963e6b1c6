import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { parquetReadObjects } from 'hyparquet';
import { CommandError } from '../../lib/fault.ts';
import { flatTable } from './flatTable.ts';
import { sheetOfRows, type ReadOptions, type Sheet } from './sheet.ts';

/** A Parquet file as one table: integers exactly, dates in ISO 8601, lists and structures as columns with dotted names. */
export async function readParquet(
  bytes: Uint8Array,
  file: string,
  { sheet }: ReadOptions = {},
): Promise<Sheet[]> {
  if (sheet !== undefined) throw new CommandError(`${file} is one table without sheets (leave --sheet out)`);
  // A buffer of Node may lie within a larger one.
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const list = await parquetReadObjects({
    file: { byteLength: buffer.byteLength, slice: (start, end) => buffer.slice(start, end) },
    compressors: {
      GZIP: (input) => gunzipSync(input),
      ZSTD: (input) => zstdDecompressSync(input),
      BROTLI: (input) => brotliDecompressSync(input),
    },
  });
  return [sheetOfRows({ file, format: 'parquet', header: 'first', rows: flatTable(list), mergedFilled: 0 })];
}
