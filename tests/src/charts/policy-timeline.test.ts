import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { chartById } from '../../../src/charts/charts.ts';
import type { Row } from '../../../src/model/row.ts';
import { rowsOf } from './chartViews.ts';

if (!existsSync('public/data/index.json'))
  throw new Error('run `npm run compile` before the tests of charts');

const chart = chartById('policy-timeline');
const all = (cells: Row) => (rows: Row[]) => rows.map((row) => ({ ...row, ...cells }));
test.each<[subject: string, what: string, change: (rows: Row[]) => Row[]]>([
  ['purchase', 'were issued in one year', all({ year: 2015 })],
  ['procurement', 'are provincial', all({ band_id: 'province' })],
  ['procurement', 'were repealed', all({ status_id: 'repealed' })],
  ['organisations', 'are national', all({ band_id: 'nation' })],
  ['care', 'are in force', all({ status_id: 'in-force' })],
  ['openness', 'are old', all({ year: 2001 })],
  ['delegation', 'are China’s', all({ band_id: 'city' })],
])('the title of the subject %s is refused where all its rules %s', (subject, _what, change) => {
  const view = { language: 'en', width: 640, controls: { subject } } as const;
  const rows = rowsOf(chart, view);
  expect(chart.holds(rows, view)).toBeUndefined();
  expect(chart.holds(change(rows), view)).toMatch(/\w+ \w+/);
});
