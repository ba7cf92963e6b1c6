import type { Chart } from '../model/chart.ts';
import { number, text } from '../model/row.ts';
import { coloursOf, yearLines } from './forms/lines.ts';
import { byYear, drawable, pick } from './forms/rows.ts';
import { COLOUR } from './forms/theme.ts';
import { rounds, unless, valueOf } from './forms/claims.ts';
import { rowTip, valued } from './forms/tips.ts';
import { wholePercent } from './forms/percent.ts';

const SERIES = [
  { id: 'association-income-grants', en: 'Grants', zh: '补助', colour: COLOUR.ochre },
  { id: 'association-income-contracts', en: 'Contracts', zh: '订购（合同）', colour: COLOUR.blue },
] as const;

/** The parts of grants and of government contracts in the income of French associations, in two years. */
export const frenchAssociations: Chart = {
  id: 'french-associations',
  topic: 'providers',
  within: 'cases/france',
  title: {
    en: 'From 2005 to 2011 public contracts drew level with public grants in the income of French associations',
    zh: '2005 至 2011 年，法国社团收入中公共订购由 17% 升至 25%，与公共补助（24%）持平',
  },
  subtitle: {
    en: 'Share of associations’ income that comes from public grants and from public contracts, per cent',
    zh: '社团收入中来自公共补助与公共订购的比例，%',
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
        .map((row) => ({
          ...pick(row, ['year', 'value', 'confidence', 'source_id', 'id', 'indicator']),
          kind,
        }))
        .sort(byYear),
    ),
  holds(rows) {
    const share = (indicator: string, year: number): number => valueOf(rows, { indicator, year });
    const [grants, contracts] = SERIES.map(({ id }) => id) as [string, string];
    return unless([
      [rounds(share(contracts, 2005), 0.17, 2), 'contracts did not bring 17% in 2005'],
      [rounds(share(contracts, 2011), 0.25, 2), 'contracts did not bring 25% in 2011'],
      [rounds(share(grants, 2011), 0.24, 2), 'grants did not bring 24% in 2011'],
      [share(grants, 2005) > share(contracts, 2005), 'contracts did not start below grants'],
    ]);
  },
  plot(rows, view) {
    const years = [...new Set(rows.map((row) => number(row, 'year') ?? 0))];
    return yearLines(rows, view, {
      series: 'kind',
      x: 'year',
      y: 'value',
      colours: coloursOf(SERIES, view.language),
      format: wholePercent,
      tip: (row) => rowTip(view.language, row, 'kind', valued(row, 'value', 'share', view.language)),
      most: 0.4,
      ticks: years,
      // Grants fall and contracts rise, so the labels are on opposite sides.
      labelled: (row) =>
        (row['kind'] === SERIES[0][view.language]) === (row['year'] === years[0]) ? -12 : 14,
      labelWidth: { wide: 120, narrow: 100 },
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
