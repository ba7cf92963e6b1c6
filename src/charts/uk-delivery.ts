import type { Chart } from '../model/chart.ts';
import { number, text } from '../model/row.ts';
import { yearLines } from './forms/lines.ts';
import { drawable, pick } from './forms/rows.ts';
import { COLOUR } from './forms/theme.ts';
import { wholePercent } from './forms/percent.ts';

const SERIES = [
  {
    ids: ['ab-f-uk-hc-1992', 'ab-f-uk-hc-2008'],
    en: 'Home care paid by the state: independent providers',
    zh: '财政出资的居家照护：由独立机构提供',
    colour: COLOUR.blue,
  },
  {
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
  title: {
    en: 'In Britain two shifts took a generation: to outside providers, and to contracts',
    zh: '英国两次转变：由外部机构提供，由拨款改为合同',
  },
  subtitle: { en: 'Shares in per cent, as reported for each year', zh: '各年所载比例，%' },
  question: {
    en: 'How fast does contracting change who does the work and how it is paid?',
    zh: '签约购买多快改变了谁来做、钱怎么给？',
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
        }))
        .sort((a, b) => (number(a, 'year') ?? 0) - (number(b, 'year') ?? 0)),
    ),
  plot: (rows, view) =>
    yearLines(rows, view, {
      series: 'series',
      x: 'year',
      y: 'value',
      colours: new Map(SERIES.map((series) => [series[view.language], series.colour])),
      format: wholePercent,
      most: 1,
      room: { wide: 60, narrow: 40 },
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
