import type { Chart, View } from '../model/chart.ts';
import type { Bilingual } from '../model/language.ts';
import { number, text, type Row } from '../model/row.ts';
import { chipMatrix } from './forms/chipMatrix.ts';
import { unless } from './forms/claims.ts';
import { codeGroup, DIMENSIONS } from './forms/practiceCodes.ts';
import { placeNames, shortName } from './forms/rows.ts';
import { ofRow, tip } from './forms/tips.ts';

const HOME = 'gaoming';
const GUANGDONG = 'guangdong';
/** Places of which fewer sides are known for both are listed after the others. */
const LEAST_COMMON = 4;

type Controls = View['controls'];

/** Whether a place belongs to a kind. */
const KINDS: readonly (Bilingual & { id: string; holds: (place: Row) => boolean })[] = [
  { id: 'all', en: 'all places', zh: '全部地区', holds: () => true },
  {
    id: 'county',
    en: 'districts and counties in China',
    zh: '中国区县',
    holds: (place) => isChinese(place) && place['level'] === 'county',
  },
  {
    id: 'higher',
    en: 'cities and provinces in China',
    zh: '中国省市',
    holds: (place) => isChinese(place) && place['level'] !== 'county',
  },
  { id: 'abroad', en: 'other countries', zh: '其他国家', holds: (place) => !isChinese(place) },
];
const isChinese = (place: Row): boolean => text(place, 'code_system').startsWith('GB');

/** The order of the rows: by likeness to Gaoming, by kind and name, or by a dimension. Each is a view with a title of its own. */
const ORDERS: readonly (Bilingual & { id: string; title: Bilingual })[] = [
  {
    id: 'likeness',
    en: 'likeness to Gaoming',
    zh: '与高明的相似程度',
    title: {
      en: 'The four places most like Gaoming are all in Guangdong; abroad none agrees with it on more than a quarter of the sides',
      zh: '与高明做法最接近的四个地区都在广东；国外与高明相同的方面都不超过四分之一',
    },
  },
  {
    id: 'place',
    en: 'country and level',
    zh: '国别和层级',
    title: {
      en: 'All eleven places that buy from social organisations are in China; no other code is as common',
      zh: '向社会组织购买的 11 个地区都在中国，没有别的编码更常见',
    },
  },
  {
    id: 'legal-basis',
    en: 'legal basis',
    zh: '法律依据',
    title: {
      en: 'Every place abroad with a known legal basis has a national law; ten of twelve in China have a rule of their own',
      zh: '法律依据已知的地区中，国外都有国家法律，中国 12 个地区有 10 个是本地规定',
    },
  },
  {
    id: 'what',
    en: 'what is bought',
    zh: '买什么',
    title: {
      en: 'Family services, as in Gaoming, are named in three of 25 places; elder care, the most common, in five',
      zh: '25 个地区中，与高明一样购买家庭服务的有 3 个，最多的是养老服务，5 个',
    },
  },
  {
    id: 'from-whom',
    en: 'from whom',
    zh: '向谁买',
    title: {
      en: 'Eleven of 26 places, Gaoming among them, buy from social organisations; seven from non-profits and firms alike',
      zh: '26 个地区中，11 个向社会组织购买，包括高明；7 个非营利机构与企业并存',
    },
  },
  {
    id: 'how',
    en: 'how providers are chosen',
    zh: '怎么选承接方',
    title: {
      en: 'Thirty places choose providers in twenty ways; nine hold open tenders',
      zh: '30 个地区选择承接方的办法有 20 种，其中 9 个地区公开招标',
    },
  },
  {
    id: 'money',
    en: 'money',
    zh: '资金',
    title: {
      en: 'Money takes 18 forms in 26 places; an own budget, as in Gaoming, is recorded in four',
      zh: '26 个地区的资金安排有 18 种，与高明一样列本级预算的有 4 个',
    },
  },
  {
    id: 'evaluation',
    en: 'evaluation',
    zh: '评估',
    title: {
      en: 'Weak evaluation is the most common finding, in five of 20 places; a third party evaluates in two',
      zh: '20 个地区中，评估薄弱最多，有 5 个；由第三方评估的有 2 个',
    },
  },
  {
    id: 'problem',
    en: 'problem',
    zh: '问题',
    title: {
      en: 'Too little money or too few providers, two of Gaoming’s problems, are reported in 17 of 28 places',
      zh: '28 个地区中，17 个有高明同样的问题：资金不足或承接方不足',
    },
  },
  {
    id: 'result',
    en: 'result',
    zh: '结果',
    title: {
      en: 'Mixed results are reported in five of 20 places, wider coverage, as in Gaoming, in four',
      zh: '20 个地区中，5 个效果不一，与高明一样覆盖扩大的有 4 个',
    },
  },
];

const orderOf = ({ order }: Controls): (typeof ORDERS)[number] =>
  ORDERS.find(({ id }) => id === order) ?? ORDERS[0]!;
const kindOf = ({ level }: Controls): (typeof KINDS)[number] =>
  KINDS.find(({ id }) => id === level) ?? KINDS[0]!;
const isHome = (row: Row): boolean => row['place_id'] === HOME;

/** How each place buys, by the codes of the dataset `practice`, beside Gaoming. */
export const practiceMatrix: Chart = {
  id: 'practice-matrix',
  topic: 'rules',
  title: ORDERS[0]!.title,
  subtitle: subtitleFor({}),
  question: {
    en: 'How does each place buy, and which places do it as Gaoming does?',
    zh: '各地怎么购买，哪些地方的做法与高明相同？',
  },
  note: {
    en: 'A code is our short reading of one statement, which the tip gives with its grade; it measures nothing. An empty cell means that we found nothing, not that nothing exists, and places were chosen because more is known of them than of others. Agreement, 4/8, means that on four of the eight sides known for both at least one code is the same; places with fewer than four sides to compare are listed last. Gaoming’s legal basis is the province’s rule. Countries are coded as a whole, cities with their districts.',
    zh: '编码是我们对一项陈述的简短归纳，点开可读陈述及可信度；编码不是测量。空格表示没有查到，不表示不存在；所选地区本就是资料较多的。“4/8”指双方都有资料的 8 个方面中，4 个至少有一项编码相同；可比方面不足 4 个的排在最后。高明的法律依据为省级规定。国家按全国编码，城市含其区、街道。',
  },
  tables: [
    ['practice', 'practice'],
    ['places', 'places'],
  ],
  controls: [
    {
      id: 'order',
      label: { en: 'Sort by', zh: '排序' },
      options: ORDERS.map(({ id, en, zh }) => ({ id, label: { en, zh } })),
    },
    {
      id: 'level',
      label: { en: 'Places', zh: '地区' },
      options: KINDS.map(({ id, en, zh }) => ({ id, label: { en, zh } })),
    },
  ],
  filters: { series: { id: 'place_id', name: 'place', title: { en: 'Places', zh: '地区' } } },
  titleFor(controls) {
    const kind = kindOf(controls);
    return kind.id === 'all'
      ? orderOf(controls).title
      : {
          en: `How ${kind.en} buy public services, beside Gaoming`,
          zh: `${kind.zh}怎么购买公共服务（与高明对照）`,
        };
  },
  subtitleFor,
  columns: [
    { name: 'place', title: { en: 'Place', zh: '地区' } },
    { name: 'dimension', title: { en: 'Side of the practice', zh: '方面' } },
    { name: 'code', title: { en: 'Code', zh: '编码' } },
    { name: 'group', title: { en: 'Group', zh: '类别' } },
    { name: 'statement', title: { en: 'Statement', zh: '陈述' } },
    { name: 'confidence', title: { en: 'Grade', zh: '可信度' } },
    { name: 'id', title: { en: 'Row', zh: '行' } },
  ],
  select([practice, places], { language, controls }) {
    const name = placeNames(places!, language);
    const placeOf = new Map(places!.map((row) => [text(row, 'id'), row]));
    const kind = kindOf(controls);
    const codes = codesOf(practice!);
    const drawn = [...codes.keys()].filter((id) => id === HOME || kind.holds(placeOf.get(id)!));
    const shown = drawn.map((id) => ({
      id,
      name: shortName(name(id), language),
      likeness: likeness(codes.get(HOME)!, codes.get(id)!),
      rank: rankOf(placeOf.get(id)!),
      code: firstCode(codes.get(id)!, orderOf(controls).id),
    }));
    const order = orderOf(controls).id;
    shown.sort(
      (a, b) =>
        Number(b.id === HOME) - Number(a.id === HOME) ||
        (order === 'likeness' ? 0 : order === 'place' ? a.rank - b.rank : a.code - b.code) ||
        (order === 'place' ? 0 : compareLikeness(a.likeness, b.likeness)) ||
        a.name.localeCompare(b.name, language === 'zh' ? 'zh-CN' : 'en'),
    );
    return shown.flatMap(({ id, name: place, likeness: { same, common } }) =>
      DIMENSIONS.flatMap((dimension) =>
        [...(codes.get(id)!.get(dimension.id) ?? [])].map(([code, own]) => {
          const { at, group, words } = codeGroup(dimension, code);
          return {
            place,
            dimension: dimension[language],
            code: words[language],
            short: (words.short ?? words)[language],
            group: group[language],
            statement: own
              .map((row) => text(row, `statement_${language}`))
              .join(language === 'zh' ? '' : ' '),
            confidence: own.map((row) => text(row, 'confidence')).sort()[0]!,
            id: text(own[0]!, 'id'),
            source_id: [...new Set(own.map((row) => text(row, 'source_id')))].join(' '),
            place_id: id,
            dimension_id: dimension.id,
            code_id: code,
            group_at: at,
            same: codes.get(HOME)?.get(dimension.id)?.has(code) ?? false,
            same_sides: same,
            common_sides: common,
            chinese: isChinese(placeOf.get(id)!),
            guangdong: isWithin(id, GUANGDONG, placeOf),
          };
        }),
      ),
    );
  },
  holds(rows, { controls }) {
    return kindOf(controls).id === 'all' ? CLAIMS[orderOf(controls).id]!(rows) : undefined;
  },
  plot(rows, view) {
    const order = orderOf(view.controls).id;
    return chipMatrix(
      rows.map((row) => ({
        ...row,
        row: row['place']!,
        column_id: row['dimension_id']!,
        first: isHome(row),
      })),
      view,
      {
        columns: DIMENSIONS.map((dimension) => ({
          id: dimension.id,
          head: dimension[view.language],
          groups: dimension.groups.map((group) => group[view.language]),
        })),
        sortedBy: order,
        asideHead: view.language === 'zh' ? '相同' : 'Agree',
        aside: (row) => (isHome(row) ? '' : `${row['same_sides']}/${row['common_sides']}`),
        label: (row, fits) => text(row, fits(text(row, 'code')) ? 'code' : 'short'),
        tip: (row) =>
          ofRow(
            row,
            tip(view.language, {
              of: [text(row, 'place'), text(row, 'dimension'), text(row, 'code')],
              value: text(row, 'statement'),
              grade: row['confidence'],
            }),
          ),
      },
    );
  },
  alt(rows, language) {
    const most = DIMENSIONS.map((dimension) => {
      const own = rows.filter((row) => row['dimension_id'] === dimension.id);
      const places = new Set(own.map((row) => row['place_id'])).size;
      const counts = [...new Set(own.map((row) => text(row, 'code')))].map(
        (code) => [code, own.filter((row) => row['code'] === code).length] as const,
      );
      const [code, count] = counts.sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
      return language === 'zh'
        ? `${dimension.zh} ${places} 个，最多为${code}（${count} 个）`
        : `${dimension.en} known for ${places}, most often ${code.toLowerCase()} (${count})`;
    });
    const places = new Set(rows.map((row) => row['place_id'])).size;
    return language === 'zh'
      ? `方阵，${places} 个地区，各方面已知的地区数：${most.join('；')}。`
      : `Matrix of ${places} places: ${most.join('; ')}.`;
  },
};

function subtitleFor(controls: Controls): Bilingual {
  const order = orderOf(controls);
  return {
    en: `Coded answers by place and side of the practice, Gaoming first, then by ${order.en}. Red edge: same code as Gaoming; hollow: known from grade C only; empty: nothing found`,
    zh: `各地区、各方面的编码，高明居首，其余按${order.zh}排列。红边：与高明编码相同；空心：仅见于 C 级来源；空格：未查到`,
  };
}

/** Whether a place is another, or lies in it. */
function isWithin(id: string, around: string, placeOf: Map<string, Row>): boolean {
  const parent = text(placeOf.get(id) ?? {}, 'parent');
  return id === around || (parent !== '' && isWithin(parent, around, placeOf));
}

/** Place → dimension → code → the rows that say it. */
type Codes = Map<string, Map<string, Map<string, Row[]>>>;

function codesOf(practice: Row[]): Codes {
  const codes: Codes = new Map();
  const inside = <V>(map: Map<string, V>, key: string, fresh: () => V): V => {
    if (!map.has(key)) map.set(key, fresh());
    return map.get(key)!;
  };
  for (const row of practice) {
    const place = inside(codes, text(row, 'place'), () => new Map<string, Map<string, Row[]>>());
    const dimension = inside(place, text(row, 'dimension'), () => new Map<string, Row[]>());
    inside(dimension, text(row, 'code'), () => []).push(row);
  }
  return codes;
}

interface Likeness {
  /** Dimensions on which a code is the same. */
  same: number;
  /** Dimensions known for both. */
  common: number;
}

function likeness(home: Map<string, Map<string, Row[]>>, other: Map<string, Map<string, Row[]>>): Likeness {
  const common = [...home.keys()].filter((dimension) => other.has(dimension));
  const same = common.filter((dimension) =>
    [...home.get(dimension)!.keys()].some((code) => other.get(dimension)!.has(code)),
  );
  return { same: same.length, common: common.length };
}

/** Those with enough to compare first; then the higher share of sides that agree, and of equal shares that of more sides. */
const compareLikeness = (a: Likeness, b: Likeness): number =>
  Number(b.common >= LEAST_COMMON) - Number(a.common >= LEAST_COMMON) ||
  b.same / (b.common || 1) - a.same / (a.common || 1) ||
  b.common - a.common;

/** China by level from below, then other countries. */
const rankOf = (place: Row): number =>
  isChinese(place) ? ['county', 'prefecture', 'province'].indexOf(text(place, 'level')) : 3;

/** The position of a place's first code among the codes of a dimension; places without one are last. */
function firstCode(place: Map<string, Map<string, Row[]>>, dimension: string): number {
  const all = DIMENSIONS.find(({ id }) => id === dimension)?.groups.flatMap(({ codes }) =>
    Object.keys(codes),
  );
  const own = [...(place.get(dimension)?.keys() ?? [])].map((code) => all?.indexOf(code) ?? 0);
  return Math.min(...own, Number.MAX_SAFE_INTEGER);
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
    const others = rows.filter((row) => !isHome(row) && (number(row, 'common_sides') ?? 0) >= LEAST_COMMON);
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
