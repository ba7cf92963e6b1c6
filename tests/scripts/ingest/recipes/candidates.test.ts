import { expect, test } from 'vitest';
import { ingestedRows } from '../ingestedRows.ts';

test('yichang-candidates: a notice becomes a row a candidate; sums are amounts, other prices stay text, a person has a token', async () => {
  const made = await ingestedRows('yichang-candidates', 'tests/fixtures/ingest');
  expect(made.ledger.rows_dropped).toEqual({
    'a report in place of a candidate': 1,
    'a line without a price beside candidates with one': 2,
  });
  expect(
    made.rows.map((row) =>
      ['id', 'rank', 'candidates', 'supplier', 'amount', 'price_printed'].map((name) => row[name] ?? null),
    ),
  ).toEqual([
    ['yichang-candidates-notices-2', 1, 3, '某某市政设计院有限公司', 1_040_000, null],
    ['yichang-candidates-notices-2-2', 2, 3, '某某勘测设计集团有限公司', null, '下浮率20.50%'],
    ['yichang-candidates-notices-2-3', 3, 3, 'masked-1', 980_000, null],
    ['yichang-candidates-notices-3-2', 1, 3, '某某园林有限公司', null, '0.90'],
    ['yichang-candidates-notices-3-3', 2, 3, '某某物业有限公司、某某绿化有限公司联合体', 88_600.5, null],
    ['yichang-candidates-notices-3-4', 3, 3, '某某环境有限公司', null, '按收费标准的50%计取'],
    // Between them an earlier project, after them a member of a consortium: neither has a price.
    ['yichang-candidates-notices-4', 1, 2, '某某铁道设计有限公司', 680_000, null],
    ['yichang-candidates-notices-4-3', 2, 2, '某某铁路设计院、某某勘测有限公司联合体', null, '下浮率10%'],
    // Where no line has a price, all are candidates.
    ['yichang-candidates-notices-5', 1, 2, '某某监理有限公司', null, '未提供'],
    ['yichang-candidates-notices-5-2', 2, 2, '某某咨询有限公司', null, '未提供'],
  ]);
  expect(JSON.stringify(made.rows)).not.toContain('赵六六');
});
