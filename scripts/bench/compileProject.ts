import { appendFileSync, createReadStream, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { stringify } from 'yaml';
import { csvRecord } from '../../src/model/csv.ts';
import { writeExport } from './export.ts';

/** The fields of the table, each with its type. */
const FIELDS: Record<string, string> = {
  reference: 'string',
  purchaser: 'string',
  description: 'string',
  supplier: 'string',
  procedure: 'string',
  payment_date: 'partial-date',
  amount: 'number',
  contact: 'string',
  notes: 'string',
};

/**
 * A project of one table: the messy export as it may be in `data/`. White space and commas between thousands stay, as the compile cleans
 * them; what it would refuse (a day before its month, a currency, an amount in words) is as ingest leaves it.
 * @returns the file of the table
 */
export async function makeProject(root: string, rows: number): Promise<string> {
  const folder = join(root, 'data/payments');
  mkdirSync(folder, { recursive: true });
  const raw = join(root, 'export.csv');
  writeExport(raw, rows);
  const file = join(folder, 'payments.csv');
  writeFileSync(file, csvRecord(Object.keys(FIELDS)));
  await inChunks(raw, (records) => appendFileSync(file, records.map(csvRecord).join('')));
  rmSync(raw);
  const both = (text: string): object => ({ en: text, zh: text });
  writeFileSync(join(folder, 'CHANGES.md'), '## 1.0.0 — 2026-11-24\n\n- First publication.\n');
  writeFileSync(
    join(folder, 'dataset.yaml'),
    stringify({
      id: 'payments',
      title: both('Payments'),
      description: both('Payments'),
      method: both('Made up for a bench'),
      caveats: { en: [], zh: [] },
      version: '1.0.0',
      licence: 'CC-BY-4.0',
      group: 'purchases',
      keywords: { en: [], zh: [] },
      tables: [
        {
          name: 'payments',
          title: both('Payments'),
          primaryKey: ['reference'],
          // Made up: there is no source.
          evidence: false,
          fields: Object.entries(FIELDS).map(([name, type]) => ({
            name,
            type,
            title: both(name),
            description: both(name),
          })),
        },
      ],
    }),
  );
  return file;
}

/** The records of an export, without its header, as ingest leaves their dates and amounts. */
function inChunks(path: string, take: (records: string[][]) => void): Promise<void> {
  let header = true;
  return new Promise((resolve, reject) => {
    Papa.parse<string[]>(createReadStream(path), {
      delimiter: ',',
      newline: '\r\n',
      skipEmptyLines: true,
      chunk({ data }) {
        take((header ? data.slice(1) : data).map(cleaned));
        header = false;
      },
      complete: () => resolve(),
      error: reject,
    });
  });
}

function cleaned(record: string[]): string[] {
  const [date, amount] = [record[5]!, record[6]!];
  const number = amount.replace('£', '').replace(/^\((.*)\)$/, '-$1');
  return record.with(5, date.split('/').reverse().join('-')).with(6, /\d/.test(number) ? number : '');
}
