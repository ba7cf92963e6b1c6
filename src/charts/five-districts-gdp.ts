import type { Chart } from '../model/chart.ts';
import { number, text } from '../model/row.ts';
import { horizontalBars } from './forms/bars.ts';
import { unless } from './forms/claims.ts';
import { drawable, inWords, pick, placeNames, shortName } from './forms/rows.ts';
import { COLOUR, yuan } from './forms/theme.ts';
import { rowTip, valued } from './forms/tips.ts';

const DISTRICTS = ['shunde', 'nanhai', 'chancheng', 'sanshui', 'gaoming'];
const YEAR = 2019;

/** GDP of Foshan's five districts in the latest year that one page gives for all of them. */
export const fiveDistrictsGdp: Chart = {
  id: 'five-districts-gdp',
  topic: 'gaoming',
  within: 'cases/gaoming',
  title: {
    en: 'In 2019 Gaoming was the smallest economy of Foshan’s five districts',
    zh: '2019 年佛山五区中，高明的经济总量最小',
  },
  subtitle: { en: 'GDP in 2019, yuan of the year', zh: '2019 年地区生产总值，当年价，元' },
  question: { en: 'How large is Gaoming beside its neighbours?', zh: '与邻区相比，高明有多大？' },
  note: {
    en: 'All five values come from one compiled page (grade C, drawn hollow); its figure for Nanhai contains a misprint, which we read as the value that makes the five add up to the city’s total on the same page.',
    zh: '五个数值均出自同一汇编网页（C 级，以空心表示）；其中南海一数有误植，我们的读法使五区之和与同页全市总数相合。',
  },
  tables: [
    ['foshan-districts', 'foshan-districts'],
    ['places', 'places'],
  ],
  columns: [
    { name: 'place', title: { en: 'District', zh: '区' } },
    { name: 'year', title: { en: 'Year', zh: '年份' } },
    { name: 'value', title: { en: 'GDP', zh: '地区生产总值' }, unit: 'CNY' },
    { name: 'confidence', title: { en: 'Grade', zh: '可信度' } },
  ],
  select([rows, places], { language }) {
    const names = placeNames(places!, language);
    const name = (place: string): string => shortName(names(place), language);
    return rows!
      .filter(
        (row) =>
          row['indicator'] === 'gdp' &&
          row['year'] === YEAR &&
          DISTRICTS.includes(text(row, 'place')) &&
          drawable(row),
      )
      .map((row) => ({
        ...pick(row, ['year', 'value', 'confidence', 'source_id', 'id']),
        place: name(text(row, 'place')),
        gaoming: row['place'] === 'gaoming',
      }))
      .sort((a, b) => (number(b, 'value') ?? 0) - (number(a, 'value') ?? 0));
  },
  holds(rows) {
    const own = rows.find((row) => row['gaoming']);
    const value = number(own ?? {}, 'value') ?? Number.NaN;
    return unless([
      [rows.length === DISTRICTS.length, 'there is not one value for each of the five districts'],
      [rows.every((row) => row === own || number(row, 'value')! > value), 'Gaoming is not the smallest'],
      [rows.every((row) => row['year'] === YEAR), 'the values are not of 2019'],
    ]);
  },
  plot: (rows, view) =>
    horizontalBars(rows, view, {
      label: 'place',
      value: 'value',
      fill: (row) => (row['gaoming'] ? COLOUR.gaoming : COLOUR.blue),
      format: (value) => yuan(value, view.language),
      tip: (row) => rowTip(view.language, row, 'place', valued(row, 'value', 'CNY', view.language)),
    }),
  alt: (rows, language) => {
    const list = inWords(
      rows.map((row) => `${text(row, 'place')} ${yuan(number(row, 'value') ?? 0, language)}`),
      language,
    );
    return language === 'zh'
      ? `条形图，由大到小：${list}。`
      : `Bars from the largest to the smallest: ${list}.`;
  },
};
