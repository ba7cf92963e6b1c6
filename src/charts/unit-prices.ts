import { formatShort } from '../i18n/format.ts';
import type { Chart } from '../model/chart.ts';
import { DOLLAR_YEAR, factorsByPlace } from '../model/comparablePrices.ts';
import type { Bilingual, Language } from '../model/language.ts';
import { PRICE_KIND_GROUPS } from '../model/priceKinds.ts';
import { quantile } from '../model/quantile.ts';
import { number, text } from '../model/row.ts';
import { unless } from './forms/claims.ts';
import { emptyDrawing } from './forms/emptyDrawing.ts';
import { dotLanes } from './forms/lanes.ts';
import { drawable, pick, placeNames } from './forms/rows.ts';
import { isLinear, SCALE_CONTROL, scaleWords } from './forms/amountScale.ts';
import { COLOUR } from './forms/theme.ts';
import { DOLLARS, measureOf, NOMINAL, PRICE_TABLES, REAL, UNITS as MEASURE_UNITS } from './forms/prices.ts';
import { ofRow, tip } from './forms/tips.ts';
import { PRICE_KINDS, SERVICES, UNITS } from './forms/priceCodes.ts';

/** A lane with fewer prices is not drawn. */
const FEWEST = 4;
const HOME = 'guangdong';
/** Kinds of price that may be looked at together. */
const KINDS: Record<string, readonly string[]> = {
  paid: PRICE_KIND_GROUPS.paid,
  subsidies: PRICE_KIND_GROUPS.subsidy,
  limits: PRICE_KIND_GROUPS.limit,
};

/** The word after an amount in a measure. */
const MEASURES = {
  [NOMINAL]: { en: ' yuan', zh: '元' },
  [REAL]: { en: ' yuan', zh: '元' },
  [DOLLARS]: { en: ' int. dollars', zh: '国际元' },
} as const;
/** The words of a measure in a subtitle. */
const MEASURE_WORDS = {
  [NOMINAL]: { en: 'Chinese places, yuan of the year', zh: { place: '中国各地', unit: '当年价，元' } },
  [REAL]: {
    en: `Chinese places, yuan of ${DOLLAR_YEAR}`,
    zh: { place: '中国各地', unit: `${DOLLAR_YEAR} 年价，元` },
  },
  [DOLLARS]: {
    en: `places in all countries, international dollars of ${DOLLAR_YEAR}`,
    zh: { place: '各国各地', unit: `${DOLLAR_YEAR} 年国际元` },
  },
};
/** The words of a kind of price in a subtitle. */
const KIND_WORDS: Record<string, Bilingual> = {
  paid: { en: 'Prices paid and set rates', zh: '成交价与规定标准' },
  subsidies: { en: 'Subsidies', zh: '补贴' },
  limits: { en: 'Limits and budget norms', zh: '限价与预算标准' },
};
const amountIn = (value: number, measure: string, language: Language): string =>
  formatShort(value, language) + MEASURES[measure as keyof typeof MEASURES][language];

/** The claim of the title: the ends of two lanes in yuan. */
const HOME_CARE = 'home-care--person-month';
const MEALS = 'meals--meal';
const CLAIM = { [HOME_CARE]: [20, 700], [MEALS]: [2, 12] } as const;

/** What one unit of a service costs: a strip of dots for each service and unit. */
export const unitPrices: Chart = {
  id: 'unit-prices',
  topic: 'money',
  title: {
    en: 'In China home care by the month is priced or subsidised at 20 to 700 yuan a person, and a meal for older people at 2 to 12 yuan',
    zh: '按月计价的居家照护，各地每人每月 20 元至 700 元；老年人一餐的价格或补贴为 2 元至 12 元',
  },
  subtitle: {
    en: 'Unit prices of Chinese places by service and unit, yuan of the year, logarithmic scale; one dot a price',
    zh: '中国各地的服务单价，按服务和计价单位，当年价，元，对数刻度；一点一个价格',
  },
  question: { en: 'What does one unit of a service cost?', zh: '一个单位的服务要多少钱？' },
  note: {
    en: 'Only services with at least four prices in one unit are drawn. Prices paid, set rates, limits, subsidies and a few costs stand side by side in the view of all kinds; a subsidy need not cover the price. What a unit contains differs from place to place. Ochre marks Guangdong, Gaoming’s province; no unit price of Gaoming was found. Plans and drafts are left out; grade C is hollow. In constant prices and dollars, prices without a year or of a year without a rate are left out.',
    zh: '只画同一计价单位至少有四个价格的服务。“全部”一栏中，成交价、规定标准、限价、补贴和少数成本数并列，补贴不一定等于价格。同一单位的服务内容各地不同。赭色为高明所在的广东省；未找到高明的单价。方案和征求意见稿不画；C 级为空心。按不变价和国际元比较时，没有年份或当年没有物价指数的价格不画。',
  },
  tables: [['prices', 'prices'], ['places', 'places'], ...PRICE_TABLES],
  controls: [
    {
      id: 'measure',
      label: { en: 'Measured in', zh: '单位' },
      options: [
        { id: NOMINAL, label: { en: 'China, yuan of the year', zh: '中国，当年价，元' } },
        {
          id: REAL,
          label: { en: `China, yuan of ${DOLLAR_YEAR}`, zh: `中国，${DOLLAR_YEAR} 年价，元` },
        },
        {
          id: DOLLARS,
          label: {
            en: `all countries, international dollars of ${DOLLAR_YEAR}`,
            zh: `各国，${DOLLAR_YEAR} 年国际元`,
          },
        },
      ],
    },
    {
      id: 'kind',
      label: { en: 'Kind of price', zh: '价格性质' },
      options: [
        { id: 'all', label: { en: 'all', zh: '全部' } },
        { id: 'paid', label: { en: 'prices paid and set rates', zh: '成交价与规定标准' } },
        { id: 'subsidies', label: { en: 'subsidies', zh: '补贴' } },
        { id: 'limits', label: { en: 'limits and budget norms', zh: '限价与预算标准' } },
      ],
    },
    SCALE_CONTROL,
  ],
  titleFor: ({ measure = NOMINAL, kind = 'all' }) =>
    measure === NOMINAL && kind === 'all'
      ? undefined
      : { en: 'What one unit of a public service costs', zh: '一个单位的公共服务要多少钱' },
  subtitleFor(controls) {
    const { measure = NOMINAL, kind = 'all' } = controls;
    if (measure === NOMINAL && kind === 'all' && !isLinear(controls)) return undefined;
    const scale = scaleWords(controls);
    const { en: prices, zh: pricesZh } = KIND_WORDS[kind] ?? { en: 'Unit prices', zh: '服务单价' };
    const { en: where, zh: whereZh } = MEASURE_WORDS[measure as keyof typeof MEASURE_WORDS];
    return {
      en: `${prices} of ${where}, by service and unit, ${scale.en}; one dot a price`,
      zh: `${whereZh.place}的${pricesZh}，按服务和计价单位，${whereZh.unit}，${scale.zh}；一点一个价格`,
    };
  },
  filters: {
    series: { id: 'lane_id', name: 'lane', title: { en: 'Services', zh: '服务' } },
    year: 'year',
  },
  columns: [
    { name: 'lane', title: { en: 'Service and unit', zh: '服务与计价单位' } },
    { name: 'place', title: { en: 'Place', zh: '地区' } },
    { name: 'title', title: { en: 'What is priced', zh: '计价内容' } },
    { name: 'year', title: { en: 'Year', zh: '年份' } },
    { name: 'value', title: { en: 'Price', zh: '价格' }, unitColumn: 'unit' },
    { name: 'kind', title: { en: 'Kind of price', zh: '价格性质' } },
    { name: 'confidence', title: { en: 'Grade', zh: '可信度' } },
  ],
  select([prices, places, inflation, ppp], { language, controls }) {
    const measure = measureOf(controls);
    const kinds = KINDS[controls['kind'] ?? 'all'];
    const name = placeNames(places!, language);
    const parents = new Map(places!.map((row) => [text(row, 'id'), text(row, 'parent')]));
    const lineage = (id: string): string[] => (id === '' ? [] : [id, ...lineage(parents.get(id) ?? '')]);
    const factors =
      measure === NOMINAL ? () => 1 : factorsByPlace(inflation!, measure === DOLLARS ? ppp! : undefined);
    const rows = prices!
      .filter(
        (row) =>
          drawable(row) &&
          (measure === DOLLARS || row['currency'] === 'CNY') &&
          (kinds === undefined || kinds.includes(text(row, 'price_kind'))),
      )
      .flatMap((row) => {
        const around = lineage(text(row, 'place'));
        const factor = factors(around, text(row, 'year'));
        if (factor === undefined) return [];
        const [service, unit] = [text(row, 'service'), text(row, 'unit')];
        const between = language === 'zh' ? '，' : ', ';
        return [
          {
            ...pick(row, ['year', 'confidence', 'source_id', 'id']),
            lane: [SERVICES[service]![language], UNITS[unit]![language].toLowerCase()].join(between),
            lane_id: `${service}--${unit}`,
            place: name(text(row, 'place')),
            home: around.includes(HOME),
            title: text(row, `title_${language}`),
            value: Number(((number(row, 'amount') ?? 0) * factor).toPrecision(4)),
            measure,
            unit: MEASURE_UNITS[measure],
            kind: PRICE_KINDS[text(row, 'price_kind')]![language],
          },
        ];
      });
    const lanes = [...Map.groupBy(rows, (row) => row.lane_id).values()]
      .filter((members) => members.length >= FEWEST)
      .map((members) => ({
        members,
        median: quantile(
          members.map(({ value }) => value),
          0.5,
        ),
      }));
    return lanes
      .sort((a, b) => b.median - a.median)
      .flatMap(({ members }) => members.sort((a, b) => b.value - a.value));
  },
  holds(rows, { controls }) {
    if (this.titleFor!(controls)) return undefined;
    return unless(
      Object.entries(CLAIM).map(([lane, [least, most]]) => {
        const values = rows
          .filter((row) => row['lane_id'] === lane)
          .map((row) => number(row, 'value') ?? Number.NaN);
        const isSo = Math.min(...values) === least && Math.max(...values) === most;
        return [isSo, `the prices of ${lane} do not run from ${least} to ${most} yuan`] as const;
      }),
    );
  },
  plot(rows, view) {
    if (rows.length === 0) return emptyDrawing(NOTHING[view.language], view);
    return dotLanes(rows, view, {
      lane: 'lane',
      value: 'value',
      short: (lane) => lane,
      format: (value) => amountIn(value, text(rows[0]!, 'measure'), view.language),
      tick: (value) => formatShort(value, view.language),
      colour: (row) => (row['home'] ? COLOUR.ochre : COLOUR.blue),
      tip: (row) =>
        ofRow(
          row,
          tip(view.language, {
            of: [text(row, 'place'), text(row, 'title'), text(row, 'kind')],
            year: row['year'],
            value: amountIn(number(row, 'value') ?? 0, text(row, 'measure'), view.language),
            grade: row['confidence'],
          }),
        ),
    });
  },
  alt: (rows, language) => {
    const lanes = [...Map.groupBy(rows, (row) => text(row, 'lane'))].map(([lane, members]) => {
      const [most, least] = [members[0]!, members.at(-1)!].map((row) =>
        amountIn(number(row, 'value') ?? 0, text(row, 'measure'), language),
      );
      return language === 'zh' ? `${lane} ${least}至${most}` : `${lane} from ${least} to ${most}`;
    });
    if (lanes.length === 0) return NOTHING[language];
    return language === 'zh'
      ? `点图，${rows.length} 个单价：${lanes.join('；')}。`
      : `${rows.length} unit prices: ${lanes.join('; ')}.`;
  },
};

const NOTHING = {
  en: 'No service has four prices of this kind.',
  zh: '没有哪种服务有四个以上此类价格。',
};
