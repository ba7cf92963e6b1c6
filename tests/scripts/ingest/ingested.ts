import { blocksOf } from '../../../scripts/ingest/read/blocks.ts';
import { readSheets } from '../../../scripts/ingest/read/read.ts';
import { rowsOf, type ReadOptions, type Sheet } from '../../../scripts/ingest/read/sheet.ts';
import type { Reject } from '../../../scripts/ingest/table/ingestLedger.ts';
import { ingestSheet, type Ingested } from '../../../scripts/ingest/table/ingestTable.ts';
import type { OpenOutput } from '../../../scripts/ingest/table/output.ts';
import type { GivenField } from '../../../scripts/ingest/table/plan.ts';
import type { Cell } from '../../../src/model/row.ts';

/** A sheet with all its rows. */
export type WholeSheet = Sheet & { rows: string[][] };

/** The sheets in the content of a file. */
export async function sheetsOf(
  content: Uint8Array,
  file: string,
  options?: ReadOptions,
): Promise<WholeSheet[]> {
  const sheets = await readSheets({ file, blocks: blocksOf(() => content) }, options);
  return Promise.all(sheets.map(async (sheet) => ({ ...sheet, rows: await rowsOf(sheet) })));
}

/** The result of an ingest, with everything it wrote. */
export interface IngestedTable extends Ingested {
  rows: Cell[][];
  /** The row numbers in the file. */
  numbers: number[];
  rejects: Reject[];
  /** The records of the CSV file. */
  csv: string;
}

/** Runs an ingest into memory. */
async function kept(run: (open: OpenOutput) => Promise<Ingested>): Promise<IngestedTable> {
  let [rows, numbers, rejects, csv]: [Cell[][], number[], Reject[], string] = [[], [], [], ''];
  const ingested = await run(() => {
    [rows, numbers, rejects, csv] = [[], [], [], ''];
    return {
      write(clean) {
        for (const row of clean) {
          rows.push(row.cells);
          numbers.push(row.number);
          csv += `${row.number}${row.csv}\r\n`;
        }
      },
      reject: (reject) => void rejects.push(reject),
      close: () => undefined,
    };
  });
  return { ...ingested, rows, numbers, rejects, csv };
}

/** A sheet, ingested. */
export const ingestedSheet = (sheet: Sheet, given?: readonly GivenField[]): Promise<IngestedTable> =>
  kept((open) => ingestSheet(sheet, open, given));

/** The first sheet in the content of a file, ingested. */
export const ingestedFile = async (
  content: Uint8Array | string,
  file: string,
  options?: ReadOptions,
): Promise<IngestedTable> => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return ingestedSheet((await sheetsOf(bytes, file, options))[0]!);
};
