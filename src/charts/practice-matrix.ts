/** Over 250 lines: the texts of its views in two languages take a third. */
import type { Chart, View } from '../model/chart.ts';
import type { Bilingual } from '../model/language.ts';
import { text, type Row } from '../model/row.ts';
import { chipMatrix } from './forms/chipMatrix.ts';
import { codeGroup, DIMENSIONS } from './forms/practiceCodes.ts';
import { HOME, LEAST_COMMON, ORDERS, type Order } from './forms/practiceOrders.ts';
import { placeNames, shortName } from './forms/rows.ts';
import { ofRow, tip } from './forms/tips.ts';

const GUANGDONG = 'guangdong';

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

const orderOf = ({ order }: Controls): Order => ORDERS.find(({ id }) => id === order) ?? ORDERS[0]!;
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
  keywords: { en: 'compare, evaluation, elderly, how others do it', zh: '对比, 比较, 养老, 评估' },
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
      label: { en: 'Kind of place', zh: '地区类别' },
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
    return kindOf(controls).id === 'all' ? orderOf(controls).holds(rows) : undefined;
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
