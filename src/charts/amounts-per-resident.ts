import type { Chart } from '../model/chart.ts';
import type { Language } from '../model/language.ts';
import { number, text, type Row } from '../model/row.ts';
import { horizontalBars } from './forms/bars.ts';
import { unless } from './forms/claims.ts';
import {
  AFTER,
  DOLLARS,
  MEASURE_CONTROL,
  MEASURE_WORDS,
  measureOf,
  NOMINAL,
  PRICE_TABLES,
  pricesOf,
  REAL,
  type Measure,
} from './forms/prices.ts';
import { drawable, isWeak, pick, placeNames } from './forms/rows.ts';
import { COLOUR } from './forms/theme.ts';
import { ofRow, tip } from './forms/tips.ts';

/** Counts of residents, as opposed to people registered or expected. */
const RESIDENTS = ['population', 'census-population'];
/** The largest amount in whole numbers that the title of each measure names. */
const BELOW = { [NOMINAL]: 50, [REAL]: 50, [DOLLARS]: 12 } as const;
const measured = (row: Row, language: Language): string =>
  `${(number(row, 'value') ?? 0).toFixed(1)} ${AFTER[text(row, 'measure') as Measure][language]}`;

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
    ...PRICE_TABLES,
  ],
  controls: [MEASURE_CONTROL],
  titleFor: ({ measure }) =>
    measure === DOLLARS
      ? {
          en: 'Where both are known, the reported purchases of a year come to less than 12 international dollars a resident',
          zh: '金额与人口都有的地方，一年报道的购买额人均不到 12 国际元',
        }
      : undefined,
  subtitleFor: (controls) => {
    const { en, zh } = MEASURE_WORDS[measureOf(controls)];
    return {
      en: `Reported total of one year divided by residents, ${en}, by place and year of the amount`,
      zh: `报道的一年合计除以常住人口，${zh}，按地区和金额所属年份`,
    };
  },
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
    const measure = measureOf(controls);
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
        const prices = pricesOf(measure, year, inflation!, ppp!);
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
    const below = BELOW[measureOf(controls)];
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
