import type { Chart } from '../model/chart.ts';
import { number, text, type Row } from '../model/row.ts';
import { rounds, unless, valueOf } from './forms/claims.ts';
import { coloursOf, yearLines } from './forms/lines.ts';
import { formatShort } from '../i18n/format.ts';
import {
  AFTER,
  converted,
  MEASURE_CONTROL,
  MEASURE_WORDS,
  measureOf,
  NOMINAL,
  PRICE_TABLES,
  pricesOf,
  UNITS,
} from './forms/prices.ts';
import { byYear, drawable, pick } from './forms/rows.ts';
import { COLOUR } from './forms/theme.ts';
import { rowTip, valued } from './forms/tips.ts';

const FROM = 2013;
const BREAK = 2016;
const SERIES = [
  { id: 'comparable', en: 'Comparable from year to year', zh: '各年可比的口径', colour: COLOUR.blue },
  {
    id: 'printed',
    en: 'First printed for 2016, works included',
    zh: '2016 年最初公布数（含工程）',
    colour: COLOUR.ochre,
  },
] as const;

/** Services that governments in China bought, with the figure of 2016 that included some works. */
export const servicesProcurement: Chart = {
  id: 'services-procurement',
  topic: 'money',
  title: {
    en: 'Services bought by Chinese governments grew from 153 billion yuan in 2013 to 1.17 trillion in 2023; more than half of the figure first printed for 2016 was works',
    zh: '全国服务类政府采购由 2013 年的 1534 亿元增至 2023 年的 1.17 万亿元；2016 年最初公布数的一半以上是工程',
  },
  subtitle: {
    en: 'Services in government procurement, all levels of government, in yuan of the year',
    zh: '服务类政府采购规模，各级政府合计，当年价，元',
  },
  question: { en: 'How much do governments in China buy as services?', zh: '全国各级政府采购多少服务？' },
  keywords: { en: 'spending, government procurement, size of the market', zh: '采购规模, 支出, 市场' },
  note: {
    en: 'Services for the government’s own needs are included; the part that went to the public was found only for 2018 (52.8%). In 2016 rail, shanty-town and other works were paid for as purchase of services; the ministry takes them out when it compares years. 2024 is rounded (“approached”). Single years before 2013 are in the dataset.',
    zh: '含政府自身所需的服务；向社会公众提供的部分只查到 2018 年（52.8%）。2016 年有轨道交通、棚户区改造等工程以政府购买服务方式支付，财政部作年度比较时予以剔除。2024 年为约数（原文“approached”）。2013 年以前只有个别年份，见数据集。',
  },
  tables: [['china-procurement', 'china-procurement'], ...PRICE_TABLES],
  controls: [MEASURE_CONTROL],
  // The numbers of the title are in yuan of their years.
  titleFor(controls) {
    return measureOf(controls) === NOMINAL ? undefined : this.question;
  },
  subtitleFor: (controls) => {
    const { en, zh } = MEASURE_WORDS[measureOf(controls)];
    return {
      en: `Services in government procurement, all levels of government, in ${en}`,
      zh: `服务类政府采购规模，各级政府合计，${zh}`,
    };
  },
  filters: { series: { id: 'series_id', name: 'series', title: { en: 'Series', zh: '系列' } }, year: 'year' },
  columns: [
    { name: 'series', title: { en: 'Basis', zh: '口径' } },
    { name: 'year', title: { en: 'Year', zh: '年份' } },
    { name: 'value', title: { en: 'Services', zh: '服务类采购' }, unitColumn: 'unit' },
    { name: 'precision', title: { en: 'Precision', zh: '精确度' } },
    { name: 'confidence', title: { en: 'Grade', zh: '可信度' } },
  ],
  select([rows, inflation, ppp], { language, controls }) {
    const measure = measureOf(controls);
    const services = rows!.filter(
      (row) =>
        row['indicator'] === 'services' &&
        row['unit'] === 'CNY' &&
        (number(row, 'year') ?? 0) >= FROM &&
        drawable(row),
    );
    const isPrinted = (row: Row): boolean => row['flag'] === 'works-as-services';
    return SERIES.flatMap(({ id, [language]: series }) =>
      services
        .filter((row) => isPrinted(row) === (id === 'printed'))
        .flatMap((row) => {
          const prices = pricesOf(measure, number(row, 'year')!, inflation!, ppp!);
          if (!prices) return [];
          return {
            ...pick(row, ['year', 'precision', 'confidence', 'id']),
            value: converted(number(row, 'value')!, prices),
            unit: UNITS[measure],
            series,
            series_id: id,
            source_id: [...new Set([row, ...prices.rows].map((one) => text(one, 'source_id')))].join(' '),
          };
        })
        .sort(byYear),
    );
  },
  holds(rows, { controls }) {
    if (measureOf(controls) !== NOMINAL) return undefined;
    const comparable = (year: number): number => valueOf(rows, { series_id: 'comparable', year });
    const printed = rows.filter((row) => row['series_id'] === 'printed');
    return unless([
      [rounds(comparable(FROM) / 1e9, 153, 0), 'the services of 2013 are not 153 billion yuan'],
      [rounds(comparable(2023) / 1e12, 1.17, 2), 'those of 2023 are not 1.17 trillion'],
      [
        printed.length === 1 && printed[0]!['year'] === BREAK,
        'a figure that counts works is not that of 2016 alone',
      ],
      [
        comparable(BREAK) < (number(printed[0] ?? {}, 'value') ?? 0) / 2,
        'works are not more than half of the figure of 2016',
      ],
    ]);
  },
  plot: (rows, view) =>
    yearLines(rows, view, {
      series: 'series',
      x: 'year',
      y: 'value',
      colours: coloursOf(SERIES, view.language),
      format: (value) => formatShort(value, view.language),
      unit: AFTER[measureOf(view.controls)][view.language],
      tip: (row) =>
        rowTip(view.language, row, 'series', valued(row, 'value', text(row, 'unit'), view.language)),
      within: true,
    }),
  alt: (rows, language) => {
    const said = (row: Row): string => {
      const value = valued(row, 'value', text(row, 'unit'), language);
      return language === 'zh' ? `${text(row, 'year')} 年 ${value}` : `${value} in ${text(row, 'year')}`;
    };
    const zh = language === 'zh';
    const comparable = rows.filter((row) => row['series_id'] === 'comparable');
    const ends = [...new Set([...comparable.slice(0, 1), ...comparable.slice(-1)])];
    const printed = rows.filter((row) => row['series_id'] === 'printed');
    return [
      ...(ends.length > 0
        ? [(zh ? '可比口径：' : 'Comparable: ') + ends.map(said).join(zh ? '，' : ', ')]
        : []),
      ...(printed.length > 0
        ? [(zh ? '最初公布数：' : 'First printed: ') + printed.map(said).join(zh ? '、' : ', ')]
        : []),
    ]
      .map((part) => part + (zh ? '。' : '.'))
      .join(zh ? '' : ' ');
  },
};
