import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeProject } from './bench/compileProject.ts';
import { writeExport } from './bench/export.ts';
import { isInstalled, measure, type Cost } from './bench/measure.ts';
import { HALVES, payeeScore } from './bench/payeeScore.ts';
import { privatePayee } from './ingest/names/privatePayee.ts';
import { runCommand, type Effects } from './lib/effects.ts';

const SIZES = [10_000, 100_000, 1_000_000];

const script = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** The same cleaning in Miller, as far as it can: white space, amounts, dates; no masking of persons, no ledger. */
const MILLER = [
  ...['--csv', 'clean-whitespace', 'then', 'cut', '-x', '-f', 'Contact e-mail', 'then', 'put', '-q'],
  '$Amount = gsub(string($Amount), "[£,]", ""); $Amount = sub($Amount, "^[(](.*)[)]$", "-\\1"); $Amount = $Amount == "-" ? "" : $Amount; ${Payment date} = ${Payment date} == "" ? "" : sub(${Payment date}, "^(..)/(..)/(....)$", "\\3-\\2-\\1"); if ($Amount == "" || is_numeric($Amount)) { emit $* }',
];

/** The same in DuckDB's SQL. */
const duckdb = (file: string, out: string, format: string): string => `
COPY (SELECT trim("Reference") AS reference, trim("Purchaser") AS purchaser, regexp_replace(trim("Description"), '\\s+', ' ', 'g') AS description,
  regexp_replace(trim("Supplier name"), '\\s+', ' ', 'g') AS supplier, "Procedure" AS procedure, try_strptime("Payment date", '%d/%m/%Y')::DATE AS payment_date,
  try_cast(regexp_replace(regexp_replace("Amount", '[£,]', '', 'g'), '^\\((.*)\\)$', '-\\1') AS DOUBLE) AS amount, "Notes" AS notes
FROM read_csv('${file}', header = true, all_varchar = true, quote = '"', escape = '"')) TO '${out}' (${format})`;

/**
 * Ingest of a messy purchase export, and the compile of the same rows to all formats of their size, against tools that do a part of it: each
 * in the same run, in a process of its own on one core. Printed are seconds, the ratio to PapaParse that only parses the same bytes, and
 * peak memory of the process and all that it starts.
 */
async function bench(rows: number, { log }: Effects): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const pinned = await isInstalled('taskset');
  const run = (command: string, args: string[], cwd = folder): Promise<Cost> =>
    pinned ? measure('taskset', ['-c', '0', command, ...args], cwd) : measure(command, args, cwd);
  const node = (...args: string[]): Promise<Cost> => run(process.execPath, args);
  let bare: Cost = { seconds: Number.NaN, megabytes: 0 };
  const report = (name: string, { seconds, megabytes }: Cost): void =>
    log(
      `  ${name.padEnd(52)} ${seconds.toFixed(2).padStart(7)} s  ${(seconds / bare.seconds).toFixed(1).padStart(5)} ×  ${String(megabytes).padStart(5)} MB`,
    );
  /** Bare parsing of a file that was read before, so that no one waits for the disk. */
  const parseOnly = async (file: string): Promise<void> => {
    await measure('cat', [file], folder);
    bare = await node(script('bench/papaparse.ts'), file);
    log(`\n${rows.toLocaleString('en')} rows, ${(statSync(file).size / 1e6).toFixed(1)} MB`);
    report('PapaParse, parsing only', bare);
  };
  try {
    const file = join(folder, 'export.csv');
    writeExport(file, rows);
    await parseOnly(file);
    const ingest = (to: string, ...options: string[]): Promise<Cost> =>
      node(script('ingest.ts'), file, '--keep-going', '--to', join(folder, to), ...options);
    report('ingest → CSV + ledger', await ingest('csv'));
    report('ingest → CSV + Parquet + ledger', await ingest('both', '--parquet'));
    for (const [name, format] of [
      ['CSV', 'FORMAT csv'],
      ['Parquet', 'FORMAT parquet, COMPRESSION snappy'],
    ] as const)
      report(
        `DuckDB COPY, the cleaning that SQL can do → ${name}`,
        await node(
          script('bench/duckdb.ts'),
          duckdb(file, join(folder, `duckdb.${name.toLowerCase()}`), format),
          '1GB',
        ),
      );
    if (await isInstalled('mlr'))
      report('Miller, the cleaning that it can do → CSV', await run('mlr', [...MILLER, file]));
    else log('  Miller is not installed');
    const root = join(folder, 'project');
    await parseOnly(await makeProject(root, rows));
    report('compile → all formats of its size', await run(process.execPath, [script('compile.ts')], root));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Prints how well persons among payees are distinguished from organisations, for either half of the labelled sample. */
function scorePayees({ log }: Effects): void {
  const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
  for (const half of HALVES) {
    const { payees, publishers, persons, recall, wrong } = payeeScore(
      half,
      (name) => privatePayee(name) !== null,
    );
    log(
      `payees, ${half}: ${payees} of ${publishers} publishers, ${persons} persons, of whom ${percent(recall)} are masked; ${percent(wrong)} of the masked are organisations`,
    );
  }
}

await runCommand(async (effects) => {
  scorePayees(effects);
  const sizes = process.argv.slice(2).map(Number);
  for (const rows of sizes.length > 0 ? sizes : SIZES) await bench(rows, effects);
});
