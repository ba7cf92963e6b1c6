import * as Plot from '@observablehq/plot';
import type { Chart } from '../model/chart.ts';
import type { Language } from '../model/language.ts';
import { number, text, type Row } from '../model/row.ts';
import { coloursOf, yearLines } from './forms/lines.ts';
import { byYear, drawable, pick } from './forms/rows.ts';
import { unless, valueOf } from './forms/claims.ts';
import { COLOUR } from './forms/theme.ts';
import { ofRow, tip, valued } from './forms/tips.ts';

const CONTRACTS = 'charity-contracts';
const GRANTS = 'charity-grants';
/** `ends` gives how far below the first and the last dot their numbers are placed, clear of the lines. */
const SERIES = [
  { id: CONTRACTS, en: 'Contracts', zh: '合同', colour: COLOUR.blue, ends: [14, -12] },
  { id: GRANTS, en: 'Grants', zh: '拨款', colour: COLOUR.ochre, ends: [-12, 14] },
] as const;
/** The only edition with two years in the same prices. */
const EDITION = 'ab-s-uk-ncvo-2014';
const pounds = (value: number, language: Language): string =>
  language === 'zh' ? `${Math.round(value / 1e8)}亿英镑` : `£${Math.round(value / 1e8) / 10}bn`;

/** What British charities had from government by contract and by grant. */
export const ukCharityContracts: Chart = {
  id: 'uk-charity-contracts',
  topic: 'providers',
  title: {
    en: 'From 2001 to 2012 British charities’ income by contract from government more than doubled, and that by grant fell by almost half',
    zh: '2001 至 2012 年，英国慈善组织的政府合同收入增加一倍多，拨款收入减少近一半',
  },
  subtitle: {
    en: 'Charities’ income from government by contract and by grant, pounds, financial years',
    zh: '慈善组织来自政府的合同收入与拨款收入，英镑，财政年度',
  },
  question: {
    en: 'What happens to grants when a state turns to contracts?',
    zh: '政府转向合同以后，拨款怎么样了？',
  },
  note: {
    en: 'Each edition of the almanac restates earlier years in its own prices. The lines join the two years that one edition gives in the same prices; the first amount by contract is worked out there, as government income less grants. Small dots are from other editions in other prices and do not compare. Years are those in which a financial year ends.',
    zh: '年鉴各版都以当版价格重述旧数。连线只连同一版、同一价格的两个年份；其中最早的合同收入由政府收入减去拨款得出。小点出自其他版次，价格不同，不可直接相比。年份为财政年度结束之年。',
  },
  tables: [['abroad-delivery', 'abroad-delivery']],
  columns: [
    { name: 'kind', title: { en: 'Kind of income', zh: '收入种类' } },
    { name: 'year', title: { en: 'Year', zh: '年份' } },
    { name: 'value', title: { en: 'Income', zh: '收入' }, unit: 'GBP' },
    { name: 'prices', title: { en: 'Note on prices', zh: '价格说明' } },
    { name: 'confidence', title: { en: 'Grade', zh: '可信度' } },
  ],
  select([rows], { language }) {
    const own = rows!.filter((row) => row['place'] === 'gb' && drawable(row));
    const of = (indicator: string): Row[] => own.filter((row) => row['indicator'] === indicator);
    return SERIES.flatMap(({ id, [language]: kind }) =>
      [...of(id), ...(id === CONTRACTS ? workedOut(own) : [])]
        .map((row) => ({
          ...pick(row, ['year', 'value', 'confidence', 'source_id', 'id']),
          kind,
          prices: text(row, `note_${language}`),
          indicator: id,
        }))
        .sort(byYear),
    );
  },
  holds(rows) {
    const times = (indicator: string): number =>
      valueOf(rows, { indicator, source_id: EDITION, year: 2012 }) /
      valueOf(rows, { indicator, source_id: EDITION, year: 2001 });
    return unless([
      [times(CONTRACTS) > 2 && times(CONTRACTS) < 3, 'income by contract did not a little more than double'],
      [times(GRANTS) > 0.5 && times(GRANTS) < 0.6, 'income by grant did not fall by almost half'],
    ]);
  },
  plot(rows, view) {
    const format = (value: number): string => pounds(value, view.language);
    const styleOf = (row: Row): (typeof SERIES)[number] =>
      SERIES.find(({ id }) => id === row['indicator']) ?? SERIES[0];
    const joined = rows.filter((row) => row['source_id'] === EDITION);
    const others = rows.filter((row) => row['source_id'] !== EDITION);
    const tipOf = (row: Row): string =>
      ofRow(
        row,
        tip(view.language, {
          of: [text(row, 'kind'), text(row, 'prices')],
          year: row['year'],
          value: valued(row, 'value', 'GBP', view.language),
          grade: row['confidence'],
        }),
      );
    const first = Math.min(...joined.map((row) => number(row, 'year') ?? 0));
    const lines = yearLines(joined, view, {
      series: 'kind',
      x: 'year',
      y: 'value',
      colours: coloursOf(SERIES, view.language),
      format,
      tip: tipOf,
      most: 12e9,
      labelled: (row) => styleOf(row).ends[row['year'] === first ? 0 : 1],
    });
    return {
      ...lines,
      marks: [
        ...lines.marks!,
        Plot.dot(others, {
          x: 'year',
          y: 'value',
          r: 2.5,
          fill: { value: (row: Row) => styleOf(row).colour, scale: null } as never,
          title: tipOf,
        }),
      ],
    };
  },
  alt: (rows, language) => {
    const ends = SERIES.flatMap(({ id, [language]: kind }) => {
      const own = rows.filter((row) => row['indicator'] === id && row['source_id'] === EDITION);
      if (own.length === 0) return [];
      const words = [own[0]!, own.at(-1)!].map(
        (row) => `${text(row, 'year')} ${pounds(number(row, 'value') ?? 0, language)}`,
      );
      return `${kind}${language === 'zh' ? '：' : ', '}${words.join(language === 'zh' ? ' 至 ' : ' to ')}`;
    });
    return ends.join(language === 'zh' ? '；' : '; ') + (language === 'zh' ? '。' : '.');
  },
};

/** Income by contract for years for which the edition gives only the total and the grants. */
const workedOut = (rows: Row[]): Row[] => {
  const of = (indicator: string, year?: Row['year']): Row[] =>
    rows.filter(
      (row) =>
        row['source_id'] === EDITION &&
        row['indicator'] === indicator &&
        (year === undefined || row['year'] === year),
    );
  return of('charity-government-income').flatMap((whole) => {
    const grants = of(GRANTS, whole['year'])[0];
    if (!grants || of(CONTRACTS, whole['year']).length > 0) return [];
    return [{ ...whole, id: null, value: (number(whole, 'value') ?? 0) - (number(grants, 'value') ?? 0) }];
  });
};
