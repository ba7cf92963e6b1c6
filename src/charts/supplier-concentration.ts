import type { Chart, View } from '../model/chart.ts';
import type { Bilingual } from '../model/language.ts';
import { number, text, type Row } from '../model/row.ts';
import { unless } from './forms/claims.ts';
import { coloursOf, yearLines } from './forms/lines.ts';
import { wholePercent } from './forms/percent.ts';
import { byYear, pick } from './forms/rows.ts';
import { COLOUR } from './forms/theme.ts';
import { rowTip, valued } from './forms/tips.ts';

/** The places with several years, and the last year that their publisher covers in full. */
const PLACES = [
  { id: 'us-philadelphia', en: 'Philadelphia', zh: '费城', colour: COLOUR.blue, until: 2019 },
  { id: 'jp', en: 'Japan, the state', zh: '日本中央政府', colour: COLOUR.violet, until: 2020 },
  { id: 'ca-toronto', en: 'Toronto', zh: '多伦多', colour: COLOUR.green, until: 2025 },
  { id: 'xk-prishtina', en: 'Prishtina', zh: '普里什蒂纳', colour: COLOUR.ochre, until: 2018 },
  { id: 'gb-oxford', en: 'Oxford', zh: '牛津', colour: COLOUR.grey, until: 2017 },
  { id: 'gb-devon', en: 'Devon', zh: '德文郡', colour: COLOUR.ink, until: 2024 },
] as const;

interface Measure {
  id: string;
  label: Bilingual;
  title: Bilingual;
  subtitle: Bilingual;
  holds: (share: (place_id: string, year: number) => number) => string | undefined;
}

const within = (value: number, from: number, to: number): boolean => value >= from && value <= to;
const years = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

const MEASURES: readonly [Measure, ...Measure[]] = [
  {
    id: 'top-ten-share',
    label: { en: 'money of the ten largest', zh: '前十位所占金额' },
    title: {
      en: 'Ten suppliers took about two thirds of the money in Philadelphia’s contracts of each year from 2014 to 2019; of what Devon pays, no more than a fifth since 2020',
      zh: '费城 2014 至 2019 年各年合同金额约三分之二归前十位承接者；德文郡的付款自 2020 年起前十位不超过五分之一',
    },
    subtitle: {
      en: 'Share of the ten largest suppliers in the amounts of a year, per cent: of contracts awarded, or of payments (Oxford, Devon)',
      zh: '一年金额中前十位承接者所占比例，%：合同授予金额，或付款额（牛津、德文郡）',
    },
    holds: (share) =>
      unless([
        [
          years(2014, 2019).every((year) => within(share('us-philadelphia', year), 0.62, 0.68)),
          'the share of ten suppliers in Philadelphia is not about two thirds in each year from 2014 to 2019',
        ],
        [
          years(2020, 2024).every((year) => share('gb-devon', year) <= 0.2),
          'the share of ten suppliers in Devon is more than a fifth in a year since 2020',
        ],
      ]),
  },
  {
    id: 'repeat-supplier-share',
    label: { en: 'suppliers seen before', zh: '此前出现过的承接者' },
    title: {
      en: 'More than three quarters of the suppliers of Philadelphia and Devon in 2019 had been theirs before; in Prishtina in 2018 about two fifths',
      zh: '2019 年费城和德文郡的承接者中四分之三以上此前出现过；普里什蒂纳 2018 年约为五分之二',
    },
    subtitle: {
      en: 'Share of the suppliers of a year that were suppliers of the same buyer in an earlier year on record, per cent',
      zh: '一年的承接者中，此前年份已与同一购买方有记录者所占比例，%',
    },
    holds: (share) =>
      unless([
        [
          share('us-philadelphia', 2019) > 0.75,
          'in Philadelphia no more than three quarters are seen before',
        ],
        [share('gb-devon', 2019) > 0.75, 'in Devon no more than three quarters are seen before'],
        [
          within(share('xk-prishtina', 2018), 0.37, 0.43),
          'in Prishtina not about two fifths are seen before',
        ],
      ]),
  },
];

const measureOf = (controls: View['controls']): Measure =>
  MEASURES.find(({ id }) => id === controls['measure']) ?? MEASURES[0];

/** How far the money of a buyer goes to few suppliers, and to the same ones, from the published rows of contracts and payments. */
export const supplierConcentration: Chart = {
  id: 'supplier-concentration',
  topic: 'competition',
  title: MEASURES[0].title,
  subtitle: MEASURES[0].subtitle,
  titleFor: (controls) => measureOf(controls).title,
  subtitleFor: (controls) => measureOf(controls).subtitle,
  question: { en: 'On how few suppliers does a buyer depend?', zh: '购买方依赖多少承接者？' },
  keywords: { en: 'dependence, dominant suppliers, repeat contracts, renewal', zh: '集中度, 垄断, 续签' },
  note: {
    en: 'The registers differ: all payments above a limit in Devon and Oxford, professional-service contracts in Philadelphia, contracts won by public-interest corporations in Japan, competitive calls in Toronto, all procurement in Prishtina. Compare a place with itself over time. Years covered in part are left out. That a supplier was seen before grows with the length of the record.',
    zh: '各地登记范围不同：德文郡、牛津为限额以上全部付款，费城为专业服务合同，日本为公益法人得标合同，多伦多为竞争性采购，普里什蒂纳为全部采购；宜与自身各年相比。只覆盖部分月份的年份未列。“此前出现过”的比例会随记录年限增加而上升。',
  },
  tables: [['indicators', 'indicators']],
  controls: [
    {
      id: 'measure',
      label: { en: 'Measure', zh: '指标' },
      options: MEASURES.map(({ id, label }) => ({ id, label })),
    },
  ],
  filters: { series: { id: 'place_id', name: 'place', title: { en: 'Places', zh: '地方' } }, year: 'year' },
  columns: [
    { name: 'place', title: { en: 'Place', zh: '地方' } },
    { name: 'year', title: { en: 'Year', zh: '年份' } },
    { name: 'value', title: { en: 'Share', zh: '比例' }, unit: 'share' },
    { name: 'cases', title: { en: 'Suppliers', zh: '承接者数' } },
  ],
  select: ([rows], { language, controls }) =>
    PLACES.flatMap(({ id, until, [language]: place }) => {
      const own = rows!
        .filter((row) => row['place'] === id && row['indicator'] === measureOf(controls).id)
        .filter((row) => number(row, 'year')! <= until)
        .map((row) => ({ ...pick(row, ['id', 'year', 'value', 'cases', 'source_id']), place, place_id: id }))
        .sort(byYear);
      // In the first years hardly anyone can have been seen before.
      return measureOf(controls) === MEASURES[0] ? own : own.slice(2);
    }),
  holds: (rows, { controls }) =>
    measureOf(controls).holds(
      (place_id, year) =>
        number(rows.find((row) => row['place_id'] === place_id && row['year'] === year) ?? {}, 'value') ??
        Number.NaN,
    ),
  plot: (rows, view) =>
    yearLines(rows, view, {
      series: 'place',
      x: 'year',
      y: 'value',
      colours: coloursOf(PLACES, view.language),
      format: wholePercent,
      tip: (row) => rowTip(view.language, row, 'place', valued(row, 'value', 'share', view.language)),
      most: 1,
      within: true,
    }),
  alt: (rows, language) => {
    const share = (row: Row): string => wholePercent(number(row, 'value') ?? 0);
    const series = PLACES.flatMap(({ [language]: place }) => {
      const own = rows.filter((row) => row['place'] === place);
      if (own.length === 0) return [];
      const [first, last] = [own[0]!, own.at(-1)!];
      return language === 'zh'
        ? `${place} ${text(first, 'year')} 年 ${share(first)}，${text(last, 'year')} 年 ${share(last)}`
        : `${place} ${share(first)} in ${text(first, 'year')}, ${share(last)} in ${text(last, 'year')}`;
    });
    return language === 'zh' ? `${series.join('；')}。` : `${series.join('; ')}.`;
  },
};
