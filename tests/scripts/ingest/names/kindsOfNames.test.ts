import fc from 'fast-check';
import { expect, describe, test } from 'vitest';
import { divisionAt } from '../../../../scripts/ingest/names/division.ts';
import { providerRules, readProvider } from '../../../../scripts/ingest/names/providerKind.ts';

describe('a provider’s kind and legal form are read from its name', () => {
  test.each([
    [
      '佛山市某某社会工作服务中心',
      '佛山市某某',
      '社会工作服务中心',
      'social-organisation',
      'cn-social-service-agency',
    ],
    ['某某物业管理有限公司', '某某物业管理', '有限公司', 'for-profit', 'cn-company'],
    ['某某（湖北）项目管理有限公司', '某某(湖北)项目管理', '有限公司', 'for-profit', 'cn-company'],
    ['某某研究院有限责任公司', '某某研究院', '有限责任公司', 'for-profit', 'cn-company'],
    ['高明区社会工作者协会', '高明区社会工作者', '协会', 'social-organisation', 'cn-association'],
    ['某某基金会', '某某', '基金会', 'social-organisation', 'cn-foundation'],
    ['荷城街道办事处', '荷城街道办事处', null, 'public-body', 'cn-public-body'],
    ['某某社区居民委员会', '某某社区居民委员会', null, 'community-organisation', 'cn-village-or-community'],
    ['社会福祉法人某会', '某会', '社会福祉法人', 'nonprofit', 'jp-social-welfare-corporation'],
    ['公益財団法人某研究所', '某研究所', '公益財団法人', 'nonprofit', 'jp-public-interest-foundation'],
    ['（一社）某協会', '某協会', '(一社)', 'nonprofit', 'jp-general-association'],
    ['某某㈱', '某某', '(株)', 'for-profit', 'jp-company'],
    ['Some Fostering Ltd.', 'Some Fostering', 'Ltd', 'private', 'limited-company'],
    ['SOME WORKS (UK) LIMITED', 'SOME WORKS (UK)', 'LIMITED', 'private', 'limited-company'],
    ['Some Kitchen C.I.C.', 'Some Kitchen', 'C.I.C', 'nonprofit', 'community-interest-company'],
    ['Some NHS Foundation Trust', 'Some NHS Foundation Trust', null, 'public-body', 'nhs'],
    ['The Some Trust', 'The Some Trust', null, 'nonprofit', 'trust'],
    ['Some Counsel, Inc.', 'Some Counsel', 'Inc', 'private', 'us-corporation'],
    ['Redacted personal data', 'Redacted personal data', null, 'unknown', 'redacted-or-none'],
    ['Somebody', 'Somebody', null, 'unknown', 'none'],
  ])('%s', (printed, name, legalForm, kind, rule) =>
    expect(readProvider(printed)).toEqual({ name, legalForm, kind, rule }),
  );

  test('never fails, never empties a name, and always names its rule', () => {
    const rules = new Set([...providerRules(), 'none']);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { name, rule } = readProvider(text);
        expect(rules).toContain(rule);
        if (text.normalize('NFKC').trim() !== '') expect(name).not.toBe('');
      }),
    );
  });
});

test.each([
  ['湖北省宜昌市夷陵区民政局', '420506', '民政局'],
  ['宜昌市夷陵区', '420506', ''],
  ['重庆市黔江区财政局', '500114', '财政局'],
  ['四川省眉山市东坡区眉山市中医医院', '511402', '眉山市中医医院'],
  ['吉林市教育局', '220200', '教育局'],
  ['丰县人民医院', '320321', '人民医院'],
])('%s begins with the division %s', (name, code, rest) => {
  const placed = divisionAt(name);
  expect(placed?.division.code).toBe(code);
  expect(placed?.rest).toBe(rest);
});
test.each(['城区分局', '某某市民政局', 'Oxford City Council', ''])('“%s” begins with no division', (name) =>
  expect(divisionAt(name)).toBeNull(),
);
