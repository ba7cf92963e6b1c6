import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx, type WriteSheet } from 'hucre/xlsx';
import type { PublishedTable } from '../../../src/model/catalogue.ts';
import { excelText } from '../../../src/model/excelText.ts';
import type { Field } from '../../../src/model/field.ts';
import { isNumeric } from '../../../src/model/fieldType.ts';
import { text, type Cell, type Row } from '../../../src/model/row.ts';
import { licenceOf } from '../../../src/model/licence.ts';
import { SITE_NAME } from '../../../src/model/site.ts';
import { fileNameIn } from '../../../src/model/publishedFormat.ts';
import type { DatasetContext, DatasetFormat } from './datasetFormat.ts';

const WIDEST = 60;

/**
 * XLSX, a workbook a table: the data with frozen header, filter and right types; its dictionary in both languages; its sources; notes.
 * @param rowsAtMost those of the largest table that is published so
 */
export const xlsx = (rowsAtMost: number): DatasetFormat => ({
  name: 'xlsx',
  async write(context) {
    const names: string[] = [];
    for (const table of context.dataset.tables) {
      if (table.rows > rowsAtMost) continue;
      const name = fileNameIn(table.name, 'xlsx');
      writeFileSync(join(context.folder, name), await workbook(context, table));
      names.push(name);
    }
    return names;
  },
});

async function workbook(context: DatasetContext, table: PublishedTable): Promise<Uint8Array> {
  const { dataset } = context;
  const rows = await context.rows(table);
  const day = new Date(`${dataset.modified}T00:00:00Z`);
  return writeXlsx({
    sheets: [
      dataSheet(table, rows),
      textSheet(
        'dictionary 字典',
        ['field', 'title_en', 'title_zh', 'meaning_en', 'meaning_zh', 'type', 'unit', 'codes'],
        table.fields.map(dictionaryRow),
      ),
      textSheet(
        'sources 来源',
        ['id', 'title', 'author', 'publisher', 'date', 'url'],
        context.sources.map((row) =>
          ['id', 'title', 'author', 'publisher', 'date', 'url'].map((name) => text(row, name)),
        ),
      ),
      textSheet('notes 说明', ['', 'English', '中文'], notes(context, table)),
    ],
    properties: {
      title: table.title.en,
      creator: SITE_NAME.en,
      created: day,
      modified: day,
      description: dataset.description.en,
    },
  });
}

function dataSheet(table: PublishedTable, rows: Row[]): WriteSheet {
  const last = columnLetters(table.fields.length);
  return {
    name: table.name.slice(0, 31),
    columns: table.fields.map((field) => ({ width: widthOf(field, rows) })),
    rows: [
      table.fields.map(({ name }) => name),
      ...rows.map((row) => table.fields.map((field) => excelText(row[field.name] ?? null))),
    ],
    freezePane: { rows: 1 },
    autoFilter: { range: `A1:${last}${rows.length + 1}` },
  };
}

const textSheet = (name: string, header: string[], rows: string[][]): WriteSheet => ({
  name,
  columns: header.map((_, column) => ({
    width: Math.min(
      WIDEST,
      4 + Math.max(...[header, ...rows].map((row) => breadth(String(row[column] ?? '')).valueOf())),
    ),
  })),
  rows: [header, ...rows.map((row) => row.map(excelText))],
  freezePane: { rows: 1 },
});

const dictionaryRow = (field: Field): string[] => [
  field.name,
  field.title.en,
  field.title.zh,
  field.description.en,
  field.description.zh,
  field.type,
  field.unit ?? '',
  Object.entries(field.labels ?? {})
    .map(([code, label]) => `${code} = ${label.en} / ${label.zh}`)
    .join('; '),
];

function notes({ dataset }: DatasetContext, table: PublishedTable): string[][] {
  const { name } = licenceOf(dataset);
  return [
    ['title', table.title.en, table.title.zh],
    ['description', dataset.description.en, dataset.description.zh],
    ['method', dataset.method.en, dataset.method.zh],
    ...dataset.caveats.en.map((caveat, index) => ['caveat', caveat, dataset.caveats.zh[index]!]),
    ['version', dataset.version, dataset.version],
    ['date', dataset.modified, dataset.modified],
    ['licence', name.en, name.zh],
    ...(dataset.rights ? [['rights', dataset.rights.en, dataset.rights.zh]] : []),
    ['publisher', SITE_NAME.en, SITE_NAME.zh],
  ];
}

/** A 汉字 is as broad as two letters. */
const breadth = (text: string): number =>
  [...text.slice(0, 2 * WIDEST)].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 2 : 1), 0);

function widthOf(field: Field, rows: Row[]): number {
  const sample = rows.slice(0, 200).map((row) => breadth(show(row[field.name] ?? null)));
  return Math.min(isNumeric(field) ? 24 : WIDEST, Math.max(breadth(field.name) + 3, ...sample) + 2);
}

const show = (cell: Cell): string => (cell === null ? '' : String(cell));

/** 1 → A, 27 → AA. */
function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
