import { formatValue } from '../i18n/format.ts';
import type { Chart } from '../model/chart.ts';
import type { Bilingual, Language } from '../model/language.ts';
import { number, text } from '../model/row.ts';
import { horizontalBars } from './forms/bars.ts';
import { drawable, pick, placeNames, shortName } from './forms/rows.ts';
import { unless } from './forms/claims.ts';
import { COLOUR } from './forms/theme.ts';
import { rowTip, valued } from './forms/tips.ts';
import { wholePercent } from './forms/percent.ts';

const NATION = 'se';
const YEARS = [2016, 2015] as const;
const HOME = 'stockholm';
const titleOf = (year: number): Bilingual => ({
  en: `Most of Sweden’s privately provided home help was in Stockholm County in ${year}`,
  zh: `${year} 年瑞典由私营机构提供的居家照护，半数以上在斯德哥尔摩省`,
});
const subtitleOf = (year: number): Bilingual => ({
  en: `Hours of home help carried out by private providers in October ${year}, by county`,
  zh: `${year} 年 10 月由私营机构提供的居家照护时数，按省，小时`,
});
const format = (hours: number, language: Language): string => formatValue(hours, 'hour', language);

/** The counties of Sweden in which private providers work their hours of home help. */
export const swedenCounties: Chart = {
  id: 'sweden-counties',
  topic: 'providers',
  title: titleOf(YEARS[0]),
  subtitle: subtitleOf(YEARS[0]),
  question: {
    en: 'Does free choice of provider spread over a whole country?',
    zh: '自由选择服务机构，是否遍及全国？',
  },
  note: {
    en: 'Hours, and so also a matter of how large a county is. The hours of all providers by county stand only in the notes of the rows; shares of private hours are published for a few counties and the nation.',
    zh: '所画为时数，与各省大小有关。各省全部机构的总时数只见于数据的备注；私营所占比例仅见于少数省和全国。',
  },
  tables: [
    ['abroad-delivery', 'abroad-delivery'],
    ['places', 'places'],
  ],
  controls: [
    {
      id: 'year',
      label: { en: 'Year', zh: '年份' },
      options: YEARS.map((year) => ({ id: String(year), label: { en: String(year), zh: `${year} 年` } })),
    },
  ],
  titleFor: ({ year }) => (year === undefined ? undefined : titleOf(Number(year))),
  subtitleFor: ({ year }) => (year === undefined ? undefined : subtitleOf(Number(year))),
  columns: [
    { name: 'place', title: { en: 'County', zh: '省' } },
    { name: 'year', title: { en: 'Year', zh: '年份' } },
    { name: 'value', title: { en: 'Private hours', zh: '私营机构时数' }, unit: 'hour' },
    {
      name: 'share',
      title: { en: 'Share of the nation’s private hours', zh: '占全国私营时数比例' },
      unit: 'share',
    },
    { name: 'confidence', title: { en: 'Grade', zh: '可信度' } },
  ],
  select([rows, places], { language, controls }) {
    const name = placeNames(places!, language);
    const year = Number(controls['year'] ?? YEARS[0]);
    const hours = rows!.filter(
      (row) => row['indicator'] === 'private-home-help-hours' && row['year'] === year && drawable(row),
    );
    const nation = number(hours.find((row) => row['place'] === NATION) ?? {}, 'value');
    if (!nation) return [];
    return hours
      .filter((row) => row['place'] !== NATION)
      .map((row) => ({
        ...pick(row, ['year', 'value', 'confidence', 'source_id', 'id']),
        place: shortName(name(text(row, 'place')), language),
        share: (number(row, 'value') ?? 0) / nation,
        place_id: text(row, 'place'),
      }))
      .sort((a, b) => b.share - a.share);
  },
  holds(rows, { controls }) {
    const [first] = rows;
    return unless([
      [text(first ?? {}, 'place_id').includes(HOME), 'the first county is not Stockholm'],
      [
        rows.every((row) => (number(row, 'share') ?? 1) <= number(first!, 'share')!),
        'another county has more',
      ],
      [(number(first ?? {}, 'share') ?? 0) > 0.5, 'Stockholm has no more than half of the hours'],
      [rows.every((row) => row['year'] === Number(controls['year'] ?? YEARS[0])), 'a row is of another year'],
    ]);
  },
  plot: (rows, view) =>
    horizontalBars(rows, view, {
      label: 'place',
      value: 'value',
      fill: () => COLOUR.blue,
      format: (hours) => format(hours, view.language),
      tip: (row) => rowTip(view.language, row, 'place', valued(row, 'value', 'hour', view.language)),
    }),
  alt: (rows, language) => {
    const list = rows
      .map((row) => `${text(row, 'place')} ${format(number(row, 'value') ?? 0, language)}`)
      .join(language === 'zh' ? '、' : ', ');
    const first = `${text(rows[0]!, 'place')} ${wholePercent(number(rows[0]!, 'share') ?? 0)}`;
    return language === 'zh'
      ? `条形图，私营机构时数：${list}。占全国比例最高的是${first}。`
      : `Bars, private providers: ${list}. The largest share of the nation: ${first}.`;
  },
};
