import { spawn, spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeExport } from '../../../scripts/bench/export.ts';
import { LONGEST_RECORD } from '../../../scripts/lib/delimitedRecords.ts';

/** More than the start from which the plan is read, and many blocks. */
const ROWS = 60_000;

const folder = mkdtempSync(join(tmpdir(), 'large-'));
const raw = join(folder, 'export.csv');
beforeAll(() => writeExport(raw, ROWS));

function ingest(...args: string[]): { code: number | null; err: string } {
  const done = spawnSync(process.execPath, [join(process.cwd(), 'scripts/ingest.ts'), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { code: done.status, err: done.stderr };
}

describe('a text larger than the start from which it is planned', () => {
  test('is read completely, and its ledger adds up', () => {
    expect(ingest('export.csv', '--keep-going', '--to', 'whole').code).toBe(0);
    const ledger = JSON.parse(readFileSync(join(folder, 'whole/export/ledger.json'), 'utf8')) as Record<
      string,
      number
    >;
    expect(ledger['rows_in']).toBe(ROWS);
    expect(ledger['rows_out']! + ledger['rejects']!).toBe(ROWS);
    const records = readFileSync(join(folder, 'whole/export/export.csv'), 'utf8').match(/\r\n/g)!;
    expect(records).toHaveLength(ledger['rows_out']! + 1);
  });

  test('has the same rows in Parquet as in CSV', async () => {
    expect(ingest('export.csv', '--keep-going', '--parquet', '--to', 'both').code).toBe(0);
    const database = await (await DuckDBInstance.create(':memory:')).connect();
    const of = (name: string): string => join(folder, 'both/export', name).replaceAll("'", "''");
    const types = `columns = {'row': 'BIGINT', 'reference': 'VARCHAR', 'purchaser': 'VARCHAR', 'description': 'VARCHAR', 'supplier_name': 'VARCHAR', 'procedure': 'VARCHAR', 'payment_date': 'VARCHAR', 'amount': 'DOUBLE', 'notes': 'VARCHAR'}`;
    const csv = `SELECT * FROM read_csv('${of('export.csv')}', header = true, auto_detect = false, ${types})`;
    const differs = await database.runAndReadAll(
      `SELECT count(*)::INTEGER FROM ((${csv}) EXCEPT ALL (SELECT * FROM '${of('export.parquet')}'))`,
    );
    const all = await database.runAndReadAll(
      `SELECT count(*)::INTEGER, sum(amount) FROM '${of('export.parquet')}'`,
    );
    const ledger = JSON.parse(readFileSync(of('ledger.json'), 'utf8')) as { rows_out: number };
    expect(differs.getRows()).toEqual([[0]]);
    expect(all.getRows()[0]![0]).toBe(ledger.rows_out);
  });

  test('is read again where rows beyond the start show the decimal separator, a currency, or fractions', () => {
    const start = 'name,paid\n' + 'Some Ltd,5\n'.repeat(120_000);
    writeFileSync(join(folder, 'late.csv'), `${start}Some Ltd,"£1,5"\n`);
    expect(ingest('late.csv').code).toBe(0);
    const lines = readFileSync(join(folder, 'ingested/late/late.csv'), 'utf8').trimEnd().split('\r\n');
    expect(lines[1]).toBe('2,Some Ltd,5');
    expect(lines.at(-1)).toBe('120002,Some Ltd,1.5');
    expect(existsSync(join(folder, 'ingested/late/rejects.csv'))).toBe(false);
  });

  test('of thousands of columns is read', () => {
    const line = (cell: (column: number) => string): string =>
      Array.from({ length: 3000 }, (_, column) => cell(column)).join(',');
    const rows = Array.from({ length: 40 }, (_, row) =>
      line((column) => `${column % 2 ? 'é' : 'v'}${row % 9}`),
    );
    writeFileSync(join(folder, 'columns.csv'), `${[line((column) => `c${column}`), ...rows].join('\n')}\n`);
    expect(ingest('columns.csv').code).toBe(0);
    const [, ...out] = readFileSync(join(folder, 'ingested/columns/columns.csv'), 'utf8')
      .trimEnd()
      .split('\r\n');
    expect(out).toEqual(rows.map((row, at) => `${at + 2},${row}`));
  });

  test('that is cut short by kill -9 leaves the old table complete, and the next run makes the new one', async () => {
    const table = join(folder, 'killed/export/export.csv');
    expect(ingest('export.csv', '--keep-going', '--to', 'killed').code).toBe(0);
    const before = readFileSync(table, 'utf8');
    const longer = join(folder, 'export.csv');
    const raw = readFileSync(longer);
    appendFileSync(longer, raw.subarray(raw.indexOf('\n') + 1));
    const child = spawn(
      process.execPath,
      [join(process.cwd(), 'scripts/ingest.ts'), 'export.csv', '--keep-going', '--to', 'killed'],
      { cwd: folder },
    );
    const staged = join(folder, 'killed/.export.next/export.csv');
    while (!existsSync(staged)) await wait(2);
    child.kill('SIGKILL');
    await new Promise((resolve) => child.on('exit', resolve));
    expect(readFileSync(table, 'utf8')).toBe(before);
    expect(ingest('export.csv', '--keep-going', '--to', 'killed').code).toBe(0);
    expect(readFileSync(table, 'utf8').length).toBeGreaterThan(before.length);
    expect(readdirSync(join(folder, 'killed'))).toEqual(['export']);
    writeFileSync(longer, raw);
  });
});

describe('a text with an error after its start', () => {
  test('an unclosed quotation mark is reported with its row', () => {
    const rows = 'a,b\n' + '1,x\n'.repeat(300_000);
    writeFileSync(join(folder, 'open.csv'), `${rows}2,"never closed\n${'3,y\n'.repeat(LONGEST_RECORD / 3)}`);
    const { code, err } = ingest('open.csv');
    expect([code, err]).toEqual([1, expect.stringContaining('open.csv:300002 does not end within 4 MB')]);
    expect(existsSync(join(folder, 'ingested/open'))).toBe(false);
  });

  test.each([
    ['Latin', [0xe9]],
    ['half a character', [0xe5, 0xb1]],
    ['half a character before a whole one', [0xe5, 0xb1, 0xe5, 0xae, 0xb6]],
    ['the end of a character', [0xe5, 0xae, 0xb6, 0x85]],
  ])('a byte that is no UTF-8 (%s) is named with its row', (_what, wrong) => {
    const bytes = Buffer.concat([
      Buffer.from(`what,where\n${'Home care,é\n'.repeat(300_000)}Home care,`),
      Buffer.from(wrong),
    ]);
    writeFileSync(join(folder, 'latin.csv'), bytes);
    expect(ingest('latin.csv').err).toContain('latin.csv:300002 is not UTF-8');
  });

  test('UTF-16 is read in blocks too', () => {
    const text = `名称,金额\n${'同心社会工作服务中心,12.50\n'.repeat(60_000)}`;
    writeFileSync(join(folder, 'wide.csv'), Buffer.from(`\ufeff${text}`, 'utf16le'));
    expect(ingest('wide.csv').code).toBe(0);
    const [header, first] = readFileSync(join(folder, 'ingested/wide/wide.csv'), 'utf8').split('\r\n');
    expect([header, first]).toEqual(['row,column_1,column_2', '2,同心社会工作服务中心,12.5']);
  });
});
