import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadSnippets } from '../../src/components/loadSnippets.ts';
import { readTable } from '../../src/published/catalogue.ts';
import { SITE_URL } from '../../src/model/site.ts';
import { serve, type RunningServer } from '../../scripts/serve.ts';
import { has, PANDAS } from './tools.ts';
import { spawn } from 'node:child_process';

/** Runs a program while the server of this process goes on answering. */
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
const snippets = loadSnippets('purchases', table);
const code = (id: string): string => snippets.find((snippet) => snippet.id === id)!.code;

let server: RunningServer;
beforeAll(async () => void (server = await serve(process.cwd(), 0)));
afterAll(() => server.close());

describe('the lines that the page prints run as printed', () => {
  const here = (text: string): string => text.replaceAll(SITE_URL, server.address);

  test.skipIf(!has('Rscript'))('R', async () => {
    const out = await runBeside('Rscript', [
      '--vanilla',
      '-e',
      `${here(code('r'))}\ncat(nrow(purchases), ncol(purchases), sum(is.na(purchases$year)), "\\n")`,
    ]);
    expect(out.trim().split('\n').at(-1)!.trim()).toMatch(
      new RegExp(`^${table.rows} ${table.fields.length} ${table.ledger.missing['year']}$`),
    );
  });

  test.skipIf(!PANDAS)('Python', async () => {
    const out = await runBeside(PANDAS!, [
      '-c',
      `${here(code('python'))}\nprint(len(purchases), len(purchases.columns), purchases["year"].isna().sum())`,
    ]);
    expect(out.trim().split('\n').at(-1)).toBe(
      `${table.rows} ${table.fields.length} ${table.ledger.missing['year']}`,
    );
  });

  test('DuckDB, from the file, since its extension for HTTP is not in the package', async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const program = code('duckdb').replaceAll(`${SITE_URL}/data`, 'public/data');
    for (const statement of program.split(';').filter((part) => part.trim() !== ''))
      await connection.run(statement);
    const [row] = (
      await connection.runAndReadAll('SELECT count(*)::INT AS n FROM purchases')
    ).getRowObjects();
    expect(row).toEqual({ n: table.rows });
  });

  test('Power Query and Stata name the file, its encoding and its quotes', () => {
    expect(code('power-query')).toContain(`Web.Contents("${SITE_URL}/data/purchases/purchases.csv")`);
    expect(code('power-query')).toContain('Encoding = 65001');
    expect(code('stata')).toMatch(
      /^import delimited ".*purchases\.csv", varnames\(1\) encoding\("UTF-8"\) bindquote\(strict\)/,
    );
  });
});
