import type { Chart, View } from '../model/chart.ts';
import type { Bilingual, Language } from '../model/language.ts';
import { number, text, type Row } from '../model/row.ts';
import { unless } from './forms/claims.ts';
import { drawable } from './forms/rows.ts';
import { HOME, provinceCodes, TILES, tileMap } from './forms/tiles.ts';
import { ofRow, tip } from './forms/tips.ts';

/** Shanghai, Jiangsu, Zhejiang. */
const DELTA = ['310000', '320000', '330000'];

interface Measure {
  id: string;
  label: Bilingual;
  title: Bilingual;
  subtitle: Bilingual;
  /** A count in words. */
  unit: (count: number, language: Language) => string;
  from: readonly [number, number, number, number, number];
  /** What is false in the title. @param of the sum over provinces @param all over all provinces */
  claims: (rows: Row[], of: (codes: readonly string[]) => number, all: number) => [boolean, string][];
  /** The rows that are counted, from the tables of the chart. */
  counted: (tables: Tables) => Row[];
  /** The column of the number of each row; one where it is left out. */
  weight?: string;
}
interface Tables {
  purchases: Row[];
  policies: Row[];
  notices: Row[];
  facts: Row[];
  practice: Row[];
}
const words =
  (one: string, many: string, zh: string) =>
  (count: number, language: Language): string =>
    language === 'zh' ? `${count} ${zh}` : `${count} ${count === 1 ? one : many}`;
const units = (rows: Row[]): number => rows.length;
/** The share of all units of which nothing was found. */
const without = (rows: Row[]): number => 1 - units(rows) / TILES.length;

/** Each measure with its title; the first is drawn at build. */
const MEASURES: readonly Measure[] = [
  {
    id: 'purchases',
    label: { en: 'Purchases on record', zh: '购买记录' },
    title: {
      en: 'More than half of the Chinese purchases on record here were made in Guangdong and the Yangtze delta; for about a quarter of the provinces none was found',
      zh: '本站收录的中国购买记录，半数以上在广东和江浙沪；约四分之一的省级单位一条也没有找到',
    },
    subtitle: {
      en: 'Purchases, budgets and prices on record by province-level unit and the places in it, number of rows',
      zh: '各省级单位及其所辖地区的购买、预算和价格记录，条',
    },
    unit: words('purchase', 'purchases', '条购买记录'),
    from: [1, 3, 6, 11, 21],
    counted: ({ purchases }) => purchases.filter(drawable),
    claims: (rows, of, all) => [
      [of([HOME, ...DELTA]) > 0.5 * all, 'Guangdong and the delta have no more than half of the purchases'],
      [without(rows) >= 0.2 && without(rows) < 0.3, 'the units without purchases are not about a quarter'],
    ],
  },
  {
    id: 'rules',
    label: { en: 'Rules', zh: '规则' },
    title: {
      en: 'No province has as many rules on record here as Guangdong; of about a third of the provinces none was found',
      zh: '本站收录的地方规则以广东最多；近三分之一的省级单位一件也没有找到',
    },
    subtitle: {
      en: 'Rules on record of each province-level unit and the cities and counties in it, number of texts',
      zh: '各省级单位及其所辖市、县的规则，件',
    },
    unit: words('rule', 'rules', '件规则'),
    from: [1, 2, 4, 7, 11],
    counted: ({ policies }) => policies,
    claims: (rows, of) => [
      [
        rows.every((row) => row['code'] === HOME || number(row, 'value')! < of([HOME])),
        'another province has as many rules as Guangdong',
      ],
      [without(rows) >= 0.29 && without(rows) < 0.4, 'the units without rules are not about a third'],
    ],
  },
  {
    id: 'notices',
    label: { en: 'Notices', zh: '采购公告' },
    title: {
      en: 'In a collection of notices of public buyers, Guangdong and Zhejiang lead and 31 of 34 provinces are found; there was none of Hong Kong, Macao and Taiwan',
      zh: '在一批公共采购公告中，以广东、浙江为最多，34 个省级单位见到 31 个；港澳台没有',
    },
    subtitle: {
      en: 'Notices in the dataset “Procurement notices and intentions in China” by province-level unit, number of notices',
      zh: '“中国采购公告与采购意向逐条明细”数据集中各省级单位的公告，条',
    },
    unit: words('notice', 'notices', '条公告'),
    from: [1, 21, 51, 101, 201],
    counted: ({ notices }) => notices,
    weight: 'notices',
    claims: (rows, of) => [
      [
        rows.every(
          (row) =>
            [HOME, '330000'].includes(text(row, 'code')) ||
            number(row, 'value')! < Math.min(of([HOME]), of(['330000'])),
        ),
        'another province has more notices than Guangdong or Zhejiang',
      ],
      [units(rows) === 31, 'notices are not of 31 units'],
      [of(['710000', '810000', '820000']) === 0, 'there are notices of Hong Kong, Macao or Taiwan'],
    ],
  },
  {
    id: 'facts',
    label: { en: 'Facts', zh: '事实' },
    title: {
      en: 'More than half of the facts on record here about provinces are about Guangdong and the Yangtze delta',
      zh: '本站收录的分省事实，半数以上关于广东和江浙沪',
    },
    subtitle: {
      en: 'Facts on record on each province-level unit and the places in it, number of rows',
      zh: '关于各省级单位及其所辖地区的事实，条',
    },
    unit: words('fact', 'facts', '条事实'),
    from: [1, 3, 6, 21, 51],
    counted: ({ facts }) => facts,
    claims: (_rows, of, all) => [
      [of([HOME, ...DELTA]) > 0.5 * all, 'Guangdong and the delta have no more than half of the facts'],
    ],
  },
  {
    id: 'places',
    label: { en: 'Places compared', zh: '比较的地方' },
    title: {
      en: 'Of the 19 places of China that this site compares, 9 are in Guangdong, where Gaoming lies; the others are in 7 province-level units',
      zh: '本站比较的中国地方共 19 个，9 个在高明所在的广东，其余在 7 个省级单位',
    },
    subtitle: {
      en: 'Places in the dataset practice by province-level unit, number of places',
      zh: '数据集 practice 中的地方，按省级单位，个',
    },
    unit: words('place', 'places', '个地方'),
    from: [1, 2, 3, 4, 5],
    counted: ({ practice }) => [...new Map(practice.map((row) => [row['place'], row])).values()],
    claims: (rows, of, all) => [
      [all === 19 && of([HOME]) === 9, 'the places are not 19, with 9 in Guangdong'],
      [units(rows) === 8, 'the places outside Guangdong are not in 7 units'],
    ],
  },
];
const measureOf = ({ measure }: View['controls']): Measure =>
  MEASURES.find(({ id }) => id === measure) ?? MEASURES[0]!;

/** What this site has on each province of China, one tile each. */
export const provinceTiles: Chart = {
  id: 'province-tiles',
  topic: 'money',
  title: MEASURES[0]!.title,
  subtitle: MEASURES[0]!.subtitle,
  question: {
    en: 'Where in China are public services bought, and of where do we know it?',
    zh: '中国哪些地方购买公共服务，我们又知道哪些地方？',
  },
  note: {
    en: 'A diagram and not a map: each tile is one province-level unit, whatever its size, near its neighbours. The number is what was found and read, not all there is: we searched most around Guangdong, and a unit without a row is one of which nothing was found, not one where nothing is bought. National rows, rows on groups across provinces and on places not named are not counted, nor are plans and repeated readings of a purchase. On phones the tiles carry the codes of ISO 3166-2.',
    zh: '此为示意图，不是地图：一格一个省级单位，不论大小，位置只求邻近。数字是找到并读过的材料，不是全部：我们在广东一带查找最多；没有数字表示没有找到，不表示没有购买。全国性的、跨省的和未具名地区的资料不计，购买记录中的计划数与重复读数也不计。手机上格内为省级简称。',
  },
  tables: [
    ['purchases', 'purchases'],
    ['policies', 'policies'],
    ['notices', 'notices_by_province'],
    ['facts', 'facts'],
    ['practice', 'practice'],
    ['places', 'places'],
  ],
  controls: [
    {
      id: 'measure',
      label: { en: 'Show', zh: '显示' },
      options: MEASURES.map(({ id, label }) => ({ id, label })),
    },
  ],
  titleFor: (controls) => measureOf(controls).title,
  subtitleFor: (controls) => measureOf(controls).subtitle,
  columns: [
    { name: 'province', title: { en: 'Province-level unit', zh: '省级单位' } },
    { name: 'measure', title: { en: 'What is counted', zh: '所数' } },
    { name: 'value', title: { en: 'Number', zh: '数量' } },
  ],
  select([purchases, policies, notices, facts, practice, places], { language, controls }) {
    const measure = measureOf(controls);
    const codes = provinceCodes(places!);
    const counted = measure.counted({
      purchases: purchases!,
      policies: policies!,
      notices: notices!,
      facts: facts!,
      practice: practice!,
    });
    return TILES.flatMap(({ code, [language]: province }) => {
      const own = counted.filter((row) => codes.get(text(row, 'place')) === code);
      if (own.length === 0) return [];
      return [
        {
          province,
          measure: measure.label[language],
          value: own.reduce((sum, row) => sum + (measure.weight ? (number(row, measure.weight) ?? 0) : 1), 0),
          source_id: [...new Set(own.map((row) => text(row, 'source_id')))].join(' '),
          code,
        },
      ];
    }).sort((a, b) => b.value - a.value);
  },
  holds(rows, { controls }) {
    const of = (codes: readonly string[]): number =>
      rows
        .filter((row) => codes.includes(text(row, 'code')))
        .reduce((sum, row) => sum + (number(row, 'value') ?? 0), 0);
    return unless(measureOf(controls).claims(rows, of, of(TILES.map(({ code }) => code))));
  },
  plot(rows, view) {
    const measure = measureOf(view.controls);
    const zh = view.language === 'zh';
    return tileMap(rows, view, {
      value: 'value',
      from: measure.from,
      heading: measure.label[view.language],
      home: zh ? '红框：广东，高明所在的省' : 'Vermilion border: Guangdong, with Gaoming in it',
      none: zh ? '空框：未找到' : 'Empty outline: nothing was found',
      tip: (one, row) => {
        const nothing = zh ? '未找到' : 'nothing was found';
        const value = row ? measure.unit(number(row, 'value') ?? 0, view.language) : nothing;
        const words = tip(view.language, { of: [one[view.language]], value });
        return row ? ofRow(row, words) : words;
      },
    });
  },
  alt: (rows, language) => {
    const list = rows
      .map((row) => `${text(row, 'province')} ${number(row, 'value')}`)
      .join(language === 'zh' ? '、' : ', ');
    const none = TILES.length - rows.length;
    const counted = text(rows[0] ?? {}, 'measure');
    return language === 'zh'
      ? `省级单位方格示意图，${counted}：${list}；其余 ${none} 个省级单位未找到。`
      : `Tiles of provinces, ${counted.toLowerCase()}: ${list}; nothing was found for the other ${none}.`;
  },
};
