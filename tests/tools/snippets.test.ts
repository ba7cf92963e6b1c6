import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadSnippets } from '../../src/components/table/loadSnippets.ts';
import { readTable } from '../../src/published/readCatalogue.ts';
import { serve, type RunningServer } from '../../scripts/lib/serve.ts';
import { has, PANDAS } from './tools.ts';
import { spawn } from 'node:child_process';

/** Runs a program without blocking the server of this process. */
const runBeside = (command: string, args: string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args);
    let out = '';
    child.stdout.on('data', (piece: Buffer) => (out += piece.toString('utf8')));
    child.stderr.on('data', (piece: Buffer) => (out += piece.toString('utf8')));
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve(out) : reject(new Error(out))));
  });

const table = readTable('purchases');

/** The snippet of a language for a site at that address. */
const code = (id: string, site: string): string =>
  loadSnippets('purchases', table, site).find((snippet) => snippet.id === id)!.code;

let server: RunningServer;
beforeAll(async () => void (server = await serve(process.cwd(), 0)));
afterAll(() => server.close());

describe('the snippets of a page run as printed', () => {
  test.skipIf(!has('Rscript'))('R', async () => {
    const out = await runBeside('Rscript', [
      '--vanilla',
      '-e',
      `${code('r', server.address)}\ncat(nrow(purchases), ncol(purchases), sum(is.na(purchases$year)), "\\n")`,
    ]);
    expect(out.trim().split('\n').at(-1)!.trim()).toMatch(
      new RegExp(`^${table.rows} ${table.fields.length} ${table.ledger.missing['year']}$`),
    );
  });

  test.skipIf(!PANDAS)('Python', async () => {
    const out = await runBeside(PANDAS!, [
      '-c',
      `${code('python', server.address)}\nprint(len(purchases), len(purchases.columns), purchases["year"].isna().sum())`,
    ]);
    expect(out.trim().split('\n').at(-1)).toBe(
      `${table.rows} ${table.fields.length} ${table.ledger.missing['year']}`,
    );
  });

  test('DuckDB, from the file, since its extension for HTTP is not in the package', async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const program = code('duckdb', 'public');
    for (const statement of program.split(';').filter((part) => part.trim() !== ''))
      await connection.run(statement);
    const [row] = (
      await connection.runAndReadAll('SELECT count(*)::INT AS n FROM purchases')
    ).getRowObjects();
    expect(row).toEqual({ n: table.rows });
  });

  test('Power Query and Stata name the file, its encoding and its quotes', () => {
    const site = 'https://site.example';
    expect(code('power-query', site)).toContain(
      'Web.Contents("https://site.example/data/purchases/purchases.csv")',
    );
    expect(code('power-query', site)).toContain('Encoding = 65001');
    expect(code('stata', site)).toMatch(
      /^import delimited ".*purchases\.csv", varnames\(1\) encoding\("UTF-8"\) bindquote\(strict\)/,
    );
  });
});
