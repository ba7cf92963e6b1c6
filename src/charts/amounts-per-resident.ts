import type { Chart } from '../model/chart.ts';
import type { Language } from '../model/language.ts';
import { number, text, type Row } from '../model/row.ts';
import { horizontalBars } from './forms/bars.ts';
import { unless } from './forms/claims.ts';
import { drawable, isWeak, pick, placeNames } from './forms/rows.ts';
import { COLOUR } from './forms/theme.ts';
import { ofRow, tip } from './forms/tips.ts';

const BASE = 2020;
const NOMINAL = 'nominal';
const REAL = 'real';
const DOLLARS = 'dollars';
/** Counts of residents, as opposed to people registered or expected. */
const RESIDENTS = ['population', 'census-population'];
/** The unit of an amount, as printed after a number, and the largest amount in whole tens that the title names. */
const MEASURES = {
  [NOMINAL]: { en: ' yuan', zh: ' 元', below: 50 },
  [REAL]: { en: ` yuan of ${BASE}`, zh: ` 元（${BASE} 年价）`, below: 50 },
  [DOLLARS]: { en: ' int. dollars', zh: ' 国际元', below: 11 },
} as const;
type Measure = keyof typeof MEASURES;
const measured = (row: Row, language: Language): string =>
  (number(row, 'value') ?? 0).toFixed(1) + MEASURES[row['measure'] as Measure][language];

/** What places of China reported to have bought in one year, divided by their residents. */
export const amountsPerResident: Chart = {
  id: 'amounts-per-resident',
  topic: 'money',
  within: 'cases/nanhai',
  title: {
    en: 'Where both are known, the reported purchases of a year come to less than 50 yuan a resident',
    zh: '金额与人口都有的地方，一年报道的购买额人均不到 50 元',
  },
  subtitle: {
    en: 'Reported total of one year divided by residents, yuan of the year, by place and year of the amount',
    zh: '报道的一年合计除以常住人口，当年价，元，按地区和金额所属年份',
  },
  question: {
    en: 'How much is bought for each resident?',
    zh: '摊到每个居民，买了多少服务？',
  },
  note: {
    en: 'The totals differ in what they cover: all purchases shown at a fair, a town’s budget, social work alone, one fund given out by competition. They show orders of magnitude and not who buys more. Residents are of the nearest year counted, in the table. Other places with an amount have no population in the data; Gaoming has a population, and no amount was found. Grade C, of the amount or of the population, is hollow. Prices are those of the nation.',
    zh: '各合计的范围不同：有的是洽谈会全部项目，有的是镇的预算，有的只有社工，有的是一笔竞争性分配资金；只能看数量级，不能比谁买得多。人口取最接近的统计年份，见表。其他有金额的地方数据中没有人口；高明有人口数，未找到金额。金额或人口为 C 级者为空心。物价用全国数。',
  },
  tables: [
    ['purchases', 'purchases'],
    ['places', 'places'],
    ['foshan-districts', 'foshan-districts'],
    ['gaoming', 'gaoming'],
    ['case-figures', 'case-figures'],
    ['deflators', 'inflation'],
    ['deflators', 'ppp'],
  ],
  controls: [
    {
      id: 'measure',
      label: { en: 'Measured in', zh: '单位' },
      options: [
        { id: NOMINAL, label: { en: 'yuan of the year', zh: '当年价，元' } },
        { id: REAL, label: { en: `yuan of ${BASE}`, zh: `${BASE} 年价，元` } },
        { id: DOLLARS, label: { en: 'international dollars', zh: '国际元（购买力平价）' } },
      ],
    },
  ],
  titleFor: ({ measure }) =>
    measure === DOLLARS
      ? {
          en: 'Where both are known, the reported purchases of a year come to less than 11 international dollars a resident',
          zh: '金额与人口都有的地方，一年报道的购买额人均不到 11 国际元',
        }
      : undefined,
  subtitleFor: ({ measure }) =>
    measure === REAL
      ? {
          en: `Reported total of one year divided by residents, yuan of ${BASE}, by place and year of the amount`,
          zh: `报道的一年合计除以常住人口，按 ${BASE} 年价折算，元，按地区和金额所属年份`,
        }
      : measure === DOLLARS
        ? {
            en: 'Reported total of one year divided by residents, international dollars of the year, by place and year of the amount',
            zh: '报道的一年合计除以常住人口，按当年购买力平价折算，国际元，按地区和金额所属年份',
          }
        : undefined,
  columns: [
    { name: 'place', title: { en: 'Place', zh: '地区' } },
    { name: 'title', title: { en: 'What was bought', zh: '购买内容' } },
    { name: 'year', title: { en: 'Year', zh: '年份' } },
    { name: 'amount', title: { en: 'Amount', zh: '金额' }, unit: 'CNY' },
    { name: 'population', title: { en: 'Residents', zh: '常住人口' }, unit: 'person' },
    { name: 'population_year', title: { en: 'Year of the residents', zh: '人口年份' } },
    { name: 'value', title: { en: 'For each resident', zh: '人均' } },
    { name: 'confidence', title: { en: 'Grade', zh: '可信度' } },
  ],
  select([purchases, places, districts, gaoming, cases, inflation, ppp], { language, controls }) {
    const name = placeNames(places!, language);
    const measure = controls['measure'] ?? NOMINAL;
    const people = [...districts!, ...gaoming!, ...cases!].filter(
      (row) => RESIDENTS.includes(text(row, 'indicator')) && drawable(row),
    );
    return purchases!
      .filter((row) => row['currency'] === 'CNY' && row['coverage'] === 'place-year' && drawable(row))
      .flatMap((row) => {
        const year = number(row, 'year');
        const amount = number(row, 'amount');
        if (year === null || amount === null) return [];
        const residents = nearest(people, text(row, 'place'), year);
        const prices =
          measure === REAL ? toBase(inflation!, year) : measure === DOLLARS ? dollar(ppp!, year) : ONE;
        if (!residents || !prices) return [];
        const population = number(residents, 'value') ?? 1;
        return [
          {
            ...pick(row, ['year', 'amount', 'id']),
            place: name(text(row, 'place')),
            title: text(row, `title_${language}`),
            population,
            population_year: residents['year'] ?? null,
            value: Math.round(((amount * prices.factor) / population) * 100) / 100,
            measure,
            confidence: isWeak(row) || isWeak(residents) ? 'C' : (row['confidence'] ?? null),
            source_id: [
              ...new Set([row, residents, ...prices.rows].map((one) => text(one, 'source_id'))),
            ].join(' '),
          },
        ];
      })
      .sort((a, b) => b.value - a.value);
  },
  holds(rows, { controls }) {
    const { below } = MEASURES[(controls['measure'] ?? NOMINAL) as Measure];
    const values = rows.map((row) => number(row, 'value') ?? Number.NaN);
    return unless([
      [values.every((value) => value > 0 && value < below), `not every value lies between zero and ${below}`],
      // The title would be misleading if the largest were far below.
      [Math.max(...values) > 0.8 * below, `no value comes near ${below}`],
    ]);
  },
  plot: (rows, view) =>
    horizontalBars(
      rows.map((row) => ({ ...row, label: labelOf(row) })),
      view,
      {
        label: 'label',
        value: 'value',
        fill: () => COLOUR.blue,
        format: (_value, row) => measured(row, view.language),
        tip: (row) =>
          ofRow(
            row,
            tip(view.language, {
              of: [text(row, 'place'), text(row, 'title')],
              year: row['year'],
              value: measured(row, view.language) + (view.language === 'zh' ? '／常住人口' : ' per resident'),
              grade: row['confidence'],
            }),
          ),
        labelWidth: { wide: 180, narrow: 118 },
      },
    ),
  alt: (rows, language) => {
    const list = rows
      .map((row) => `${labelOf(row)} ${measured(row, language)}`)
      .join(language === 'zh' ? '；' : '; ');
    return language === 'zh'
      ? `条形图，人均，由大到小：${list}。`
      : `Bars, for each resident, from the largest: ${list}.`;
  },
};

const labelOf = (row: Row): string => `${text(row, 'place')} ${text(row, 'year')}`;

/** The count of a place's residents nearest to a year. */
const nearest = (people: Row[], place: string, year: number): Row | undefined =>
  people
    .filter((row) => row['place'] === place && number(row, 'year') !== null)
    .sort((a, b) => Math.abs(number(a, 'year')! - year) - Math.abs(number(b, 'year')! - year))[0];

/** The factor of an amount, and the rows it is taken from. */
interface Prices {
  factor: number;
  rows: Row[];
}
const ONE: Prices = { factor: 1, rows: [] };

/** From yuan of a year to yuan of the base year, by chaining the yearly rates of inflation between them. */
function toBase(inflation: Row[], year: number): Prices | undefined {
  const [from, to] = year < BASE ? [year, BASE] : [BASE, year];
  const rows = inflation.filter(
    (row) => row['place'] === 'cn' && number(row, 'year')! > from && number(row, 'year')! <= to,
  );
  if (rows.length < to - from) return undefined;
  const rise = rows.reduce(
    (sum, row) => sum * (1 + number(row, 'consumer_price_inflation_percent')! / 100),
    1,
  );
  return { factor: year < BASE ? rise : 1 / rise, rows };
}

/** From yuan of a year to international dollars of that year. */
function dollar(ppp: Row[], year: number): Prices | undefined {
  const row = ppp.find((one) => one['place'] === 'cn' && one['year'] === year);
  return row && { factor: 1 / number(row, 'local_per_international_dollar')!, rows: [row] };
}
