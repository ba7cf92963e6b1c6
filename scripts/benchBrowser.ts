import { globSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { ask, firstRows, QUESTIONS, type AnswerCost } from './bench/explorerQuestions.ts';
import { launchBrowser } from './lib/browser.ts';
import { searchTimes } from './bench/searchTimes.ts';
import { runCommand } from './lib/effects.ts';
import { serve } from './lib/serve.ts';

const RUNS = 3;
const PAGE = '/en/datasets/payments/explore/';
const FILES = 'dist/data/payments/payments/*.parquet';

const median = (numbers: number[]): number => numbers.sort((a, b) => a - b)[numbers.length >> 1]!;

/** One statement in a new database on one thread, as the explorer has one worker. @returns milliseconds */
async function inDuckDb(sql: string): Promise<number> {
  const database = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await database.connect();
  const files = globSync(FILES).map((file) => `'${file}'`);
  const start = performance.now();
  await connection.runAndReadAll(sql.replace('FILES', `read_parquet([${files.join(', ')}])`));
  const milliseconds = performance.now() - start;
  connection.closeSync();
  database.closeSync();
  return milliseconds;
}

/**
 * The explorer on 1.6 million payments in a real browser over a local server, each question cold, beside DuckDB on the same Parquet files:
 * milliseconds (median of three), kilobytes of Parquet, ratio. Then the search: milliseconds from the last key to the first result. The
 * site must be built.
 */
await runCommand(async ({ log }) => {
  const server = await serve(process.cwd(), 0);
  const browser = await launchBrowser();
  const url = `${server.address}${PAGE}`;
  const cold = async (width: number, measure: typeof firstRows): Promise<AnswerCost> => {
    const costs: AnswerCost[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const context = await browser.newContext({ viewport: { width, height: 900 } });
      costs.push(await measure(context, url));
      await context.close();
    }
    return {
      milliseconds: median(costs.map(({ milliseconds }) => milliseconds)),
      kilobytes: median(costs.map(({ kilobytes }) => kilobytes)),
    };
  };
  const line = (name: string, { milliseconds, kilobytes }: AnswerCost, duckdb?: number): void =>
    log(
      `${name.padEnd(52)} ${milliseconds.toFixed(0).padStart(6)} ms ${kilobytes.toFixed(0).padStart(7)} KB` +
        (duckdb === undefined
          ? ''
          : `   DuckDB ${duckdb.toFixed(0).padStart(5)} ms   ${(milliseconds / duckdb).toFixed(1).padStart(5)} ×`),
    );
  try {
    line('page with its first rows, then open facets', await cold(1280, firstRows));
    for (const question of QUESTIONS) {
      const cost = await cold(900, (context, address) => ask(context, address, question));
      const times: number[] = [];
      for (let run = 0; run < RUNS; run += 1) times.push(await inDuckDb(question.sql));
      line(question.name, cost, median(times));
    }
    for (const language of ['en', 'zh'] as const)
      for (const { query, milliseconds } of await searchTimes(browser, server.address, language))
        log(`search: first result for “${query}”`.padEnd(52) + ` ${milliseconds.toFixed(0).padStart(6)} ms`);
  } finally {
    await browser.close();
    await server.close();
  }
});
