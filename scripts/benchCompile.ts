import {
  appendFileSync,
  createReadStream,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { stringify } from 'yaml';
import { csvRecord } from '../src/model/csv.ts';
import { runCommand } from './lib/effects.ts';
import { writeExport } from './bench/export.ts';
import { isInstalled, measure, type Cost } from './bench/measure.ts';

const SIZES = [10_000, 100_000, 1_000_000];

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

const script = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/**
 * The whole compile of a table, to all formats of its size, against PapaParse that only parses the same file, in the same run and each in a
 * process of its own on one core: seconds, ratio and peak memory a size.
 */
await runCommand(async ({ log }) => {
  const sizes = process.argv.slice(2).map(Number);
  const pinned = await isInstalled('taskset');
  for (const rows of sizes.length > 0 ? sizes : SIZES) {
    const root = mkdtempSync(join(tmpdir(), 'bench-compile-'));
    try {
      const file = await makeProject(root, rows);
      const onOne = (...args: string[]): Promise<Cost> =>
        pinned
          ? measure('taskset', ['-c', '0', process.execPath, ...args], root)
          : measure(process.execPath, args, root);
      await measure('cat', [file], root);
      const bare = await onOne(script('./bench/papaparse.ts'), file);
      const whole = await onOne(script('./compile.ts'));
      log(`${rows.toLocaleString('en')} rows, ${(statSync(file).size / 1e6).toFixed(0)} MB`);
      for (const [name, { seconds, megabytes }] of [
        ['PapaParse, parsing only', bare],
        ['compile → all formats of its size', whole],
      ] as const)
        log(
          `  ${name.padEnd(36)} ${seconds.toFixed(2).padStart(7)} s  ${(seconds / bare.seconds).toFixed(1).padStart(5)} ×  ${String(megabytes).padStart(5)} MB`,
        );
    } finally {
      rmSync(root, { recursive: true });
    }
  }
});

/**
 * A project of one table: the messy export as it may stand in `data/`. White space and commas between thousands stay, as the compile cleans
 * them; what it would refuse (a day that stands first, a currency, an amount in words) is as ingest leaves it.
 * @returns the file of the table
 */
async function makeProject(root: string, rows: number): Promise<string> {
  const raw = join(root, 'export.csv');
  writeExport(raw, rows);
  const folder = join(root, 'data/payments');
  mkdirSync(folder, { recursive: true });
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
