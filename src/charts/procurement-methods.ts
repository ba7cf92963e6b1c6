import type { Chart } from '../model/chart.ts';
import { number, text } from '../model/row.ts';
import { rounds, unless, valueOf } from './forms/claims.ts';
import { yearLines } from './forms/lines.ts';
import { percent } from './forms/percent.ts';
import { byYear, drawable, pick } from './forms/rows.ts';
import { COLOUR } from './forms/theme.ts';
import { rowTip, valued } from './forms/tips.ts';

const YEARS = [2018, 2019, 2020, 2021, 2022, 2023];
const METHODS = [
  { id: 'competitive-consultation', en: 'Competitive consultation', zh: '竞争性磋商', colour: COLOUR.blue },
  { id: 'single-source', en: 'Single source', zh: '单一来源', colour: COLOUR.ochre },
  { id: 'competitive-negotiation', en: 'Competitive negotiation', zh: '竞争性谈判', colour: COLOUR.green },
  { id: 'price-inquiry', en: 'Price inquiry', zh: '询价', colour: COLOUR.violet },
  { id: 'invited-tender', en: 'Invited tender', zh: '邀请招标', colour: COLOUR.grey },
  { id: 'framework-agreement', en: 'Framework agreement', zh: '框架协议', colour: COLOUR.ink },
] as const;

/** The methods by which governments in China buy where they do not tender openly. */
export const procurementMethods: Chart = {
  id: 'procurement-methods',
  topic: 'competition',
  title: {
    en: 'Single-source purchase fell from 11.8% of China’s government procurement in 2018 to 3.1% in 2023; competitive consultation rose from 8.3% to 12.3%',
    zh: '单一来源占全国政府采购的比重由 2018 年的 11.8% 降至 2023 年的 3.1%，竞争性磋商由 8.3% 升至 12.3%',
  },
  subtitle: {
    en: 'Share of all government procurement by method other than open tender, per cent, 2018 to 2023',
    zh: '公开招标以外各采购方式占全国政府采购规模的比重，%，2018—2023 年',
  },
  question: {
    en: 'How do governments in China buy where they do not tender openly?',
    zh: '公开招标之外，各级政府怎样采购？',
  },
  keywords: { en: 'open tender, direct award, negotiation', zh: '公开招标, 竞争性磋商, 直接委托' },
  note: {
    en: 'Of goods, works and services together; services are bought without a tender more often than works. Open tender, between 70 and 80% in each of these years, is in the dataset and not drawn; the printed methods do not add up to 100%. Framework agreements were printed for 2023 only. For 2019 the ministry names stricter rules for single source and the smaller part of services as reasons.',
    zh: '货物、工程、服务合计；服务比工程更多采用非招标方式。公开招标各年在 70% 至 80% 之间，见数据集，未画；所载各方式合计不足 100%。框架协议只载于 2023 年。财政部对 2019 年变化的解释是单一来源管理趋严、服务类占比下降。',
  },
  tables: [['china-procurement', 'china-procurement']],
  filters: {
    series: { id: 'method_id', name: 'method', title: { en: 'Methods', zh: '采购方式' } },
    year: 'year',
  },
  columns: [
    { name: 'method', title: { en: 'Method', zh: '采购方式' } },
    { name: 'year', title: { en: 'Year', zh: '年份' } },
    { name: 'value', title: { en: 'Share', zh: '比重' }, unit: 'share' },
    { name: 'confidence', title: { en: 'Grade', zh: '可信度' } },
  ],
  select: ([rows], { language }) =>
    METHODS.flatMap(({ id, [language]: method }) =>
      rows!
        .filter(
          (row) =>
            row['indicator'] === id &&
            row['unit'] === 'share' &&
            YEARS.includes(number(row, 'year') ?? 0) &&
            drawable(row),
        )
        .map((row) => ({
          ...pick(row, ['year', 'value', 'confidence', 'source_id', 'id']),
          method,
          method_id: id,
        }))
        .sort(byYear),
    ),
  holds(rows) {
    const share = (method_id: string, year: number): number => valueOf(rows, { method_id, year });
    const single = YEARS.map((year) => share('single-source', year));
    return unless([
      [rounds(share('single-source', 2018), 0.118, 3), 'the share of single source in 2018 is not 11.8%'],
      [rounds(share('single-source', 2023), 0.031, 3), 'that in 2023 is not 3.1%'],
      [single.every((value, at) => at === 0 || value < single[at - 1]!), 'it does not fall every year'],
      [rounds(share('competitive-consultation', 2018), 0.083, 3), 'consultation in 2018 is not 8.3%'],
      [rounds(share('competitive-consultation', 2023), 0.123, 3), 'consultation in 2023 is not 12.3%'],
    ]);
  },
  plot: (rows, view) =>
    yearLines(rows, view, {
      series: 'method',
      x: 'year',
      y: 'value',
      colours: new Map(METHODS.map((method) => [method[view.language], method.colour])),
      format: percent,
      tip: (row) => rowTip(view.language, row, 'method', valued(row, 'value', 'share', view.language)),
      most: 0.14,
      ticks: view.width < 480 ? [2018, 2020, 2022] : YEARS,
      within: true,
    }),
  alt: (rows, language) => {
    const said = METHODS.map(({ [language]: method }) => rows.filter((row) => row['method'] === method))
      .filter((own) => own.length > 0)
      .map((own) => {
        const ends = [...new Set([own[0]!, own.at(-1)!])].map(
          (row) => `${text(row, 'year')} ${percent(number(row, 'value') ?? 0)}`,
        );
        return `${text(own[0]!, 'method')}${language === 'zh' ? '：' : ', '}${ends.join(language === 'zh' ? ' 至 ' : ' to ')}`;
      });
    return said.join(language === 'zh' ? '；' : '; ') + (language === 'zh' ? '。' : '.');
  },
};
