import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvRecord } from '../../src/model/csv.ts';
import { IngestBook } from '../../scripts/ingest/table/ingestLedger.ts';
import { planTable } from '../../scripts/ingest/table/plan.ts';
import { rejectRecord } from '../../scripts/ingest/table/rejects.ts';
import { PartCleaner } from '../../scripts/ingest/stream/clean.ts';
import { makeKernel, MET } from '../../scripts/ingest/stream/kernel.ts';
import { KernelText } from '../../scripts/ingest/stream/kernelText.ts';
import { RecordEnds } from '../../scripts/ingest/stream/records.ts';
import { cleanRow } from '../../scripts/ingest/table/ingestSheet.ts';
import { fuzz } from './fuzz.ts';

const encoder = new TextEncoder();

/** Delimiters, line ends and marks in any order, and words long enough that they stand anywhere among 64 bytes. */
const text = fc
  .array(
    fc.oneof(
      {
        weight: 8,
        arbitrary: fc.constantFrom(',', ',"', '",', '",', '"', '""', '\n', '\r\n', '\r', ' ', 'a'),
      },
      { weight: 1, arbitrary: fc.constantFrom('b'.repeat(13), 'c'.repeat(40), '"d,\ne",', 'é', '居家') },
    ),
    { maxLength: 80 },
  )
  .map((parts) => parts.join(''));
/** The same with marks only where they open and close a cell, or are two inside. */
const regular = fc
  .array(
    fc.oneof(
      fc.constantFrom('', 'a', 'b c', 'c'.repeat(50)),
      fc
        .array(fc.constantFrom('a', ',', '""', '\n', '\r\n', ' ', 'd'.repeat(20)), { maxLength: 6 })
        .map((parts) => `"${parts.join('')}"`),
    ),
    { maxLength: 30 },
  )
  .chain((cells) =>
    fc
      .array(fc.constantFrom(',', ',', ',', '\n', '\r\n', '\r'), {
        minLength: cells.length,
        maxLength: cells.length,
      })
      .map((ends) => cells.map((cell, at) => cell + ends[at]!).join('')),
  );

/** Marks beside the end of the first 64 bytes. */
const straddling = fc
  .tuple(fc.integer({ min: 55, max: 64 }), text)
  .map(([length, rest]) => `${'b'.repeat(length)},${rest}`);

interface Read {
  records: string[][];
  /** Where each of them ends, in bytes. */
  ends: number[];
}

/** Reads a text sign by sign, as `kernel/records.ts` says that it is to be read. */
function readPlainly(text: string): Read {
  const records: string[][] = [];
  const ends: number[] = [];
  let at = 0;
  while (at < text.length) {
    const cells: string[] = [];
    for (let isOver = false; !isOver;) {
      const closed = text[at] === '"' ? closingFrom(text, at + 1) : null;
      if (closed) {
        cells.push(
          text
            .slice(at + 1, closed.mark)
            .replaceAll('""', '"')
            .replace(/\r\n?/g, '\n'),
        );
        at = closed.behind;
      } else {
        const start = at;
        while (at < text.length && !',\r\n'.includes(text[at]!)) at += 1;
        cells.push(text.slice(start, at));
      }
      isOver = text[at] !== ',';
      at += text.startsWith('\r\n', at) ? 2 : 1;
    }
    records.push(cells);
    ends.push(encoder.encode(text.slice(0, at)).length);
  }
  return { records, ends };
}

/** The mark that closes a cell, and where the delimiter or line end behind it stands. */
function closingFrom(text: string, from: number): { mark: number; behind: number } {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] !== '"') continue;
    if (text[at + 1] === '"') {
      at += 1;
      continue;
    }
    let behind = at + 1;
    while (text[behind] === ' ') behind += 1;
    if (behind === text.length || ',\r\n'.includes(text[behind]!)) return { mark: at, behind };
  }
  return { mark: text.length, behind: text.length };
}

/** The same by the kernel, in blocks. */
function readByKernel(bytes: Uint8Array, cut: number): string[][] {
  const kernel = makeKernel();
  const words = new KernelText(kernel);
  kernel.setDelimiter(','.charCodeAt(0));
  kernel.seal(1, true, false, 0, 1, 2);
  const records: string[][] = [];
  const read = (block: Uint8Array, last: boolean): void => {
    kernel.begin(words.put(block), 1, last);
    for (let met = kernel.run(); met !== MET.done; met = kernel.run()) {
      expect(met).toBe(MET.row);
      records.push(words.cells());
      kernel.skip();
    }
  };
  for (let at = 0; at < bytes.length; at += cut) read(bytes.subarray(at, at + cut), false);
  read(new Uint8Array(), true);
  return records;
}

/** Where the kernel finds that records end when it only passes over them. */
function endsByKernel(bytes: Uint8Array): number[] {
  const ends = new RecordEnds(',');
  ends.look(bytes);
  ends.pass(Infinity, Infinity, false);
  // A record that is not whole stays so, however often it is asked for.
  for (let again = 0; again < 20; again += 1) expect(ends.pass(Infinity, Infinity, false)).toBe(0);
  ends.look(new Uint8Array());
  ends.pass(Infinity, Infinity, true);
  ends.look(bytes);
  const found: number[] = [];
  while (ends.pass(Infinity, 1, true) === 1) found.push(ends.at);
  return found;
}

/** What is a number, or nearly one. */
const amount = fc
  .array(
    fc.constantFrom(
      '0',
      '1',
      '9',
      '12',
      '123',
      '4567',
      ',',
      ',000',
      ',123',
      '.',
      '.5',
      '.50',
      '-',
      '(',
      ')',
      '£',
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(''));
const PLAN = planTable(
  [['What', 'Amount'], ...Array.from({ length: 40 }, () => ['Home care', '£8.40'])],
  't',
);

/** Of each rule of the lane as many as there are examples of; from then on it is only counted. */
const USUAL = ['1,234', '£5', '(5)'].flatMap((cell) => Array.from({ length: 5 }, () => cell));
/** Texts that the kernel looks at in steps, which what matters in them may straddle. */
const words = fc
  .array(fc.constantFrom('a'.repeat(9), 'b'.repeat(17), 'c', ' ', '居', '家养老', '1', '-'), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) => parts.join(''));

describe('the kernel', () => {
  fuzz(
    'ingest: the kernel publishes texts and amounts as the rules do',
    fc.array(fc.tuple(words, amount), { minLength: 1, maxLength: 40 }),
    (cells) => {
      // Seen twice: first the rules are asked, then what they said is remembered.
      const rows = [...USUAL.map((one) => ['Home care', one]), ...cells, ...cells];
      const part = new PartCleaner(PLAN, ',').clean(encoder.encode(rows.map(csvRecord).join('')), 2);
      const book = new IngestBook();
      const expected = rows.map((cells, at) => [at + 2, cleanRow(cells, at + 2, PLAN, book)] as const);
      expect(new TextDecoder().decode(part.csv)).toBe(
        expected.map(([row, cells]) => (cells ? csvRecord([row, ...cells]) : '')).join(''),
      );
      expect(part.rejects).toBe(book.rejects.map(rejectRecord).join(''));
    },
  );

  test('keeps many texts of a column apart', () => {
    const plan = planTable([['Supplier'], ...Array.from({ length: 40 }, () => ['Firm Ltd'])], 't');
    const texts = Array.from({ length: 30_000 }, (_, at) => `${(at * 7919) % 30_000}  Homes Ltd`);
    const rows = [...texts, ...texts.toReversed()];
    const cleaner = new PartCleaner(plan, ',');
    const part = cleaner.clean(encoder.encode(rows.map((cell) => csvRecord([cell])).join('')), 2);
    expect(new TextDecoder().decode(part.csv)).toBe(
      rows.map((cell, at) => csvRecord([at + 2, cell.replace('  ', ' ')])).join(''),
    );
  });

  fuzz(
    'ingest: the kernel reads records as they are told to be read, wherever marks stand and blocks end',
    fc.record({ text: fc.oneof(text, regular, straddling), cut: fc.integer({ min: 1, max: 200 }) }),
    ({ text, cut }) => {
      const bytes = encoder.encode(text);
      const expected = readPlainly(text);
      expect(readByKernel(bytes, cut)).toEqual(expected.records);
      expect(endsByKernel(bytes)).toEqual(expected.ends.map((end) => Math.min(end, bytes.length)));
    },
  );
});
