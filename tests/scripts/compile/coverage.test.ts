import { expect, test } from 'vitest';
import { CoverageBuilder } from '../../../scripts/compile/coverage.ts';
import type { PublishedTable } from '../../../src/model/catalogue.ts';
import type { Row } from '../../../src/model/row.ts';

const PLACES = new Map<string, Row>([
  ['gaoming', { id: 'gaoming', name_en: 'Gaoming', name_zh: '高明区', level: 'county' }],
  ['cn', { id: 'cn', name_en: 'China', name_zh: '中国', level: 'country' }],
]);

/** The coverage of one table with such fields and rows, whose column `place` is a key of `places`. */
const coverage = (fields: Record<string, string>, rows: Row[], places = PLACES) => {
  const table = {
    fields: Object.entries(fields).map(([name, type]) => ({ name, type })),
    foreignKeys: [
      { fields: ['place'], reference: { dataset: 'places', table: 'places', fields: ['id'] } },
      { fields: ['source_id'], reference: { dataset: 'sources', table: 'sources', fields: ['id'] } },
    ],
  } as unknown as PublishedTable;
  const builder = new CoverageBuilder();
  const add = builder.open(table);
  for (const row of rows) add(table.fields.map(({ name }) => row[name] ?? null));
  return builder.coverage(places);
};

test.each([
  ['years', { year: 'year' }, [{ year: 2015 }, { year: 2018 }], 2015, 2018],
  [
    'dates as exact as their source',
    { date: 'partial-date' },
    [{ date: '2014-12-05' }, { date: '2016' }],
    2014,
    2016,
  ],
  [
    'fiscal years',
    { start_fiscal_year: 'integer' },
    [{ start_fiscal_year: 2013 }, { start_fiscal_year: 2020 }],
    2013,
    2020,
  ],
  [
    'quarters',
    { calendar_quarter: 'string' },
    [{ calendar_quarter: '2014-Q1' }, { calendar_quarter: '2018-Q1' }],
    2014,
    2018,
  ],
  [
    'what begins with a year, and no longer number, nor another thousand',
    { calendar_quarter: 'string' },
    ['20141', '3014', '0999', '201', 'Q1 2014', '2014/15', '2999'].map((text) => ({
      calendar_quarter: text,
    })),
    2014,
    2999,
  ],
  ['one year', { year: 'year' }, [{ year: 2015 }, { year: null }], 2015, 2015],
])('%s give the first and the last year', (_what, fields, rows, first, last) => {
  expect(coverage(fields as Record<string, string>, rows as Row[]).years).toEqual({ first, last });
});

test('goals, numbers a year and other numbers give none', () => {
  const rows = [
    { year: 2035, precision: 'forecast', users_per_year: 1900, amount: 2000, quarter: 'Q4' },
    { year: 2019, precision: 'exact', users_per_year: 2999, amount: 1000, quarter: 'Q1' },
  ];
  const fields = {
    year: 'year',
    users_per_year: 'integer',
    amount: 'number',
    quarter: 'string',
    precision: 'string',
  };
  expect(coverage(fields, rows).years).toEqual({ first: 2019, last: 2019 });
  expect(coverage({ amount: 'number' }, rows)).toEqual({ places: [] });
});

test('places are those that a key into places names, each once, also of a goal', () => {
  const rows = [
    { place: 'gaoming', source_id: 'a', precision: 'forecast' },
    { place: 'cn', source_id: 'a', precision: null },
    { place: 'cn', source_id: 'a', precision: null },
    { place: null, source_id: 'a', precision: null },
  ];
  const fields = { place: 'string', source_id: 'string', precision: 'string' };
  expect(coverage(fields, rows).places).toEqual([
    { id: 'cn', name: { en: 'China', zh: '中国' }, level: 'country' },
    { id: 'gaoming', name: { en: 'Gaoming', zh: '高明区' }, level: 'county' },
  ]);
});
