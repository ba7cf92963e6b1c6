import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import Papa from 'papaparse';
import { stringify } from 'yaml';
import { csvRecord } from '../src/model/csv.ts';
import type { Cell } from '../src/model/row.ts';
import { runCommand, type Effects } from './effects.ts';
import { CommandError } from './fault.ts';
import { readAmount } from './ingest/amount.ts';
import { dayOrder, readDate } from './ingest/date.ts';
import { decode } from './ingest/decode.ts';
import { mask, PERSONAL_COLUMN } from './ingest/personal.ts';
import { proposeFields, type ProposedField } from './ingest/propose.ts';
import { findShape } from './ingest/shape.ts';

/** The account of one file: `rows_in` = `rows_out` + `rows_dropped` + `rejects`, always. */
export interface IngestLedger {
  file: string;
  encoding: string;
  delimiter: string;
  title_rows: number;
  rows_in: number;
  rows_out: number;
  rows_dropped: Record<string, number>;
  rejects: number;
  columns_dropped: string[];
  masked: Record<string, number>;
  changed: Record<string, number>;
}

/** What an ingest came to. */
export interface Ingested {
  fields: ProposedField[];
  rows: Cell[][];
  rejects: { row: number; reason: string; cells: string[] }[];
  ledger: IngestLedger;
}

/**
 * Reads a raw delimited file (any encoding and delimiter, titles above, totals below) into a clean table. Personal data never reaches
 * the result. A row with more cells than the header is rejected, with its reason.
 * @param bytes the file's content
 * @param file the name shown in the ledger
 */
export function ingest(bytes: Uint8Array, file: string): Ingested {
  const { text, encoding } = decode(bytes);
  const parsed = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: false });
  const sheet = parsed.data;
  const shape = findShape(sheet);
  const headings = (sheet[shape.header] ?? []).map((heading) => heading.trim());
  while (headings.length > 0 && headings.at(-1) === '') headings.pop();
  if (headings.length === 0) throw new CommandError(`${file}: no header was found (a row of column names)`);
  const kept = headings
    .map((heading, index) => ({ heading, index }))
    .filter(({ heading }) => !PERSONAL_COLUMN.test(heading));
  const masked: Record<string, number> = {};
  const changed: Record<string, number> = {};
  const count = (into: Record<string, number>, key: string, by = 1): void =>
    void (into[key] = (into[key] ?? 0) + by);
  const dropped: Record<string, number> = {};
  const rejects: Ingested['rejects'] = [];
  const clean: string[][] = [];
  let rowsIn = 0;
  sheet.forEach((cells, index) => {
    if (index <= shape.header || (index === sheet.length - 1 && cells.length === 1 && cells[0] === ''))
      return;
    rowsIn += 1;
    const reason = shape.dropped.get(index);
    if (reason) return count(dropped, reason);
    if (cells.slice(headings.length).some((cell) => cell.trim() !== '')) {
      rejects.push({
        row: index + 1,
        reason: `has ${cells.length} cells, the header ${headings.length}`,
        cells: cells.map((cell) => mask(cell).text),
      });
      return;
    }
    clean.push(
      kept.map(({ index: column }) => {
        const raw = cells[column] ?? '';
        const trimmed = raw.replace(/^[\s\u00a0\u3000\u200b]+|[\s\u00a0\u3000\u200b]+$/g, '');
        if (trimmed !== raw) count(changed, 'whitespace');
        const safe = mask(trimmed);
        for (const [kind, times] of Object.entries(safe.masked)) count(masked, kind, times);
        return safe.text;
      }),
    );
  });
  const fields = proposeFields(
    kept.map(({ heading }) => heading),
    clean,
  );
  const rows = typed(fields, clean, (rule) => count(changed, rule));
  const ledger: IngestLedger = {
    file,
    encoding,
    delimiter: parsed.meta.delimiter,
    title_rows: shape.titles.length,
    rows_in: rowsIn,
    rows_out: rows.length,
    rows_dropped: dropped,
    rejects: rejects.length,
    columns_dropped: headings.filter((heading) => PERSONAL_COLUMN.test(heading)),
    masked,
    changed,
  };
  const out = ledger.rows_out + rejects.length + Object.values(dropped).reduce((sum, n) => sum + n, 0);
  if (out !== rowsIn) throw new Error(`${file}: ${rowsIn} rows in, ${out} accounted for`);
  return { fields, rows, rejects, ledger };
}

/** Cells as their column's type; a cell that does not fit keeps its text, which the compile will then name. */
function typed(fields: ProposedField[], rows: string[][], changed: (rule: string) => void): Cell[][] {
  const orders = fields.map((field, column) =>
    field.type === 'partial-date' ? dayOrder(rows.map((row) => row[column]!)) : 'unclear',
  );
  const cellOf = (field: ProposedField, column: number, text: string): Cell => {
    if (text === '') return null;
    if (field.type === 'number' || field.type === 'integer') {
      if (/^[-–—]$/.test(text)) {
        changed('dash-as-empty');
        return null;
      }
      const value = readAmount(text);
      if (value !== null && String(value) !== text) changed('amount');
      return value ?? text;
    }
    if (field.type === 'partial-date') {
      const date = readDate(text, orders[column]!);
      if (date !== null && date !== text) changed('date');
      return date ?? text;
    }
    return field.type === 'year' ? Number(text) : text;
  };
  return rows.map((row) => fields.map((field, column) => cellOf(field, column, row[column]!)));
}

/** The `dataset.yaml` a person edits before the table goes into `data/`. */
export function proposeDataset(id: string, { fields, ledger }: Ingested): string {
  const both = (text: string): { en: string; zh: string } => ({ en: text, zh: text });
  const heading = `Proposed by ingest from ${ledger.file}. Read every line: titles, units and meanings are yours to write, and each row still needs id, source_id and confidence.`;
  return `# ${heading}\n${stringify(
    {
      id,
      title: both(id),
      description: both('…'),
      method: both(`${ledger.rows_in} rows read, ${ledger.rows_out} kept.`),
      caveats: { en: [], zh: [] },
      version: '0.1.0',
      licence: 'CC-BY-4.0',
      group: 'purchases',
      keywords: { en: [], zh: [] },
      tables: [
        {
          name: id,
          title: both(id),
          primaryKey: ['row'],
          fields: [
            {
              name: 'row',
              type: 'integer',
              title: { en: 'Row', zh: '行' },
              description: { en: 'Number of the row in the file.', zh: '在文件中的行次。' },
              constraints: { required: true },
            },
            ...fields.map((field) => ({
              name: field.name,
              type: field.type,
              title: both(field.heading || field.name),
              description: both(
                `${Math.round(field.sureness * 100)}% of ${field.filled} cells fit; e.g. ${field.examples.join(' | ').slice(0, 80) || '(empty)'}`,
              ),
            })),
          ],
        },
      ],
    },
    { lineWidth: 0 },
  )}`;
}

async function run(args: string[], effects: Effects): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    options: { to: { type: 'string' } },
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new CommandError('usage: npm run ingest -- FILE… [--to FOLDER]', 2);
  for (const file of positionals) {
    if (!existsSync(file)) throw new CommandError(`${file} does not exist`);
    const result = ingest(readFileSync(file), basename(file));
    const id =
      basename(file)
        .replace(/\.[^.]*$/, '')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '') || 'table';
    const folder = join(values.to ?? 'ingested', id);
    mkdirSync(folder, { recursive: true });
    const header = csvRecord(['row', ...result.fields.map(({ name }) => name)]);
    writeFileSync(
      join(folder, `${id}.csv`),
      header + result.rows.map((row, index) => csvRecord([index + 1, ...row])).join(''),
    );
    writeFileSync(join(folder, 'dataset.yaml'), proposeDataset(id, result));
    writeFileSync(join(folder, 'CHANGES.md'), '# Changes\n\n## 0.1.0\n\n- Proposed by ingest.\n');
    writeFileSync(join(folder, 'ledger.json'), `${JSON.stringify(result.ledger, null, 1)}\n`);
    if (result.rejects.length > 0)
      writeFileSync(
        join(folder, 'rejects.csv'),
        csvRecord(['row', 'reason', 'cells']) +
          result.rejects
            .map(({ row, reason, cells }) => csvRecord([row, reason, JSON.stringify(cells)]))
            .join(''),
      );
    const { ledger } = result;
    const lost = Object.entries(ledger.rows_dropped).map(([reason, n]) => `${n} ${reason}`);
    const hidden = Object.entries(ledger.masked).map(([kind, n]) => `${n} ${kind}`);
    effects.log(
      `${file}: ${ledger.encoding}, ${ledger.rows_in} rows in, ${ledger.rows_out} out, ${ledger.rejects} rejected, dropped: ${lost.join(', ') || 'none'}; masked: ${hidden.join(', ') || 'none'} → ${folder}`,
    );
  }
}

if (import.meta.main) await runCommand((effects) => run(process.argv.slice(2), effects));
