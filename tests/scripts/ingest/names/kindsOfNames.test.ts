import fc from 'fast-check';
import { expect, describe, test } from 'vitest';
import { divisionAt } from '../../../../scripts/ingest/names/division.ts';
import { providerRules, readProvider } from '../../../../scripts/ingest/names/providerKind.ts';
import { purchaserLevelOf } from '../../../../scripts/ingest/names/purchaserLevel.ts';

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
  ['枝江市董市镇人民政府', 'township'],
  ['佛山市高明区荷城街道办事处', 'township'],
  ['某镇某村村民委员会', 'village'],
  ['远安县住房和城乡建设局', 'county'],
  ['佛山市高明区民政局', 'county'],
  ['佛山市民政局', 'city'],
  ['武汉市中心医院', 'city'],
  ['山东省住房和城乡建设厅', 'province'],
  ['北京市民政局', 'province'],
  ['新疆维吾尔自治区人民医院', 'province'],
  ['国家税务总局', 'national'],
  ['総務省', 'national'],
  ['Oxford City Council', 'city'],
  ['Kent County Council', 'county'],
  ['某某有限公司', 'unknown'],
  // 市 of county level.
  ['宜都市公路建设养护中心', 'county'],
  ['当阳市河溶镇人民政府', 'township'],
  ['枝江市人民医院', 'county'],
  ['江苏省苏州市昆山市中医院', 'county'],
  ['仙桃市教育局', 'county'],
  ['湖北宜昌市财政局', 'city'],
  ['上海市杨浦区卫生健康委员会', 'county'],
  ['北京市石景山医院', 'province'],
  ['天津市滨海新区财政局', 'county'],
  ['宜昌市公安局伍家岗区分局', 'county'],
  ['国家税务总局宜昌市猇亭区税务局', 'county'],
  // Names that end in 区 without being a district, or that only resemble 市, 乡 or 部.
  ['宜昌市公路管理局城区分局', 'city'],
  ['佛山市高新技术产业开发区管理委员会', 'city'],
  ['宜昌三峡旅游度假区开发有限公司', 'unknown'],
  ['宜昌城市更新投资开发有限公司', 'unknown'],
  ['宜昌市夷陵区乡村振兴服务中心', 'county'],
  ['宜昌市伍家岗区伍家乡殡葬公益服务中心', 'township'],
  ['东莞市长安镇人民政府', 'township'],
  // Abolished in 2021 and 2010.
  ['杭州市江干区民政局', 'county'],
  ['北京市宣武区教育局', 'county'],
  ['智能手术室项目部', 'unknown'],
  ['都市再生機構', 'unknown'],
  ['中山大学附属第一医院', 'unknown'],
])('the level of %s is %s', (name, level) => expect(purchaserLevelOf(name).level).toBe(level));

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
