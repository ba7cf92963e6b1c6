import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { ingestedRows, type IngestedRows } from '../ingestedRows.ts';

const RAW = '../shared/raw';
const absent = !existsSync(RAW);
if (absent)
  console.warn(
    `skipped: the raw files are not there (${RAW}), so the recipes of payments are not tried on them`,
  );

const FIXTURES = 'tests/fixtures/ingest';
const cells = ({ rows }: IngestedRows, ...names: string[]): unknown[][] =>
  rows.map((row) => names.map((name) => row[name] ?? null));

test('devon: persons, sole traders and names that show no organisation have a token, a company stays one', async () => {
  const made = await ingestedRows('devon', FIXTURES);
  expect(made.ledger.rows_dropped).toEqual({ empty: 1, 'nothing but a rounding residue': 1 });
  expect(cells(made, 'supplier', 'supplier_kind', 'supplier_kind_rule', 'amount')).toEqual([
    ['AAA ELDERLY CARE LTD/ST SAVIOURS', 'private', 'limited-company', 10891.89],
    ['masked-1', 'person', 'creditor-type', 1200],
    ['masked-1', 'person', 'creditor-type', 900],
    ['masked-2', 'person', 'own-name', 700],
    ['masked-3', 'person', 'own-name', 650],
    ['masked-4', 'unknown', null, 640],
    ['masked-5', 'person', 'own-name', 630],
    ['PLANTED ROOFING LTD', 'private', 'limited-company', 620],
    ['withheld', 'person', 'creditor-type', 610],
    ['NHS NEW DEVON CCG', 'public-body', 'nhs', 5000],
    ['WESTBANK', 'nonprofit', 'voluntary-expense-type', 4000],
    ['OTTERTOTS NURSERY', 'unknown', null, 3000],
    ['PUFFINS OF EXETER', 'unknown', null, 2800],
    ['ACRES HILL SCHOOL', 'private', 'independent-school-expense-type', 2500],
  ]);
  expect(made.masked).toBe(5);
  // No cell of a row, its ids included, repeats a name that was masked; a limited company keeps its own.
  const written = made.rows.flatMap((row) => Object.values(row)).join('\n');
  expect(written.replaceAll(/planted[- ]roofing[- ]ltd/gi, '')).not.toMatch(/planted|zed/i);
});

test('devon: dates are day first, the category has a field by department, the id is that of file and row', async () => {
  const made = await ingestedRows('devon', FIXTURES);
  expect(cells(made, 'id', 'period', 'date', 'department', 'service_field')[0]).toEqual([
    'devon-201411-2',
    '2014-11',
    '2014-11-12',
    'People Services',
    'adult-social-care',
  ]);
  expect(cells(made, 'service_field').slice(-5).flat()).toEqual([
    'social-services',
    'social-services',
    'child-care',
    'child-care',
    'education',
  ]);
});

test('oxford: the period is the file’s quarter, a line without amount is dropped, a kind has its rule', async () => {
  const made = await ingestedRows('oxford', FIXTURES);
  expect(made.ledger).toMatchObject({ rows_in: 6, rows_out: 5, rows_dropped: { 'no amount': 1 } });
  expect(cells(made, 'period', 'date', 'supplier', 'supplier_kind', 'supplier_kind_rule', 'amount')).toEqual([
    ['2014-Q1', '2014-01-28', 'CgMs Ltd.', 'private', 'limited-company', 100565.4],
    ['2014-Q1', '2014-02-11', 'withheld', 'unknown', 'withheld', 552],
    ['2014-Q1', '2014-02-11', 'KONE PLC', 'for-profit', 'public-limited-company', 1826.28],
    ['2014-Q1', '2014-03-25', 'PHS GROUP PLC', 'for-profit', 'public-limited-company', 2164.65],
    [
      '2014-Q1',
      '2014-03-25',
      'SOUTH OXFORDSHIRE DISTRICT COUNCIL',
      'public-body',
      'council-or-government',
      6358.5,
    ],
  ]);
});

test('lambeth: names, dates and amounts run together are split, and every part has its own id', async () => {
  const made = await ingestedRows('lambeth', FIXTURES);
  const rows = cells(made, 'id', 'period', 'date', 'supplier', 'amount');
  expect(rows.slice(1, 3)).toEqual([
    ['lambeth-2011-11-4', '2011-11', null, 'Gerda Security Products Ltd', 991],
    ['lambeth-2011-11-4-2', '2011-11', null, 'W C Evans & Sons Ltd', 990],
  ]);
  expect(rows.at(-1)).toEqual([
    'lambeth-2012-06-17',
    '2012-06',
    '2012-05-29',
    'Inter High Education/Academy21',
    740,
  ]);
  // The grand total of November's eleven lines and the one before them, that of June, and no row for its title.
  expect(made.ledger.rows_dropped).toEqual({ total: 2 });
  expect(rows.reduce((sum, row) => sum + (row[1] === '2011-11' ? Number(row[4]) : 0), 0)).toBeCloseTo(
    2847455.89,
    2,
  );
});

/** Checks for every recipe: no reject, a unique id per row, no e-mail, mobile number or title of a person in any cell. */
function isSound({ rows, rejects }: IngestedRows): void {
  expect(rejects).toEqual([]);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  const all = rows.map((row) => Object.values(row).join('\u001f')).join('\n');
  expect(all).not.toMatch(/[\w.+-]+@[\w-]+\.[a-z]{2,}/i);
  for (const { supplier } of rows)
    expect(String(supplier)).not.toMatch(/^(Mr|Mrs|Ms|Miss|Dr)\b\.? (?!.*\b(school|ltd|limited)\b)/i);
}

describe.skipIf(absent)('all rows of the raw files', () => {
  let oxford: IngestedRows;
  let lambeth: IngestedRows;
  beforeAll(async () => {
    oxford = await ingestedRows('oxford', `${RAW}/oxford-spending`);
    lambeth = await ingestedRows('lambeth', `${RAW}/lambeth-payments`);
  });

  test('oxford: all rows', () => {
    isSound(oxford);
    expect(oxford.ledger).toMatchObject({
      rows_in: 61529,
      rows_out: 61528,
      rows_dropped: { 'no amount': 1 },
    });
  });

  test('lambeth: all rows', () => {
    isSound(lambeth);
    expect(lambeth.ledger).toMatchObject({ rows_in: 19100, rows_out: 19066, rejects: 0 });
    // Hundreds of lines of June 2012 are repaired.
    expect(lambeth.ledger.rules.find(({ rule }) => rule === 'row-repaired')!.cells).toBe(639);
  });

  test('lambeth: the lines of November 2011 sum up to the printed total', () => {
    const november = lambeth.rows.filter(({ period }) => period === '2011-11');
    // The last line of the file is over a hundred lines run together; once split, they match the printed total to the penny.
    expect(november.reduce((sum, { amount }) => sum + Number(amount), 0)).toBeCloseTo(38293628.86, 2);
  });
});
