import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { Effects } from '../../../scripts/lib/effects.ts';
import { CommandError } from '../../../scripts/lib/fault.ts';
import { settingsOf } from '../../../scripts/ingest/commandLine.ts';
import { ingest } from '../../../scripts/ingest/ingest.ts';
import { rangesOf } from '../../../scripts/ingest/summary.ts';

const PAY = 'name,paid\nA Ltd,12.5\nB Ltd,3\n';

/** Runs ingest on files in a new folder. */
async function run(
  files: Record<string, string | Uint8Array>,
  ...options: string[]
): Promise<{ lines: string[]; secret: string[]; out: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'ingest-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const [lines, secret]: [string[], string[]] = [[], []];
  const effects: Effects = {
    log: (line) => void lines.push(line.replaceAll(`${folder}/`, '')),
    error: (line) => void lines.push(line.replaceAll(`${folder}/`, '')),
    progress: () => undefined,
    confidential: (line) => void secret.push(line),
  };
  const out = join(folder, 'out');
  await ingest([...Object.keys(files).map((name) => join(folder, name)), '--to', out, ...options], effects);
  return { lines, secret, out };
}

function faultOf(...args: string[]): { message: string; code: number } {
  try {
    settingsOf(args);
  } catch (error) {
    if (error instanceof CommandError) return { message: error.message, code: error.exitCode };
    throw error;
  }
  return { message: '', code: 0 };
}

describe('a command line that cannot be followed ends with the usage and code 2', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'ingest-')), 'pay.csv');
  writeFileSync(file, PAY);
  test.each([
    [[], 'no file is named'],
    [['a.csv', '--bogus'], "Unknown option '--bogus'"],
    [['a.csv', '--to'], "Option '--to <value>' argument missing"],
    [['a.csv', '--sheet'], "Option '--sheet <value>' argument missing"],
    [['a.csv', '--json=1'], '--json'],
    [['a.csv', '--to', file], 'is a file; name a folder'],
    [['a.csv', '--to', `${file}/below/it`], `cannot be made, as ${file} is a file`],
    [['a.csv', '--encoding', 'klingon'], '"klingon" is no encoding'],
    [['a.csv', '--delimiter', 'ab'], 'write one character'],
    [['a.csv', '--delimiter', '"'], 'write one character'],
    [['a.csv', '--header', '0'], 'rows are counted from 1'],
    [['a.csv', '--header', ' , '], 'names no column'],
    [['a.csv', '--header', 'a', '--no-header'], 'exclude each other'],
    [['a.csv', '--recipe', 'devon', '--no-header'], 'the recipe "devon" says where the header is'],
    [['a.csv', '--ocds', 'BAD'], '"BAD" is no prefix of open contracting ids'],
  ])('%j', (args, message) => {
    const fault = faultOf(...args);
    expect(fault.code).toBe(2);
    expect(fault.message).toContain(message);
    expect(fault.message).toContain('\nusage: npm run ingest -- FILE…');
  });

  test('a folder that the system does not allow, without a stack and without waiting', () => {
    const done = spawnSync(process.execPath, ['scripts/ingest.ts', file, '--to', '/proc/none/x'], {
      encoding: 'utf8',
      timeout: 60_000,
    });
    expect([done.status, done.stderr]).toEqual([
      2,
      expect.stringMatching(/^the folder \/proc\/none cannot be made \(E[A-Z]+\)/),
    ]);
    expect(done.stderr).not.toMatch(/\n\s+at /);
  });

  test('--help prints the usage', async () => {
    expect([settingsOf(['--help']), settingsOf(['a.csv', '-h'])]).toEqual(['help', 'help']);
    const lines: string[] = [];
    await ingest(['--help'], {
      log: (line) => void lines.push(line),
      error: () => undefined,
      progress: () => undefined,
      confidential: () => undefined,
    });
    expect(lines.join()).toContain('--no-header');
  });

  test('options are read', () => {
    expect(
      settingsOf(['a.csv', 'b', '--header', 'a, b', '--delimiter', 'tab', '--encoding', 'latin1', '--json']),
    ).toEqual({
      names: ['a.csv', 'b'],
      keepGoing: false,
      parquet: false,
      json: true,
      header: ['a', 'b'],
      delimiter: '\t',
      encoding: 'windows-1252',
    });
    expect(settingsOf(['a.csv', '--header', '3'])).toMatchObject({ header: 3 });
    expect(settingsOf(['a.csv', '--no-header'])).toMatchObject({ header: 'none' });
  });
});

describe('the summary', () => {
  const FILE = [
    'Supplier;Invoice date;Amount;Price',
    'A Ltd;25.12.2024;1,50;on request',
    'B Ltd;28.12.2024;2,50;on request',
    'C Ltd;28.12.2024;2,50;12',
    'Total;;6,50;',
    'Source: a made-up ledger;;;',
    '',
  ].join('\n');

  test('says what was assumed, what was dropped by row, and which columns stayed text', async () => {
    const { lines } = await run({ 'pay.csv': FILE });
    expect(lines[0]).toMatch(
      /^pay\.csv: delimited, utf-8, 5 rows in, 3 out, 0 rejected, dropped: 1 note, 1 total; masked: none → out\/pay$/,
    );
    expect(lines.slice(1)).toEqual([
      '  read as utf-8 (sure), delimiter ";" (sure), decimal sign comma in Amount (sure), order of day and month day-first in Invoice date (sure)',
      '  dropped as note: row 6',
      '  dropped as total: row 5',
      '  "Price" is headed as amount and stayed text: 2 cells do not fit, the commonest is "on request" (2)',
    ]);
  });

  test('as JSON, a table a line, without what was masked', async () => {
    const { lines, secret } = await run({ 'pay.csv': FILE.replace('A Ltd', 'Mr John Planted') }, '--json');
    const [table] = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toHaveLength(1);
    expect(table).toMatchObject({
      rows_in: 5,
      dropped_rows: { total: [5], note: [6] },
      stayed_text: [{ column: 'Price', cells: 2 }],
    });
    expect(lines.join()).not.toContain('Planted');
    expect(secret.join('\n')).toContain('Mr John Planted (Supplier, 1 row)');
  });

  test('shows the ten most masked texts by rows to the terminal only', async () => {
    const rows = Array.from({ length: 12 }, (_, at) =>
      `Mrs ${'ABCDEFGHIJKL'[at]} Planted,1\n`.repeat(at + 1),
    );
    const { lines, secret, out } = await run({ 'pay.csv': `supplier,paid\n${rows.join('')}` });
    expect(secret).toHaveLength(11);
    expect(secret[1]).toBe('    Mrs L Planted (supplier, 12 rows)');
    expect(secret.join()).not.toContain('Mrs B Planted');
    expect([...lines, readFileSync(join(out, 'pay/ledger.json'), 'utf8')].join()).not.toContain('Planted');
  });

  test('names what was not read', async () => {
    const book = await writeXlsx({
      sheets: [
        {
          name: 'a',
          rows: [
            ['n', 'm'],
            ['x', 1],
          ],
        },
        { name: 'b', rows: [] },
      ],
    });
    expect((await run({ 'x.xlsx': book })).lines.at(-1)).toBe('not read: x.xlsx#b is empty');
    expect(JSON.parse((await run({ 'x.xlsx': book }, '--json')).lines.at(-1)!)).toEqual({
      not_read: expect.stringMatching(/x\.xlsx#b is empty$/) as string,
    });
  });

  test.each([
    [[4], '4'],
    [[4, 5, 6, 9], '4–6, 9'],
    [Array.from({ length: 30 }, (_, at) => at * 2), /^0, 2, .*38 … \(all are in ledger\.json\)$/],
  ])('rows as ranges: %j', (rows, shown) => expect(rangesOf(rows)).toMatch(shown));
});

test('a proposed dataset cannot be published as it is', async () => {
  const { out } = await run({ 'pay.csv': PAY });
  const yaml = readFileSync(join(out, 'pay/dataset.yaml'), 'utf8');
  expect(yaml).toContain('licence: draft');
  expect(yaml).not.toMatch(/licence: CC/);
});

test.each([
  ['19-pln.csv', 'Supplier,Amount\nA,"1 234,50 zł"\nB,"2 000,00 zł"\n', 'PLN'],
  ['19-won.csv', '업체명,계약금액\nA,"1,234,500원"\nB,"2,000,000원"\n', 'KRW'],
  ['dollars.csv', 'Supplier,Amount\nA,$5\nB,$6\n', '… $'],
])('the currency that is taken off the amounts is proposed as their unit: %s', async (file, text, unit) => {
  const { out } = await run({ [file]: text });
  expect(readFileSync(join(out, file.replace('.csv', ''), 'dataset.yaml'), 'utf8')).toContain(
    `unit: ${unit}\n`,
  );
});

test('persons.csv in the folder of a run says of a name that it is a firm or a person', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ingest-'));
  writeFileSync(join(folder, 'pay.csv'), 'supplier,paid\nJohn Planted,1\nSample Works,2\nMary Planted,3\n');
  const ingested = (): { status: number | null; err: string; names: string[] } => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [resolve('scripts/ingest.ts'), 'pay.csv', '--to', 'out'],
      { cwd: folder, encoding: 'utf8' },
    );
    const csv = status === 0 ? readFileSync(join(folder, 'out/pay/pay.csv'), 'utf8') : '';
    return { status, err: stderr, names: csv.split('\n').flatMap((line) => line.split(',')[1] ?? []) };
  };
  expect(ingested().names).toEqual(['supplier', '▇', 'Sample Works', '▇']);
  writeFileSync(
    join(folder, 'persons.csv'),
    'name,is\n"PLANTED, John",person\nJohn Planted,firm\nSample Works,person\n',
  );
  expect(ingested().names).toEqual(['supplier', 'John Planted', '▇', '▇']);
  writeFileSync(join(folder, 'persons.csv'), 'name,is\nSample Works,company\n');
  expect(ingested()).toMatchObject({
    status: 1,
    err: expect.stringContaining('persons.csv:2:is "company" is not firm or person'),
  });
});
