import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { DatasetContext } from '../../scripts/compile/write/datasetFormat.ts';
import { fileFacts } from '../../scripts/compile/write/fileFacts.ts';
import { fileName } from '../../scripts/compile/write/tableFormat.ts';
import { LARGE_FORMATS, SMALL_FORMATS } from '../../scripts/compile/write/formats.ts';
import type { PublishedDataset, PublishedTable } from '../../src/model/catalogue.ts';
import { Dataset } from '../../src/model/dataset.ts';
import { isPlaceholder } from '../../src/model/language.ts';
import { fileNameIn, type TableFormatName } from '../../src/model/publishedFormat.ts';
import type { Row } from '../../src/model/row.ts';
import { hostile } from './hostile.ts';

/** A new folder with the dataset's folder in it. */
export const folder = mkdtempSync(join(tmpdir(), 'fuzz-'));
mkdirSync(join(folder, 'hostile'));

const both = (text: string): { en: string; zh: string } => ({ en: text, zh: text });

/** A dataset of one table with a field of each type, in which every hand-written text is `text`. */
export function described(text: string): Dataset {
  const filled = isPlaceholder(text) ? 'x' : text;
  const field = (name: string, type: string): object => ({
    name,
    type,
    title: both(filled),
    description: both(filled),
  });
  return Dataset.parse({
    id: 'hostile',
    title: both(filled),
    description: both(filled),
    method: both(filled),
    caveats: { en: [filled], zh: [filled] },
    version: '1.0.0',
    licence: 'CC-BY-4.0',
    group: 'context',
    keywords: { en: [filled], zh: [filled] },
    tables: [
      {
        name: 'hostile',
        title: both(filled),
        primaryKey: ['id'],
        evidence: false,
        fields: [
          field('id', 'integer'),
          field('words', 'string'),
          field('more', 'string'),
          field('amount', 'number'),
          field('year', 'year'),
          field('truth', 'boolean'),
        ],
      },
    ],
  });
}

/** Rows of the table that pass the checks. */
export const rows: fc.Arbitrary<Row[]> = fc
  .array(
    fc.record({
      words: fc.option(hostile.map((text) => text || null)),
      more: fc.option(hostile.map((text) => text || null)),
      amount: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)),
      year: fc.option(fc.integer({ min: 1000, max: 9999 })),
      truth: fc.option(fc.boolean()),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((some) => some.map((row, id) => ({ id: id - 2, ...row })));

/** Writes rows in a format and returns the path. */
export async function write(format: TableFormatName, some: Row[]): Promise<string> {
  const dataset = described('x');
  const [table] = dataset.tables;
  const { open } = [...SMALL_FORMATS, ...LARGE_FORMATS].find(({ name }) => name === format)!;
  const path = join(folder, fileNameIn('written', format));
  const writer = open(path, dataset, table!);
  await writer.write(some.map((row) => table!.fields.map(({ name }) => row[name] ?? null)));
  await writer.close();
  return path;
}

/** A dataset at the point where its descriptions are written; its texts and its changes are `text`. */
export function published(text: string, some: Row[]): DatasetContext & { dataset: PublishedDataset } {
  const dataset = described(text);
  const files = SMALL_FORMATS.slice(0, 1).map((format) => ({
    ...fileFacts(import.meta.filename, format.name),
    name: fileName(dataset.tables[0]!, format),
  }));
  const tables = dataset.tables.map((table) => ({ ...table, rows: some.length, files, ledger: {} as never }));
  return {
    folder: join(folder, 'hostile'),
    dataset: {
      ...dataset,
      tables,
      changes: `## 1.0.0 — 2026-11-24\n\n- ${text}\n`,
      issued: '2026-11-24',
      modified: '2026-11-24',
      coverage: {
        years: { first: 1000, last: 9999 },
        places: [{ id: 'x', name: dataset.title, level: 'country' }],
      },
      files: [],
      sources: 1,
    },
    sources: [
      { id: 'a', title: text, author: text, publisher: text, date: '2014', url: 'https://example.org/a' },
    ],
    rows: (_: PublishedTable) => Promise.resolve(some),
    eachRows: (_: PublishedTable, onRows) => Promise.resolve(onRows(some)),
  };
}
