import { formatNumber } from '../i18n/format.ts';
import type { Chart } from '../model/chart.ts';
import { number, text, type Row } from '../model/row.ts';
import { unless, valueOf } from './forms/claims.ts';
import { yearLines } from './forms/lines.ts';
import {
  AFTER,
  MEASURE_CONTROL,
  MEASURE_WORDS,
  measureOf,
  PRICE_TABLES,
  pricesOf,
  UNITS,
  type Measure,
} from './forms/prices.ts';
import { drawable, isWeak, pick } from './forms/rows.ts';
import { COLOUR } from './forms/theme.ts';
import { rowTip } from './forms/tips.ts';

/** The censuses between which the number of residents is interpolated. */
const [FROM, TO] = [2010, 2020] as const;
const PLACES = [
  { id: 'gaoming', en: 'Gaoming District', zh: '高明区', colour: COLOUR.gaoming },
  { id: 'sanshui', en: 'Sanshui District', zh: '三水区', colour: COLOUR.ochre },
  { id: 'nanhai', en: 'Nanhai District', zh: '南海区', colour: COLOUR.green },
  { id: 'foshan', en: 'Foshan, the whole city', zh: '佛山全市', colour: COLOUR.blue },
] as const;

/** Whether money is short in Gaoming: the district's budget revenue per resident, compared with its neighbours and its city. */
export const revenuePerResident: Chart = {
  id: 'revenue-per-resident',
  topic: 'gaoming',
  title: {
    en: 'Gaoming’s own budget revenue per resident was below the city average in 2011 and above it in 2018',
    zh: '高明人均区级一般公共预算收入 2011 年低于全市平均，2018 年高于全市平均',
  },
  subtitle: {
    en: 'Local general public budget revenue divided by residents, yuan of the year',
    zh: '地方一般公共预算收入除以常住人口，当年价，元',
  },
  question: { en: 'Is money short in Gaoming?', zh: '高明的财力是否不足？' },
  keywords: { en: 'budget, fiscal capacity, money', zh: '财政, 财力, 预算收入' },
  note: {
    en: 'Revenue raised by the district itself; transfers from above, income from land and what is already bound are not in it, and no figure of spending was found. The city’s figure holds its five districts and the city level. Residents lie on a straight line between the censuses of 2010 and 2020; on that of 2010 alone Gaoming and the city would be about level in 2018. Sanshui and Nanhai have one year each; for Shunde and Chancheng no revenue was found. Hollow: revenue or a census is of grade C.',
    zh: '只含区级自身组织的收入，不含上级转移支付和土地收入，也未扣除刚性支出；支出数未查到。全市数含五区和市本级。常住人口按 2010 年、2020 年两次普查之间直线推算；若只用 2010 年普查，2018 年高明与全市大体持平。三水、南海各只有一年，顺德、禅城的收入未查到。空心表示收入或普查人口为 C 级。',
  },
  tables: [['foshan-districts', 'foshan-districts'], ['gaoming', 'gaoming'], ...PRICE_TABLES],
  controls: [MEASURE_CONTROL],
  subtitleFor: (controls) => {
    const { en, zh } = MEASURE_WORDS[measureOf(controls)];
    return {
      en: `Local general public budget revenue divided by residents, ${en}`,
      zh: `地方一般公共预算收入除以常住人口，${zh}`,
    };
  },
  filters: { series: { id: 'place_id', name: 'place', title: { en: 'Places', zh: '地方' } }, year: 'year' },
  columns: [
    { name: 'place', title: { en: 'Place', zh: '地区' } },
    { name: 'year', title: { en: 'Year', zh: '年份' } },
    { name: 'revenue', title: { en: 'Budget revenue', zh: '一般公共预算收入' }, unit: 'CNY' },
    { name: 'residents', title: { en: 'Residents, reckoned', zh: '常住人口（推算）' }, unit: 'person' },
    { name: 'value', title: { en: 'For each resident', zh: '人均' }, unitColumn: 'unit' },
    { name: 'confidence', title: { en: 'Lowest grade', zh: '最低可信度' } },
  ],
  select([districts, gaoming, inflation, ppp], { language, controls }) {
    const measure = measureOf(controls);
    const all = [...districts!, ...gaoming!].filter(drawable);
    return PLACES.flatMap(({ id, [language]: place }) => {
      const own = all.filter((row) => row['place'] === id);
      const censuses = [FROM, TO].map((year) =>
        own.find((row) => row['indicator'] === 'census-population' && row['year'] === year),
      );
      return own
        .filter((row) => row['indicator'] === 'budget-revenue')
        .sort((a, b) => number(a, 'year')! - number(b, 'year')!)
        .flatMap((row) => {
          const residents = residentsIn(number(row, 'year')!, censuses);
          const prices = pricesOf(measure, number(row, 'year')!, inflation!, ppp!);
          if (residents === undefined || !prices) return [];
          const used = [row, ...censuses.map((census) => census!)];
          return [
            {
              ...pick(row, ['year', 'id']),
              place,
              place_id: id,
              revenue: number(row, 'value'),
              residents,
              value: Math.round((number(row, 'value')! * prices.factor) / residents),
              measure,
              unit: UNITS[measure],
              confidence: used.some(isWeak) ? 'C' : (row['confidence'] ?? null),
              source_id: [...new Set([...used, ...prices.rows].map((one) => text(one, 'source_id')))].join(
                ' ',
              ),
            },
          ];
        });
    });
  },
  holds(rows) {
    const perHead = (place_id: string, year: number): number => valueOf(rows, { place_id, year });
    return unless([
      [perHead('gaoming', 2011) < perHead('foshan', 2011), 'in 2011 Gaoming is not below the city'],
      [perHead('gaoming', 2018) > perHead('foshan', 2018), 'in 2018 Gaoming is not above the city'],
    ]);
  },
  plot: (rows, view) =>
    yearLines(rows, view, {
      series: 'place',
      x: 'year',
      y: 'value',
      colours: new Map(PLACES.map((place) => [place[view.language], place.colour])),
      format: (value) => formatNumber(value, view.language),
      unit: AFTER[measureOf(view.controls)][view.language],
      tip: (row) => rowTip(view.language, row, 'place', perResident(row)[view.language]),
      ticks: [2011, 2015, 2018],
      within: true,
    }),
  alt: (rows, language) => {
    const said = PLACES.map(({ [language]: place }) => {
      const own = rows.filter((row) => row['place'] === place);
      const years = own.map((row) => `${text(row, 'year')} ${perResident(row)[language]}`);
      return `${place}${language === 'zh' ? '：' : ': '}${years.join(language === 'zh' ? '，' : ', ')}`;
    });
    return said.join(language === 'zh' ? '；' : '; ') + (language === 'zh' ? '。' : '.');
  },
};

/** Residents of a year on a straight line between two censuses; none where one is missing or the year lies outside them. */
function residentsIn(year: number, censuses: (Row | undefined)[]): number | undefined {
  const [first, last] = censuses.map((row) => (row ? number(row, 'value') : null));
  if (!first || !last || year < FROM || year > TO) return undefined;
  return Math.round(first + ((last - first) * (year - FROM)) / (TO - FROM));
}

const perResident = (row: Row): Record<'en' | 'zh', string> => ({
  en: `${formatNumber(number(row, 'value') ?? 0, 'en')} ${AFTER[text(row, 'measure') as Measure].en} a resident`,
  zh: `每人 ${formatNumber(number(row, 'value') ?? 0, 'zh')} ${AFTER[text(row, 'measure') as Measure].zh}`,
});
