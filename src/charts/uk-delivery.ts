import type { Chart } from '../model/chart.ts';
import { number, text } from '../model/row.ts';
import { coloursOf, yearLines } from './forms/lines.ts';
import { byYear, drawable, pick } from './forms/rows.ts';
import { COLOUR } from './forms/theme.ts';
import { rounds, unless, valueOf } from './forms/claims.ts';
import { rowTip, valued } from './forms/tips.ts';
import { wholePercent } from './forms/percent.ts';

const SERIES = [
  {
    id: 'home-care',
    ids: ['ab-f-uk-hc-1992', 'ab-f-uk-hc-2008'],
    en: 'Home care paid by the state: independent providers',
    zh: '财政出资的居家照护：由独立机构提供',
    colour: COLOUR.blue,
  },
  {
    id: 'contracts',
    ids: [
      'ab-f-uk-vcs-cshare-2001',
      'ab-f-uk-vcs-cshare-2002',
      'ab-f-uk-vcs-cshare-2005',
      'ab-f-uk-vcs-cshare-2012',
      'ab-f-uk-vcs-cshare-2013',
      'ab-f-uk-vcs-cshare-2015',
    ],
    en: 'Charities’ income from government: by contract, not grant',
    zh: '慈善组织的政府收入：来自合同而非拨款',
    colour: COLOUR.ochre,
  },
] as const;

/** Two shifts in the United Kingdom: from council staff to independent providers, and from grants to contracts. */
export const ukDelivery: Chart = {
  id: 'uk-delivery',
  topic: 'providers',
  within: 'cases/united-kingdom',
  title: {
    en: 'Independent providers’ share of England’s state-paid home care rose from 2% to 81% in 16 years; the share of contracts in what British charities get from government from 49% to 81% in 14',
    zh: '英格兰财政出资的居家照护，独立机构所占比例 16 年间由 2% 升至 81%；英国慈善组织的政府收入，合同所占比例 14 年间由 49% 升至 81%',
  },
  subtitle: {
    en: 'Shares in per cent, as reported for each year, 1992 to 2015',
    zh: '1992 至 2015 年各年所载比例，%',
  },
  question: {
    en: 'How fast does contracting change who does the work and how it is paid?',
    zh: '购买服务多快改变了由谁提供、如何付款？',
  },
  note: {
    en: 'Home care: England, two years known, the line between them is only a guide. Charities: United Kingdom; over 81 per cent is printed for one year.',
    zh: '居家照护为英格兰，只有两年数字，连线仅供参考。慈善组织为全英国，其中一年所载为“超过”。',
  },
  tables: [['abroad-delivery', 'abroad-delivery']],
  columns: [
    { name: 'series', title: { en: 'Share', zh: '比例' } },
    { name: 'year', title: { en: 'Year', zh: '年份' } },
    { name: 'value', title: { en: 'Value', zh: '数值' }, unit: 'share' },
    { name: 'precision', title: { en: 'Precision', zh: '精确度' } },
    { name: 'confidence', title: { en: 'Grade', zh: '可信度' } },
  ],
  select: ([rows], { language }) =>
    SERIES.flatMap((series) =>
      rows!
        .filter((row) => series.ids.some((id) => id === row['id']) && drawable(row))
        .map((row) => ({
          ...pick(row, ['year', 'value', 'precision', 'confidence', 'source_id', 'id']),
          series: series[language],
          series_id: series.id,
        }))
        .sort(byYear),
    ),
  holds(rows) {
    const share = (series_id: string, year: number): number => valueOf(rows, { series_id, year });
    const ends = (series_id: string): (number | null)[] => {
      const years = rows.filter((row) => row['series_id'] === series_id).map((row) => number(row, 'year'));
      return [years[0] ?? null, years.at(-1) ?? null];
    };
    return unless([
      [ends('home-care').join() === '1992,2008', 'home care is not known for just 1992 to 2008, 16 years'],
      [rounds(share('home-care', 1992), 0.02, 2), 'its share of 1992 is not 2%'],
      [rounds(share('home-care', 2008), 0.81, 2), 'its share of 2008 is not 81%'],
      [ends('contracts').join() === '2001,2015', 'contracts are not known for just 2001 to 2015, 14 years'],
      [rounds(share('contracts', 2001), 0.49, 2), 'their share of 2001 is not 49%'],
      [rounds(share('contracts', 2015), 0.81, 2), 'their share of 2015 is not 81%'],
    ]);
  },
  plot: (rows, view) =>
    yearLines(rows, view, {
      series: 'series',
      x: 'year',
      y: 'value',
      colours: coloursOf(SERIES, view.language),
      format: wholePercent,
      tip: (row) => rowTip(view.language, row, 'series', valued(row, 'value', 'share', view.language)),
      most: 1,
      labelWidth: { wide: 60, narrow: 40 },
      within: true,
    }),
  alt: (rows, language) => {
    const ends = SERIES.map(({ [language]: name }) => {
      const own = rows.filter((row) => row['series'] === name);
      const words = [own[0]!, own.at(-1)!].map(
        (row) => `${text(row, 'year')} ${wholePercent(number(row, 'value') ?? 0)}`,
      );
      return `${name}${language === 'zh' ? '：' : ', '}${words.join(language === 'zh' ? ' 至 ' : ' to ')}`;
    });
    return `${ends.join(language === 'zh' ? '；' : '; ')}${language === 'zh' ? '。' : '.'}`;
  },
};
