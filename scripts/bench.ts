import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import project from '../package.json' with { type: 'json' };
import { writeExport } from './bench/export.ts';
import { isInstalled, measure, type Cost } from './bench/measure.ts';
import { runCommand, type Effects } from './lib/effects.ts';

const SIZES = [10_000, 100_000, 1_000_000, 10_000_000];
/** Row count above which tools that take minutes for a million rows are not run. */
const SLOW = 1_000_000;

const script = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** How `npm run ingest` starts Node. */
const INGEST = project.scripts.ingest
  .split(' ')
  .slice(1)
  .map((word) => word.replace(/^(\.\/)?scripts\/(.*)$/, (_, __, name: string) => script(name)));

/** The part of the cleaning that Miller can do: white space, amounts, dates; no masking of persons and no report. */
const MILLER = [
  ...['--csv', 'clean-whitespace', 'then', 'cut', '-x', '-f', 'Contact e-mail', 'then', 'put', '-q'],
  '$Amount = gsub(string($Amount), "[£,]", ""); $Amount = sub($Amount, "^[(](.*)[)]$", "-\\1"); $Amount = $Amount == "-" ? "" : $Amount; ${Payment date} = ${Payment date} == "" ? "" : sub(${Payment date}, "^(..)/(..)/(....)$", "\\3-\\2-\\1"); if ($Amount == "" || is_numeric($Amount)) { emit $* }',
];

/** The same in DuckDB's SQL, to CSV and Parquet. */
const duckdb = (file: string, out: string, format: string): string => `
COPY (SELECT trim("Reference") AS reference, trim("Purchaser") AS purchaser, regexp_replace(trim("Description"), '\\s+', ' ', 'g') AS description,
  regexp_replace(trim("Supplier name"), '\\s+', ' ', 'g') AS supplier, "Procedure" AS procedure, try_strptime("Payment date", '%d/%m/%Y')::DATE AS payment_date,
  try_cast(regexp_replace(regexp_replace("Amount", '[£,]', '', 'g'), '^\\((.*)\\)$', '-\\1') AS DOUBLE) AS amount, "Notes" AS notes
FROM read_csv('${file}', header = true, all_varchar = true, quote = '"', escape = '"')) TO '${out}' (${format})`;

/**
 * Measures read → clean → check → CSV (and Parquet) and ledger of a purchase export against tools that do part of it, in the same run:
 * seconds, the ratio to PapaParse parsing the same bytes, and the peak memory of all processes started.
 */
async function bench(sizes: number[], effects: Effects): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const cores = availableParallelism();
  const pinned = await isInstalled('taskset');
  const [miller, csvkit] = [await isInstalled('mlr'), await isInstalled('csvcut')];
  try {
    for (const rows of sizes) {
      const file = join(folder, 'export.csv');
      writeExport(file, rows);
      const bytes = statSync(file).size;
      effects.log(`\n${rows.toLocaleString('en')} rows, ${(bytes / 1e6).toFixed(0)} MB; ${cores} cores`);
      // Read the file once, so that it is in the disk cache for every measured command.
      await measure('cat', [file], folder);
      const onOne = (command: string, args: string[]): Promise<Cost> =>
        pinned ? measure('taskset', ['-c', '0', command, ...args], folder) : measure(command, args, folder);
      const node = process.execPath;
      /** Writes into an empty folder, so that removing old output is not measured. */
      const ingest = (...options: string[]): string[] => {
        rmSync(join(folder, 'out'), { recursive: true, force: true });
        return [...INGEST, ...[file, '--keep-going', '--to', join(folder, 'out'), ...options]];
      };
      const papaparse = await onOne(node, [script('bench/papaparse.ts'), file]);
      const say = (name: string, { seconds, megabytes }: Cost): void =>
        effects.log(
          `  ${name.padEnd(58)} ${seconds.toFixed(2).padStart(7)} s  ${(seconds / papaparse.seconds).toFixed(1).padStart(5)} ×  ${String(megabytes).padStart(5)} MB`,
        );
      say('PapaParse, parsing only, one core', papaparse);
      say('ingest → CSV + ledger, one core', await onOne(node, ingest()));
      say('ingest → CSV + Parquet + ledger, one core', await onOne(node, ingest('--parquet')));
      for (const [name, format] of [
        ['CSV', 'FORMAT csv'],
        ['Parquet', 'FORMAT parquet, COMPRESSION zstd'],
      ] as const)
        say(
          `DuckDB COPY, the cleaning that SQL can do → ${name}, one core`,
          await onOne(node, [
            script('bench/duckdb.ts'),
            duckdb(file, join(folder, `duckdb.${name.toLowerCase()}`), format),
            '1GB',
          ]),
        );
      if (miller && rows <= SLOW)
        say('Miller, the cleaning that it can do → CSV, one core', await onOne('mlr', [...MILLER, file]));
      if (csvkit && rows <= SLOW)
        say(
          'csvkit, one column left out → CSV, one core',
          await onOne('csvcut', ['-C', 'Contact e-mail', file]),
        );
      for (const [name, there] of [
        ['Miller', miller],
        ['csvkit', csvkit],
      ] as const)
        if (!there) effects.log(`  ${name} is not installed`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

await runCommand(async (effects) => {
  const sizes = process.argv.slice(2).map(Number);
  await bench(sizes.length > 0 ? sizes : SIZES, effects);
});
