import { execFileSync } from 'node:child_process';
import {
  cpSync,
  createReadStream,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
  appendFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { compile } from './compile/compile.ts';
import { runCommand } from './lib/effects.ts';

const SIZES = [10_000, 100_000, 1_000_000];
const BATCH = 50_000;

/**
 * The whole compile of one table against PapaParse that only parses the same bytes, in the same run: a ratio and the peak memory a
 * size, each size in a process of its own. The rows are those of `data/gaoming`, repeated with keys of their own.
 */
await runCommand(async (effects) => {
  const [flag, only] = process.argv.slice(2);
  if (flag === '--one') return measure(Number(only), effects.log);
  const sizes = process.argv.slice(2).map(Number);
  for (const rows of sizes.length > 0 ? sizes : SIZES)
    effects.log(
      execFileSync(process.execPath, [import.meta.filename, '--one', String(rows)], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'inherit'],
      }).trimEnd(),
    );
});

async function measure(rows: number, log: (line: string) => void): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const file = makeProject(process.cwd(), root, rows);
    const bare = await time(() => parseOnly(file));
    const quiet = { log: () => undefined, error: () => undefined, progress: () => undefined };
    const whole = await time(() => compile(root, quiet));
    const again = await time(() => compile(root, quiet));
    const memory = Math.round(process.resourceUsage().maxRSS / 1024);
    log(
      `${rows} rows: compile ${whole.toFixed(2)} s, PapaParse alone ${bare.toFixed(2)} s, ratio ${(whole / bare).toFixed(1)}; again, nothing changed, ${again.toFixed(2)} s; peak ${memory} MB`,
    );
  } finally {
    rmSync(root, { recursive: true });
  }
}

function makeProject(from: string, root: string, rows: number): string {
  for (const dataset of ['gaoming', 'places', 'sources'])
    cpSync(join(from, 'data', dataset), join(root, 'data', dataset), { recursive: true });
  const file = join(root, 'data/gaoming/gaoming.csv');
  const [header, ...records] = readFileSync(file, 'utf8').trimEnd().split('\n');
  writeFileSync(file, `${header}\n`);
  for (let start = 0; start < rows; start += BATCH) {
    const lines = Array.from({ length: Math.min(BATCH, rows - start) }, (_, n) =>
      records[(start + n) % records.length]!.replace(/^[^,]*/, (id) => `${id}-${start + n}`),
    );
    appendFileSync(file, `${lines.join('\n')}\n`);
  }
  return file;
}

function parseOnly(file: string): Promise<void> {
  return new Promise((resolve, reject) => {
    Papa.parse(createReadStream(file), { chunk: () => undefined, complete: () => resolve(), error: reject });
  });
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
