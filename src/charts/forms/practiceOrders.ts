import type { Bilingual } from '../../model/language.ts';
import { number, text, type Row } from '../../model/row.ts';
import { unless } from './claims.ts';

/** The place that the others are compared with. */
export const HOME = 'gaoming';
/** Places of which fewer sides are known for both are listed after the others. */
export const LEAST_COMMON = 4;

/** An order of the rows of the matrix of practice. */
export interface Order extends Bilingual {
  id: string;
  title: Bilingual;
  /** What the title says of the rows of all places. */
  holds: (rows: Row[]) => string | undefined;
}

/** The places of rows, those with a cell or all. */
const placesWith = (rows: Row[], cells: Row = {}): Set<string> =>
  new Set(
    rows
      .filter((row) => Object.entries(cells).every(([column, cell]) => row[column] === cell))
      .map((row) => text(row, 'place_id')),
  );
const known = (rows: Row[], dimension: string): number => placesWith(rows, { dimension_id: dimension }).size;
const having = (rows: Row[], dimension: string, code: string): Set<string> =>
  placesWith(rows, { dimension_id: dimension, code_id: code });
/** How many codes a dimension has in the rows. */
const forms = (rows: Row[], dimension: string): number =>
  new Set(rows.filter((row) => row['dimension_id'] === dimension).map((row) => row['code_id'])).size;
/** The code that most places have. */
function commonest(rows: Row[], dimension?: string): string {
  const own = rows.filter((row) => dimension === undefined || row['dimension_id'] === dimension);
  const counts = new Map<string, number>();
  for (const row of own) {
    const key = `${text(row, 'dimension_id')} ${text(row, 'code_id')}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1]);
  return sorted[0]?.[1] === sorted[1]?.[1] ? '' : (sorted[0]?.[0] ?? '');
}

/** What the title of each order says of the rows. */
const CLAIMS: Record<string, (rows: Row[]) => string | undefined> = {
  likeness(rows) {
    const others = rows.filter(
      (row) => row['place_id'] !== HOME && (number(row, 'common_sides') ?? 0) >= LEAST_COMMON,
    );
    const share = (row: Row): number => number(row, 'same_sides')! / number(row, 'common_sides')!;
    const south = others.filter((row) => row['guangdong']);
    const rest = others.filter((row) => !row['guangdong']);
    const best = Math.max(...rest.map(share));
    return unless([
      [placesWith(south.filter((row) => share(row) > best)).size === 4, 'it is not four places in Guangdong'],
      [
        rest.every((row) => row['chinese'] || share(row) <= 0.25),
        'a place abroad agrees on more than a quarter',
      ],
    ]);
  },
  place(rows) {
    const social = having(rows, 'from-whom', 'social-organisations');
    const abroad = placesWith(rows, { chinese: false });
    return unless([
      [social.size === 11, 'it is not eleven places that buy from social organisations'],
      [[...social].every((place) => !abroad.has(place)), 'a place abroad buys from social organisations'],
      [commonest(rows) === 'from-whom social-organisations', 'another code is as common'],
    ]);
  },
  'legal-basis'(rows) {
    const basis = rows.filter((row) => row['dimension_id'] === 'legal-basis');
    const home = basis.filter((row) => row['chinese']);
    return unless([
      [
        basis.every((row) => row['chinese'] || row['code_id'] === 'national-law'),
        'a place abroad has another legal basis',
      ],
      [placesWith(home).size === 12, 'it is not twelve places in China'],
      [having(home, 'legal-basis', 'local-rule').size === 10, 'it is not ten with a rule of their own'],
    ]);
  },
  what: (rows) =>
    unless([
      [known(rows, 'what') === 25, 'what is bought is not known of 25 places'],
      [having(rows, 'what', 'family-services').size === 3, 'family services are not named in three places'],
      [having(rows, 'what', 'family-services').has(HOME), 'Gaoming is not among them'],
      [having(rows, 'what', 'elder-care').size === 5, 'elder care is not named in five places'],
      [commonest(rows, 'what') === 'what elder-care', 'elder care is not the most common'],
    ]),
  'from-whom': (rows) =>
    unless([
      [known(rows, 'from-whom') === 26, 'providers are not known of 26 places'],
      [
        having(rows, 'from-whom', 'social-organisations').size === 11,
        'it is not eleven places that buy from social organisations',
      ],
      [having(rows, 'from-whom', 'social-organisations').has(HOME), 'Gaoming is not among them'],
      [
        having(rows, 'from-whom', 'mixed-providers').size === 7,
        'it is not seven places that buy from non-profits and firms alike',
      ],
    ]),
  how: (rows) =>
    unless([
      [known(rows, 'how') === 30, 'the way of choice is not known of thirty places'],
      [forms(rows, 'how') === 20, 'there are not twenty ways'],
      [having(rows, 'how', 'open-tender').size === 9, 'it is not nine places that tender openly'],
    ]),
  money: (rows) =>
    unless([
      [known(rows, 'money') === 26, 'the money is not known of 26 places'],
      [forms(rows, 'money') === 18, 'there are not 18 forms'],
      [having(rows, 'money', 'own-budget').size === 4, 'it is not four places with a budget of their own'],
      [having(rows, 'money', 'own-budget').has(HOME), 'Gaoming is not among them'],
    ]),
  evaluation: (rows) =>
    unless([
      [known(rows, 'evaluation') === 20, 'the evaluation is not known of 20 places'],
      [having(rows, 'evaluation', 'weak-evaluation').size === 5, 'it is not weak in five places'],
      [commonest(rows, 'evaluation') === 'evaluation weak-evaluation', 'another finding is as common'],
      [having(rows, 'evaluation', 'third-party').size === 2, 'a third party does not evaluate in two places'],
    ]),
  problem(rows) {
    const money = having(rows, 'problem', 'little-money');
    const few = having(rows, 'problem', 'few-providers');
    return unless([
      [known(rows, 'problem') === 28, 'problems are not known of 28 places'],
      [new Set([...money, ...few]).size === 17, 'it is not 17 places'],
      [money.has(HOME) && few.has(HOME), 'Gaoming does not have both problems'],
    ]);
  },
  result: (rows) =>
    unless([
      [known(rows, 'result') === 20, 'results are not known of 20 places'],
      [having(rows, 'result', 'mixed-result').size === 5, 'results are not mixed in five places'],
      [having(rows, 'result', 'wider-coverage').size === 4, 'coverage is not wider in four places'],
      [having(rows, 'result', 'wider-coverage').has(HOME), 'Gaoming is not among them'],
    ]),
};

/** The orders of the rows, by likeness to Gaoming, by kind and name, or by a dimension: each is a view with a title of its own. */
export const ORDERS: readonly Order[] = [
  {
    id: 'likeness',
    holds: (rows) => CLAIMS['likeness']!(rows),
    en: 'likeness to Gaoming',
    zh: '与高明的相似程度',
    title: {
      en: 'The four places most like Gaoming are all in Guangdong; abroad none agrees with it on more than a quarter of the sides',
      zh: '与高明做法最接近的四个地区都在广东；国外与高明相同的方面都不超过四分之一',
    },
  },
  {
    id: 'place',
    holds: (rows) => CLAIMS['place']!(rows),
    en: 'country and level',
    zh: '国别和层级',
    title: {
      en: 'All eleven places that buy from social organisations are in China; no other code is as common',
      zh: '向社会组织购买的 11 个地区都在中国，没有别的编码更常见',
    },
  },
  {
    id: 'legal-basis',
    holds: (rows) => CLAIMS['legal-basis']!(rows),
    en: 'legal basis',
    zh: '法律依据',
    title: {
      en: 'Every place abroad with a known legal basis has a national law; ten of twelve in China have a rule of their own',
      zh: '法律依据已知的地区中，国外都有国家法律，中国 12 个地区有 10 个是本地规定',
    },
  },
  {
    id: 'what',
    holds: (rows) => CLAIMS['what']!(rows),
    en: 'what is bought',
    zh: '买什么',
    title: {
      en: 'Family services, as in Gaoming, are named in three of 25 places; elder care, the most common, in five',
      zh: '25 个地区中，与高明一样购买家庭服务的有 3 个，最多的是养老服务，5 个',
    },
  },
  {
    id: 'from-whom',
    holds: (rows) => CLAIMS['from-whom']!(rows),
    en: 'from whom',
    zh: '向谁买',
    title: {
      en: 'Eleven of 26 places, Gaoming among them, buy from social organisations; seven from non-profits and firms alike',
      zh: '26 个地区中，11 个向社会组织购买，包括高明；7 个非营利机构与企业并存',
    },
  },
  {
    id: 'how',
    holds: (rows) => CLAIMS['how']!(rows),
    en: 'how providers are chosen',
    zh: '怎么选承接方',
    title: {
      en: 'Thirty places choose providers in twenty ways; nine hold open tenders',
      zh: '30 个地区选择承接方的办法有 20 种，其中 9 个地区公开招标',
    },
  },
  {
    id: 'money',
    holds: (rows) => CLAIMS['money']!(rows),
    en: 'money',
    zh: '资金',
    title: {
      en: 'Money takes 18 forms in 26 places; an own budget, as in Gaoming, is recorded in four',
      zh: '26 个地区的资金安排有 18 种，与高明一样列本级预算的有 4 个',
    },
  },
  {
    id: 'evaluation',
    holds: (rows) => CLAIMS['evaluation']!(rows),
    en: 'evaluation',
    zh: '评估',
    title: {
      en: 'Weak evaluation is the most common finding, in five of 20 places; a third party evaluates in two',
      zh: '20 个地区中，评估薄弱最多，有 5 个；由第三方评估的有 2 个',
    },
  },
  {
    id: 'problem',
    holds: (rows) => CLAIMS['problem']!(rows),
    en: 'problem',
    zh: '问题',
    title: {
      en: 'Too little money or too few providers, two of Gaoming’s problems, are reported in 17 of 28 places',
      zh: '28 个地区中，17 个有高明同样的问题：资金不足或承接方不足',
    },
  },
  {
    id: 'result',
    holds: (rows) => CLAIMS['result']!(rows),
    en: 'result',
    zh: '结果',
    title: {
      en: 'Mixed results are reported in five of 20 places, wider coverage, as in Gaoming, in four',
      zh: '20 个地区中，5 个效果不一，与高明一样覆盖扩大的有 4 个',
    },
  },
];
