import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { Fault } from '../../scripts/lib/fault.ts';
import { readCsv, type RawRecord } from '../../scripts/compile/read/records.ts';
import { withoutControl } from '../../scripts/lib/controlCharacter.ts';
import { csvRecord } from '../../src/model/csv.ts';
import { fuzz } from './fuzz.ts';
import { bytes, hostile } from './hostile.ts';

const file = join(mkdtempSync(join(tmpdir(), 'fuzz-')), 'table.csv');

async function read(content: string | Uint8Array): Promise<{ records: RawRecord[]; faults: Fault[] }> {
  writeFileSync(file, content);
  const records: RawRecord[] = [];
  const faults = await readCsv(file, 'table.csv', (some) => void records.push(...some));
  return { records, faults };
}

/** Tables with two to four cells per row, without control characters, which are faults. */
const rows = fc.integer({ min: 2, max: 4 }).chain((width) =>
  fc.array(fc.array(hostile.map(withoutControl), { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 5,
  }),
);

/** Line ends within a cell become LF. */
const withLf = (table: string[][]): string[][] =>
  table.map((cells) => cells.map((cell) => cell.replace(/\r\n?/g, '\n')));

/** The size of the reader's blocks; text across the edge of two blocks must read the same. */
const PIECE = 1 << 18;

describe('the CSV reader of the compile', () => {
  fuzz(
    'csv: reads back what the CSV writer wrote',
    rows,
    async (table) => {
      const { records, faults } = await read(table.map(csvRecord).join(''));
      expect(faults).toEqual([]);
      expect(records.map(({ cells }) => cells)).toEqual(withLf(table));
      expect(records.map(({ row }) => row)).toEqual(table.map((_, index) => index + 1));
    },
    0.5,
  );

  fuzz(
    'csv: reads across the edge of two pieces',
    fc.tuple(rows, fc.integer({ min: -4, max: 40 })),
    async ([table, shift]) => {
      const filler = ['x'.repeat(PIECE - shift), ...Array<string>(table[0]!.length - 1).fill('')];
      const { records, faults } = await read([table[0]!, filler, ...table].map(csvRecord).join(''));
      expect(faults).toEqual([]);
      expect(records.slice(2).map(({ cells }) => cells)).toEqual(withLf(table));
    },
    0.02,
  );

  fuzz(
    'csv: names the row of a quote in the wrong place, wherever it is',
    fc.tuple(rows, rows, fc.integer({ min: 0, max: 40 })),
    async ([before, after, shift]) => {
      const filler = ['x'.repeat(PIECE - shift), 'y'];
      const wrong = ['"a"b', 'c'].join(',') + '\r\n';
      const text =
        [['a', 'b'], filler, ...before].map(csvRecord).join('') + wrong + after.map(csvRecord).join('');
      const { faults } = await read(text);
      expect(faults[0]?.row).toBe(before.length + 3);
    },
    0.02,
  );

  fuzz(
    'csv: takes any bytes without throwing, and every fault has its place',
    fc.oneof(
      bytes,
      hostile.map((text) => Buffer.from(text)),
    ),
    async (content) => {
      const { records, faults } = await read(content);
      // That a file is UTF-16 concerns all of it.
      for (const { row, what } of faults) if (!what.startsWith('is UTF-16')) expect(row).toBeGreaterThan(0);
      for (const [index, { row }] of records.entries())
        expect(row).toBeGreaterThan(index === 0 ? 0 : records[index - 1]!.row);
    },
    0.5,
  );
});
