/** Over 250 lines: the runs of ingest share their fixtures. */
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const GOOD = 'name,paid\nA Ltd,12.5\nB Ltd,3\n';
/** Enough numbers for a numeric column, and one cell that is not a number. */
const BAD = `name,paid\n${'A Ltd,12.5\n'.repeat(30)}B Ltd,soon\n`;

function project(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'ingest-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

function run(
  folder: string,
  args: string[],
  input?: string,
): { code: number | null; out: string; err: string } {
  const done = spawnSync(process.execPath, [join(process.cwd(), 'scripts/ingest.ts'), ...args], {
    cwd: folder,
    encoding: 'utf8',
    ...(input === undefined ? {} : { input }),
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

const read = (...path: string[]): string => readFileSync(join(...path), 'utf8');

test('a table, its proposed description, its ledger and what was masked', () => {
  const folder = project({ 'pay.csv': GOOD });
  const { code, out } = run(folder, ['pay.csv']);
  expect(code).toBe(0);
  expect(out).toContain('2 rows in, 2 out, 0 rejected');
  expect(readdirSync(join(folder, 'ingested/pay')).sort()).toEqual([
    'CHANGES.md',
    'dataset.yaml',
    'ledger.json',
    'masked.json',
    'pay.csv',
  ]);
  expect(read(folder, 'ingested/pay/pay.csv')).toBe('row,name,paid\r\n2,A Ltd,12.5\r\n3,B Ltd,3\r\n');
});

test('a quotation mark that is not closed is named with its row, however short the file', () => {
  const folder = project({ 'pay.csv': 'name,paid\nA Ltd,12.5\n"B Ltd,3\nC Ltd,4\n' });
  const { code, err } = run(folder, ['pay.csv', '--keep-going']);
  expect([code, err]).toEqual([
    1,
    expect.stringContaining('pay.csv:3 opens a quotation mark that is not closed'),
  ]);
  expect(existsSync(join(folder, 'ingested'))).toBe(false);
});

test('an option that ingest does not have is named, without a stack', () => {
  const { code, err } = run(project({ 'pay.csv': GOOD }), ['pay.csv', '--bogus']);
  expect(code).toBe(2);
  expect(err).toContain("Unknown option '--bogus'");
  expect(err).not.toMatch(/\n\s+at /);
});

test('standard input, gzip, a folder, several files at once', () => {
  const folder = project({ 'b.csv.gz': gzipSync(GOOD) });
  mkdirSync(join(folder, 'raw'));
  writeFileSync(join(folder, 'raw/c.csv'), GOOD);
  expect(run(folder, ['-', 'b.csv.gz', 'raw'], GOOD).code).toBe(0);
  expect(readdirSync(join(folder, 'ingested')).sort()).toEqual(['b', 'c', 'standard-input']);
});

describe('purchases as OCDS beside the table', () => {
  const HEADER = 'title,provider,amount,currency';

  test('where a prefix is given', () => {
    const folder = project({ 'pay.csv': `${HEADER}\nHome care,Some Ltd,5,GBP\n` });
    expect(run(folder, ['pay.csv', '--ocds', 'ocds-000000']).code).toBe(0);
    expect(JSON.parse(read(folder, 'ingested/pay/releases.json'))).toMatchObject({
      version: '1.1',
      releases: [{ ocid: 'ocds-000000-pay-1', awards: [{ value: { amount: 5, currency: 'GBP' } }] }],
    });
  });

  test('with a report of the rows and columns they lack', () => {
    const rows = ['Home care,Some Ltd,5,GBP,contract,n1', 'All,,9,GBP,place-year,n2', ',,,,,n3'];
    const folder = project({ 'pay.csv': [`${HEADER},coverage,note`, ...rows, ''].join('\n') });
    const { code, out } = run(folder, ['pay.csv', '--ocds', 'ocds-000000']);
    expect([code, out]).toEqual([
      0,
      expect.stringContaining(
        'releases.json: 1 release; rows left out: 1 total of several contracts, 1 row without purchaser, title, provider and amount; columns not used: note',
      ),
    ]);
  });

  test('not at all where no column is known', () => {
    const folder = project({ 'pay.csv': 'supplier,total\nSome Ltd,5\nOther Ltd,6\n' });
    const { code, err } = run(folder, ['pay.csv', '--ocds', 'ocds-000000']);
    expect([code, err]).toEqual([1, expect.stringContaining('no row of pay makes an OCDS release')]);
    expect(existsSync(join(folder, 'ingested'))).toBe(false);
  });

  test.each(['ocds', 'ocds-12345', 'ocds-1234567', 'OCDS-213czf', '213czf', 'ocds-213czf-'])(
    'not under the prefix %s',
    (prefix) => {
      const { code, err } = run(project({ 'pay.csv': GOOD }), ['pay.csv', '--ocds', prefix]);
      expect([code, err]).toEqual([
        2,
        expect.stringContaining(`"${prefix}" is no prefix of open contracting ids`),
      ]);
    },
  );
});

describe('two files of one name', () => {
  const two = (): string => {
    const folder = project({});
    for (const name of ['a', 'b']) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'pay.csv'), GOOD.replace('A Ltd', `${name} Ltd`));
    }
    return folder;
  };

  test('in one run have a folder each', () => {
    const folder = two();
    expect(run(folder, ['a/pay.csv', 'b/pay.csv']).code).toBe(0);
    expect(readdirSync(join(folder, 'ingested'))).toEqual(['pay', 'pay-2']);
  });

  test('in two runs do not overwrite each other', () => {
    const folder = two();
    expect(run(folder, ['a/pay.csv']).code).toBe(0);
    const { code, err } = run(folder, ['b/pay.csv']);
    expect([code, err]).toEqual([
      1,
      expect.stringContaining('ingested/pay has the table of a/pay.csv, which this run does not read'),
    ]);
    expect(read(folder, 'ingested/pay/pay.csv')).toContain('a Ltd');
    expect(readdirSync(join(folder, 'ingested'))).toEqual(['pay']);
    expect(run(folder, ['b/pay.csv', '--to', 'other']).code).toBe(0);
    expect(run(folder, ['./a/pay.csv']).code).toBe(0);
  });
});

describe('a row that cannot be read', () => {
  test('ends the run with its file, row, column and what would be right; the old output is untouched', () => {
    const folder = project({ 'pay.csv': GOOD });
    run(folder, ['pay.csv']);
    const before = read(folder, 'ingested/pay/pay.csv');
    writeFileSync(join(folder, 'pay.csv'), BAD);
    const { code, err } = run(folder, ['pay.csv']);
    expect(code).toBe(1);
    expect(err).toContain('pay.csv:32:paid "soon" is not a number (write digits, like 1234.5)');
    expect(err).toContain('1 row cannot be read; nothing was written');
    expect(read(folder, 'ingested/pay/pay.csv')).toBe(before);
    expect(readdirSync(join(folder, 'ingested'))).toEqual(['pay']);
  });

  test('goes to rejects.csv with --keep-going, and the counts add up', () => {
    const folder = project({ 'pay.csv': BAD });
    expect(run(folder, ['pay.csv', '--keep-going']).code).toBe(0);
    expect(read(folder, 'ingested/pay/rejects.csv')).toBe(
      'file,row,column,value,reason,cells\r\npay.csv,32,paid,soon,"is not a number (write digits, like 1234.5)","[""B Ltd"",""soon""]"\r\n',
    );
    expect(JSON.parse(read(folder, 'ingested/pay/ledger.json'))).toMatchObject({
      rows_in: 31,
      rows_out: 30,
      rejects: 1,
    });
  });

  test('a file that cannot be read is reported, and with --keep-going the others are read', () => {
    const folder = project({ 'a.csv': GOOD, 'b.csv': '%PDF-1.7' });
    expect(run(folder, ['a.csv', 'b.csv']).code).toBe(1);
    const { code, err } = run(folder, ['a.csv', 'b.csv', '--keep-going']);
    expect([code, err]).toEqual([0, expect.stringContaining('b.csv is a PDF')]);
    expect(readdirSync(join(folder, 'ingested'))).toEqual(['a']);
  });

  test('a file without a header is left out with --keep-going, and the others are read', () => {
    const folder = project({ 'a.csv': GOOD, 'b.csv': '\ufeff' });
    const { code, err } = run(folder, ['a.csv', 'b.csv', '--keep-going']);
    expect([code, err]).toEqual([0, expect.stringContaining('b.csv: no header was found')]);
    expect(readdirSync(join(folder, 'ingested'))).toEqual(['a']);
  });

  test('in one file prevents all from being written', () => {
    const folder = project({ 'a.csv': GOOD, 'b.csv': BAD });
    expect(run(folder, ['a.csv', 'b.csv']).code).toBe(1);
    expect(existsSync(join(folder, 'ingested'))).toBe(false);
  });
});

describe('what a person edited', () => {
  test('names and types of dataset.yaml are used, and the file is not changed', () => {
    const folder = project({ 'pay.csv': 'name,amount\nA,12\nB,7.0\n' });
    run(folder, ['pay.csv']);
    const yaml = join(folder, 'ingested/pay/dataset.yaml');
    const edited = `# Mine\n${readFileSync(yaml, 'utf8').replace(/name: amount\n(\s+)type: integer/, 'name: lot\n$1type: string')}`;
    expect(edited).toContain('name: lot');
    writeFileSync(yaml, edited);
    writeFileSync(join(folder, 'ingested/pay/NOTES.md'), 'mine');
    expect(run(folder, ['pay.csv']).code).toBe(0);
    expect(read(folder, 'ingested/pay/dataset.yaml')).toBe(edited);
    expect(read(folder, 'ingested/pay/NOTES.md')).toBe('mine');
    expect(read(folder, 'ingested/pay/pay.csv')).toBe('row,name,lot\r\n2,A,12\r\n3,B,7.0\r\n');
  });

  test('a dataset.yaml of another table is reported', () => {
    const folder = project({ 'pay.csv': GOOD });
    run(folder, ['pay.csv']);
    writeFileSync(join(folder, 'pay.csv'), 'name,paid,more\nA,1,2\n');
    const { code, err } = run(folder, ['pay.csv']);
    expect([code, err]).toEqual([1, expect.stringContaining('has 3 columns, its dataset.yaml 2 fields')]);
  });

  test('the proposal states its certainty, with examples', () => {
    const folder = project({ 'pay.csv': GOOD });
    run(folder, ['pay.csv']);
    const { tables } = parse(read(folder, 'ingested/pay/dataset.yaml')) as {
      tables: { fields: { name: string; type: string; description: { en: string } }[] }[];
    };
    expect(tables[0]!.fields[2]).toMatchObject({
      name: 'paid',
      type: 'number',
      description: { en: '… 100% of 2 cells fit; e.g. 12.5 | 3' },
    });
  });
});

describe('interrupted', () => {
  test('between the two renames, the next run first restores the old output', () => {
    const folder = project({ 'pay.csv': GOOD });
    run(folder, ['pay.csv']);
    renameSync(join(folder, 'ingested/pay'), join(folder, 'ingested/.pay.previous'));
    mkdirSync(join(folder, 'ingested/.pay.next'));
    writeFileSync(join(folder, 'pay.csv'), BAD);
    expect(run(folder, ['pay.csv']).code).toBe(1);
    expect(readdirSync(join(folder, 'ingested'))).toEqual(['pay']);
    expect(read(folder, 'ingested/pay/pay.csv')).toContain('A Ltd,12.5');
  });

  test('killed at any moment, the output is completely the old one or the new one', async () => {
    const folder = project({ 'pay.csv': GOOD });
    run(folder, ['pay.csv']);
    const old = read(folder, 'ingested/pay/pay.csv');
    const rows = 60_000;
    writeFileSync(join(folder, 'pay.csv'), `name,paid\n${'C Ltd,7\n'.repeat(rows)}`);
    for (const delay of [60, 150, 250, 350, 450]) {
      const child = spawn(process.execPath, [join(process.cwd(), 'scripts/ingest.ts'), 'pay.csv'], {
        cwd: folder,
        stdio: 'ignore',
      });
      const ended = new Promise((resolve) => child.once('exit', resolve));
      await wait(delay);
      child.kill('SIGKILL');
      await ended;
      const at = ['pay', '.pay.previous'].find((name) =>
        existsSync(join(folder, 'ingested', name, 'pay.csv')),
      )!;
      const found = read(folder, 'ingested', at, 'pay.csv');
      expect(found === old || found.split('\r\n').length === rows + 2).toBe(true);
    }
    expect(run(folder, ['pay.csv']).code).toBe(0);
    expect(readdirSync(join(folder, 'ingested'))).toEqual(['pay']);
  });
});

describe('wrong use is reported', () => {
  test.each([
    [[], 2, 'usage: npm run ingest'],
    [['nowhere.csv'], 1, 'nowhere.csv does not exist'],
    [['pay.csv', '--recipe', 'x'], 2, 'there is no recipe "x" (there are devon, oxford, lambeth'],
    [['pay.csv', '--recipe', 'oxford'], 1, 'no file matches the recipe "oxford"'],
    [['empty.csv'], 1, 'empty.csv is empty'],
  ] as const)('%j', (args, code, message) => {
    const folder = project({ 'pay.csv': GOOD, 'empty.csv': '' });
    const done = run(folder, [...args]);
    expect([done.code, done.err]).toEqual([code, expect.stringContaining(message)]);
  });
});
