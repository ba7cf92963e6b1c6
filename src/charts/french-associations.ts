import type { Chart } from '../model/chart.ts';
import { number, text } from '../model/row.ts';
import { yearLines } from './forms/lines.ts';
import { drawable, pick } from './forms/rows.ts';
import { COLOUR } from './forms/theme.ts';
import { wholePercent } from './forms/percent.ts';

const SERIES = [
  { id: 'association-income-grants', en: 'Grants', zh: '补助', colour: COLOUR.ochre },
  { id: 'association-income-contracts', en: 'Contracts', zh: '订购（合同）', colour: COLOUR.blue },
] as const;

/** What grants and what contracts of the state bring to French associations, in two years. */
export const frenchAssociations: Chart = {
  id: 'french-associations',
  title: {
    en: 'In France public contracts have drawn level with grants',
    zh: '法国：公共订购已与补助持平',
  },
  subtitle: {
    en: 'Share of associations’ income that comes from public grants and from public contracts',
    zh: '社团收入中来自公共补助与公共订购的比例',
  },
  question: {
    en: 'Do contracts replace grants where no one set out to outsource?',
    zh: '不以外包为目标的国家，合同也在取代补助吗？',
  },
  note: {
    en: 'Two years, as one journal reports them; nothing is known of the years between, and the lines are only a guide. The rest of the income is dues, gifts and sales.',
    zh: '两个年份，均据同一期刊所载；其间年份不详，连线仅供参考。其余收入为会费、捐赠和经营所得。',
  },
  tables: [['abroad-delivery', 'abroad-delivery']],
  columns: [
    { name: 'kind', title: { en: 'Kind of income', zh: '收入种类' } },
    { name: 'year', title: { en: 'Year', zh: '年份' } },
    { name: 'value', title: { en: 'Share of income', zh: '占收入比例' }, unit: 'share' },
    { name: 'confidence', title: { en: 'Grade', zh: '可信度' } },
  ],
  select: ([rows], { language }) =>
    SERIES.flatMap(({ id, [language]: kind }) =>
      rows!
        .filter((row) => row['indicator'] === id && drawable(row))
        .map((row) => ({ ...pick(row, ['year', 'value', 'confidence', 'source_id', 'id']), kind }))
        .sort((a, b) => (number(a, 'year') ?? 0) - (number(b, 'year') ?? 0)),
    ),
  plot(rows, view) {
    const years = [...new Set(rows.map((row) => number(row, 'year') ?? 0))];
    return yearLines(rows, view, {
      series: 'kind',
      x: 'year',
      y: 'value',
      colours: new Map(SERIES.map((series) => [series[view.language], series.colour])),
      format: wholePercent,
      most: 0.4,
      ticks: years,
      // Grants come from above and end below, contracts the other way.
      labelled: (row) =>
        (row['kind'] === SERIES[0][view.language]) === (row['year'] === years[0]) ? -12 : 14,
      room: { wide: 120, narrow: 100 },
      nudge: Object.fromEntries(
        SERIES.map((series, index) => [series[view.language], index === 0 ? 10 : -6]),
      ),
    });
  },
  alt: (rows, language) => {
    const ends = SERIES.map(({ [language]: kind }) => {
      const own = rows.filter((row) => row['kind'] === kind);
      const words = [own[0]!, own.at(-1)!].map(
        (row) => `${text(row, 'year')} ${wholePercent(number(row, 'value') ?? 0)}`,
      );
      return language === 'zh'
        ? `${kind}：${words.join(' 至 ')}`
        : `${kind.toLowerCase()}, ${words.join(' to ')}`;
    });
    return `${ends.join(language === 'zh' ? '；' : '; ')}${language === 'zh' ? '。' : '.'}`;
  },
};
