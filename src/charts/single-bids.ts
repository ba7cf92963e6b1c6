import type { Chart } from '../model/chart.ts';
import { number, text } from '../model/row.ts';
import { rounds, unless, valueOf } from './forms/claims.ts';
import { yearLines } from './forms/lines.ts';
import { wholePercent } from './forms/percent.ts';
import { pick } from './forms/rows.ts';
import { COLOUR } from './forms/theme.ts';
import { rowTip, valued } from './forms/tips.ts';

const PLACES = [
  { id: 'jp', en: 'Japan, the state', zh: '日本中央政府', colour: COLOUR.blue },
  { id: 'xk-prishtina', en: 'Prishtina', zh: '普里什蒂纳', colour: COLOUR.ochre },
] as const;

/** The share of competitive procedures that one bidder entered, by year of the award. */
export const singleBids: Chart = {
  id: 'single-bids',
  topic: 'competition',
  title: {
    en: 'One bidder alone entered 45% of Japan’s competitions won by public-interest corporations in 2012 and 75% in 2019; in Prishtina 13% in 2018',
    zh: '日本由公益法人中标的竞争性采购中，只有一家投标的 2012 年占 45%，2019 年占 75%；普里什蒂纳 2018 年为 13%',
  },
  subtitle: {
    en: 'Contracts awarded by open or selective procedures with exactly one bidder, per cent of those with a printed number of bidders, by year of the award',
    zh: '以公开或选择性方式授予的合同中仅有一家投标者所占比例，%，按授标年份，限载明投标人数的合同',
  },
  question: { en: 'Does a competition bring competitors?', zh: '公开竞争能否带来竞争者？' },
  keywords: { en: 'competition, bidders, failed tender', zh: '竞争, 流标, 废标, 投标人' },
  note: {
    en: 'Japan’s forms list only contracts that public-interest corporations won, so this is not all that the state bids out. Prishtina’s register prints the number of bids for 2017 to 2019; 2019 has too few contracts. The share says nothing of why others stayed away.',
    zh: '日本的公表表格只列公益法人得标的合同，并非国家全部招标。普里什蒂纳的登记簿 2017 至 2019 年载有投标数，2019 年合同太少，未列。这一比例不能说明其他机构为何没有投标。',
  },
  tables: [['indicators', 'indicators']],
  filters: { series: { id: 'place_id', name: 'place', title: { en: 'Places', zh: '地方' } }, year: 'year' },
  columns: [
    { name: 'place', title: { en: 'Place', zh: '地方' } },
    { name: 'year', title: { en: 'Year', zh: '年份' } },
    { name: 'value', title: { en: 'Share with one bidder', zh: '一家投标占比' }, unit: 'share' },
    { name: 'cases', title: { en: 'Contracts', zh: '合同数' }, unit: 'contract' },
  ],
  select: ([rows], { language }) =>
    PLACES.flatMap(({ id, [language]: place }) =>
      rows!
        .filter((row) => row['place'] === id && row['indicator'] === 'single-bid-share')
        .map((row) => ({ ...pick(row, ['id', 'year', 'value', 'cases', 'source_id']), place, place_id: id }))
        .sort((a, b) => number(a, 'year')! - number(b, 'year')!),
    ),
  holds(rows) {
    const share = (place_id: string, year: number): number => valueOf(rows, { place_id, year });
    const years = rows.filter((row) => row['place_id'] === 'jp').map((row) => number(row, 'value') ?? 0);
    return unless([
      [rounds(share('jp', 2012), 0.45, 2), 'Japan’s share in 2012 is not 45%'],
      [rounds(share('jp', 2019), 0.75, 2), 'Japan’s share in 2019 is not 75%'],
      [Math.min(...years) === share('jp', 2012), 'Japan’s share was lowest in another year than 2012'],
      [Math.max(...years) === share('jp', 2019), 'Japan’s share was highest in another year than 2019'],
      [rounds(share('xk-prishtina', 2018), 0.13, 2), 'Prishtina’s share in 2018 is not 13%'],
    ]);
  },
  plot: (rows, view) =>
    yearLines(rows, view, {
      series: 'place',
      x: 'year',
      y: 'value',
      colours: new Map(PLACES.map((place) => [place[view.language], place.colour])),
      format: wholePercent,
      tip: (row) => rowTip(view.language, row, 'place', valued(row, 'value', 'share', view.language)),
      most: 1,
      labelWidth: { wide: 130, narrow: 96 },
    }),
  alt: (rows, language) => {
    const series = PLACES.flatMap(({ [language]: place }) => {
      const own = rows.filter((row) => row['place'] === place);
      if (own.length === 0) return [];
      const [first, last] = [own[0]!, own.at(-1)!];
      const [from, to] = [first, last].map((row) => wholePercent(number(row, 'value') ?? 0));
      return language === 'zh'
        ? `${place} ${text(first, 'year')} 年 ${from}，${text(last, 'year')} 年 ${to}`
        : `${place} ${from} in ${text(first, 'year')}, ${to} in ${text(last, 'year')}`;
    });
    return language === 'zh' ? `${series.join('；')}。` : `${series.join('; ')}.`;
  },
};
