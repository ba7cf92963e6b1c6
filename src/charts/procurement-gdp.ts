import type { Chart } from '../model/chart.ts';
import { number, text } from '../model/row.ts';
import { latestWithRange } from './forms/ranges.ts';
import { byYear, drawable, pick } from './forms/rows.ts';
import { COLOUR } from './forms/theme.ts';
import { rounds, unless, valueOf } from './forms/claims.ts';
import { rowTip, valued } from './forms/tips.ts';
import { percent } from './forms/percent.ts';

const OECD = 'oecd';
/** From the highest latest value to the lowest. */
const SERIES = [
  { id: 'nl', en: 'Netherlands', zh: '荷兰' },
  { id: 'jp', en: 'Japan', zh: '日本' },
  { id: 'no', en: 'Norway', zh: '挪威' },
  { id: 'gb', en: 'United Kingdom', zh: '英国' },
  { id: 'oecd-eu', en: 'EU countries of the OECD', zh: '经合组织中的欧盟国家' },
  { id: OECD, en: 'OECD', zh: '经合组织' },
  { id: 'mx', en: 'Mexico', zh: '墨西哥' },
] as const;

/** Public procurement beside the whole economy. */
export const procurementGdp: Chart = {
  id: 'procurement-gdp',
  topic: 'money',
  title: {
    en: 'In the OECD public procurement came to 12.7% of GDP in 2023, after 12.2% in 2019',
    zh: '经合组织国家的公共采购 2023 年占 GDP 的 12.7%，2019 年为 12.2%',
  },
  subtitle: {
    en: 'Public procurement as a share of GDP, per cent: the latest year of each place (large dot) and earlier ones',
    zh: '公共采购占 GDP 的比重，%：大点为各地最近一年，小点为此前各年',
  },
  question: {
    en: 'How much of an economy is bought by its governments?',
    zh: '一国经济中有多大部分由政府购买？',
  },
  note: {
    en: 'All procurement, of goods and works as well as services, at all levels. Each edition of the publication prints some countries and some years, and revises earlier ones; where two differ the later is drawn. The latest years differ, so that the places compare only roughly. The OECD has no figure for China; those of its Ministry of Finance are counted otherwise and stand in the dataset china-procurement.',
    zh: '包括货物、工程和服务的全部公共采购，各级政府合计。各版所载国家和年份不一，并修订旧数；两版不同者画后一版。各地最近一年不同，水平只能大致相比。经合组织数据中没有中国；中国财政部的数字口径不同，见数据集 china-procurement。',
  },
  tables: [['outsourcing-oecd', 'outsourcing-oecd']],
  filters: { series: { id: 'place_id', name: 'place', title: { en: 'Places', zh: '地区' } } },
  columns: [
    { name: 'place', title: { en: 'Place', zh: '地区' } },
    { name: 'year', title: { en: 'Year', zh: '年份' } },
    { name: 'value', title: { en: 'Share of GDP', zh: '占 GDP 比重' }, unit: 'share' },
    { name: 'confidence', title: { en: 'Grade', zh: '可信度' } },
  ],
  select: ([rows], { language }) =>
    SERIES.flatMap(({ id, [language]: place }) =>
      rows!
        .filter(
          (row) => row['indicator'] === 'procurement-share-of-gdp' && row['place'] === id && drawable(row),
        )
        .map((row) => ({
          ...pick(row, ['year', 'value', 'confidence', 'source_id', 'id']),
          place,
          place_id: id,
        }))
        .sort(byYear),
    ),
  holds: (rows) =>
    unless([
      [rounds(valueOf(rows, { place_id: 'oecd', year: 2023 }), 0.127, 3), 'the share of 2023 is not 12.7%'],
      [rounds(valueOf(rows, { place_id: 'oecd', year: 2019 }), 0.122, 3), 'the share of 2019 is not 12.2%'],
    ]),
  plot: (rows, view) =>
    latestWithRange(rows, view, {
      line: 'place',
      value: 'value',
      most: 0.2,
      colour: (row) => (row['place_id'] === OECD ? COLOUR.blue : COLOUR.grey),
      format: percent,
      tip: (row) => rowTip(view.language, row, 'place', valued(row, 'value', 'share', view.language)),
      labelWidth: { wide: 200, narrow: 96 },
    }),
  alt: (rows, language) => {
    const ends = SERIES.map(({ [language]: place }) => rows.filter((row) => row['place'] === place))
      .filter((own) => own.length > 0)
      .map((own) => {
        const words = [...new Set([own[0]!, own.at(-1)!])].map(
          (row) => `${text(row, 'year')} ${percent(number(row, 'value') ?? 0)}`,
        );
        return `${text(own[0]!, 'place')}${language === 'zh' ? '：' : ', '}${words.join(language === 'zh' ? ' 至 ' : ' to ')}`;
      });
    return ends.join(language === 'zh' ? '；' : '; ') + (language === 'zh' ? '。' : '.');
  },
};
