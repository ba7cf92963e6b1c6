import { cpSync, createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { compile } from './compile.ts';
import { runCommand } from './effects.ts';

/**
 * The whole compile of one table against PapaParse that only parses the same bytes, in the same run. Prints a ratio a size.
 * The rows are those of `data/gaoming`, repeated with keys of their own.
 */
await runCommand(async (effects) => {
  const sizes = process.argv.slice(2).map(Number);
  for (const rows of sizes.length > 0 ? sizes : [10_000, 100_000]) {
    const root = mkdtempSync(join(tmpdir(), 'bench-'));
    try {
      const file = makeProject(process.cwd(), root, rows);
      const bare = await time(() => parseOnly(file));
      const whole = await time(() =>
        compile(root, { log: () => undefined, error: () => undefined, progress: () => undefined }),
      );
      const memory = Math.round(process.resourceUsage().maxRSS / 1024);
      effects.log(
        `${rows} rows: compile ${whole.toFixed(2)} s, PapaParse alone ${bare.toFixed(2)} s, ratio ${(whole / bare).toFixed(1)}, peak ${memory} MB`,
      );
    } finally {
      rmSync(root, { recursive: true });
    }
  }
});

function makeProject(from: string, root: string, rows: number): string {
  for (const dataset of ['gaoming', 'places', 'sources'])
    cpSync(join(from, 'data', dataset), join(root, 'data', dataset), { recursive: true });
  const file = join(root, 'data/gaoming/gaoming.csv');
  const [header, ...records] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const lines = Array.from({ length: rows }, (_, n) =>
    records[n % records.length]!.replace(/^[^,]*/, (id) => `${id}-${n}`),
  );
  writeFileSync(file, `${[header, ...lines].join('\n')}\n`);
  return file;
}

const parseOnly = (file: string): Promise<void> =>
  new Promise((resolve, reject) => {
    Papa.parse(createReadStream(file), { chunk: () => undefined, complete: () => resolve(), error: reject });
  });

async function time(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
