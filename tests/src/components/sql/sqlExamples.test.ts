import { afterAll, describe, expect, test } from 'vitest';
import { SQL_EXAMPLES } from '../../../../src/components/sql/sqlExamples.ts';
import { chartOf } from '../../../../src/components/sql/resultShape.ts';
import { LANGUAGES } from '../../../../src/model/language.ts';
import { openDatabase } from '../../../publishedDatabase.ts';

const database = openDatabase();
afterAll(() => database.close());

const answer = (sql: string) => {
  const statement = database.prepare(sql);
  const columns = statement.columns().map(({ name }) => name);
  return {
    columns,
    rows: statement.all().map((row) => columns.map((name) => row[name] as string | number | null)),
  };
};

describe.each(SQL_EXAMPLES)('the example $id', ({ id, sql }) => {
  test.each(LANGUAGES)('answers with filled rows in %s', (language) => {
    const { columns, rows } = answer(sql(language));
    expect(rows.length).toBeGreaterThan(1);
    for (const [at, column] of columns.entries())
      expect(
        rows.some((row) => row[at] !== null),
        `${column} has a value`,
      ).toBe(true);
  });

  test('has as many rows in one language as in the other, unless it searches for words', () => {
    if (id === 'late-payment') return;
    expect(answer(sql('zh')).rows).toHaveLength(answer(sql('en')).rows.length);
  });
});

test('examples of numbers have a chart, and lists of texts have none', () => {
  const drawn = Object.fromEntries(
    SQL_EXAMPLES.map(({ id, sql }) => {
      const { columns, rows } = answer(sql('en'));
      return [id, chartOf(columns, rows)?.kind];
    }),
  );
  expect(drawn).toEqual({
    'japan-one-bid': 'lines',
    'philadelphia-nonprofit': 'lines',
    'prishtina-procedures': 'bars',
    'toronto-suppliers': 'bars',
    'kosovo-estimate': 'bars',
    'laws-by-level': 'bars',
    'articles-on-payment': undefined,
    'elder-care-prices': undefined,
    'late-payment': undefined,
    'figures-by-grade': 'bars',
    'japan-procedures': 'bars',
    'who-publishes-what': undefined,
    concentration: 'bars',
    'social-contract-size': undefined,
    'china-services-share': 'lines',
    'late-payment-shares': undefined,
  });
});

test('the national sums and shares of a year are of one basis', () => {
  const { columns, rows } = answer(SQL_EXAMPLES.find(({ id }) => id === 'china-services-share')!.sql('en'));
  expect(new Set(rows.map(([year]) => year)).size).toBe(rows.length);
  for (const row of rows) {
    const of = (name: string): number => Number(row[columns.indexOf(name)]);
    const percent = (100 * of('services_billion_yuan')) / of('procurement_billion_yuan');
    expect(Math.abs(percent - of('services_percent_of_procurement')), String(row[0])).toBeLessThan(0.2);
  }
});
