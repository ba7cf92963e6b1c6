import * as Plot from '@observablehq/plot';
import type { Chart } from '../model/chart.ts';
import { number, text, type Row } from '../model/row.ts';
import { pick } from './forms/rows.ts';
import { rounds, unless } from './forms/claims.ts';
import { COLOUR, frame, isNarrow } from './forms/theme.ts';
import { ofRow, tip, valued } from './forms/tips.ts';
import { wholePercent } from './forms/percent.ts';

const KINDS = [
  { id: 'nonprofit', en: 'Non-profit', zh: '非营利', colour: COLOUR.blue },
  { id: 'for-profit', en: 'For profit', zh: '营利', colour: COLOUR.ochre },
] as const;
const MEASURES = [
  { id: 'contracts', en: 'Contracts', zh: '合同数', of: (row: Row) => number(row, 'contracts') ?? 0 },
  { id: 'amount', en: 'Money awarded', zh: '合同金额', of: (row: Row) => number(row, 'amount') ?? 0 },
  {
    id: 'without-largest',
    en: 'Without the largest',
    zh: '剔除最大承接方',
    of: (row: Row) =>
      (number(row, 'amount') ?? 0) -
      (row['provider'] === 'nonprofit' ? (number(row, 'largest_supplier_amount') ?? 0) : 0),
  },
] as const;
const FIRST = 2015;

/** Who has Philadelphia's professional service contracts, by the fiscal year in which they start. */
export const philadelphiaNonProfit: Chart = {
  id: 'philadelphia-non-profit',
  topic: 'providers',
  title: {
    en: 'Of Philadelphia’s contracts of 2015 to 2020 non-profits hold less than half, but more than three quarters of the money; without one health corporation between 55% and 69%',
    zh: '费城 2015 至 2020 年的合同，非营利机构所得份数不到一半，金额占四分之三以上；剔除一家健康机构后占 55% 至 69%',
  },
  subtitle: {
    en: 'Professional service contracts by fiscal year of start and kind of provider, per cent of contracts, of money, and of money without the largest provider',
    zh: '专业服务合同，按起始会计年度和承接方类型，占份数、金额以及剔除最大承接方后金额的比例，%',
  },
  question: {
    en: 'Who gets a city’s service contracts, firms or non-profits?',
    zh: '一座城市的服务合同给了企业还是非营利机构？',
  },
  keywords: { en: 'charities, contracts, mental health', zh: '慈善机构, 公益组织, 社会组织' },
  note: {
    en: 'Of contracts whose provider’s kind is known, each counted once in the fiscal year in which it starts (July to June); persons count as for profit. Community Behavioral Health, which the city founded, is the largest provider of every year.',
    zh: '只含承接方类型已知的合同，每份只计入起始财年（7月至次年6月）一次；个人计入营利。各年最大的承接方均为市政府发起的 Community Behavioral Health。',
  },
  tables: [['contracts', 'philadelphia_by_fiscal_year']],
  filters: { year: 'year' },
  columns: [
    { name: 'year', title: { en: 'Fiscal year', zh: '会计年度' } },
    { name: 'kind', title: { en: 'Provider', zh: '承接方' } },
    { name: 'measure', title: { en: 'Share of', zh: '比例按' } },
    { name: 'share', title: { en: 'Share', zh: '比例' }, unit: 'share' },
  ],
  select([rows], { language }) {
    const known = rows!.filter(
      (row) => (number(row, 'fiscal_year') ?? 0) >= FIRST && KINDS.some(({ id }) => id === row['provider']),
    );
    return MEASURES.flatMap(({ id, of, [language]: measure }) =>
      known.map((row) => {
        const year = row['fiscal_year'] ?? null;
        const whole = known
          .filter((other) => other['fiscal_year'] === year)
          .reduce((sum, other) => sum + of(other), 0);
        return {
          ...pick(row, ['source_id']),
          year,
          kind: KINDS.find(({ id }) => id === row['provider'])![language],
          measure,
          measure_id: id,
          kind_id: row['provider'] ?? null,
          share: of(row) / whole,
        };
      }),
    );
  },
  holds(rows) {
    const shares = (measure: string): number[] =>
      rows
        .filter((row) => row['kind_id'] === KINDS[0].id && row['measure_id'] === measure)
        .map((row) => number(row, 'share') ?? Number.NaN);
    const years = rows.map((row) => number(row, 'year') ?? Number.NaN);
    return unless([
      [Math.min(...years) === 2015 && Math.max(...years) === 2020, 'the years are not 2015 to 2020'],
      [shares('contracts').every((share) => share < 0.5), 'non-profits have half of the contracts or more'],
      [shares('amount').every((share) => share > 0.75), 'they have no more than three quarters of the money'],
      [
        rounds(Math.min(...shares('without-largest')), 0.55, 2) &&
          rounds(Math.max(...shares('without-largest')), 0.69, 2),
        'without the largest provider their shares are not between 55% and 69%',
      ],
    ]);
  },
  plot(rows, view) {
    const kinds = KINDS.map((kind) => kind[view.language]);
    const measures = MEASURES.map((measure) => measure[view.language]);
    const years = new Set(rows.map((row) => row['year'])).size;
    const colour = (row: Row): string => KINDS.find((kind) => kind[view.language] === row['kind'])!.colour;
    // Side by side on wide drawings, one above the other on phones.
    const facet = isNarrow(view) ? 'fy' : 'fx';
    const scale = { domain: measures, label: null, axis: null, padding: isNarrow(view) ? 0.2 : 0.08 };
    return frame(view, {
      marginLeft: 46,
      marginRight: 10,
      marginTop: isNarrow(view) ? 60 : 52,
      marginBottom: 6,
      height: (isNarrow(view) ? MEASURES.length : 1) * (years * 30 + 40) + 60,
      [facet]: scale,
      x: { domain: [0, 1], axis: null },
      y: { label: null, tickSize: 0, tickFormat: (year: number) => String(year), type: 'band' },
      marks: [
        Plot.barX(rows, {
          x: 'share',
          y: 'year',
          z: 'kind',
          [facet]: 'measure',
          order: kinds,
          fill: { value: colour, scale: null },
          insetRight: 1,
          insetTop: 3,
          insetBottom: 3,
          title: (row: Row) =>
            ofRow(
              row,
              tip(view.language, {
                of: [text(row, 'measure'), text(row, 'kind')],
                year: row['year'],
                value: valued(row, 'share', 'share', view.language),
              }),
            ),
        } as never),
        Plot.text(
          rows,
          Plot.stackX({
            x: 'share',
            y: 'year',
            z: 'kind',
            [facet]: 'measure',
            order: kinds,
            text: (row: Row) => wholePercent(number(row, 'share') ?? 0),
            fill: COLOUR.paper,
            fontWeight: 600,
          } as never) as Plot.TextOptions,
        ),
        Plot.text(measures, {
          [facet]: (measure: string) => measure,
          frameAnchor: 'top-left',
          dy: -36,
          text: (measure: string) => measure,
          fill: COLOUR.ink,
          fontWeight: 600,
        } as never),
        ...KINDS.map((kind, index) =>
          Plot.text(measures, {
            [facet]: (measure: string) => measure,
            frameAnchor: index === 0 ? 'top-left' : 'top-right',
            dy: -18,
            text: () => kind[view.language],
            fill: kind.colour,
            fontWeight: 600,
          } as never),
        ),
      ],
    });
  },
  alt: (rows, language) => {
    const parts = MEASURES.map(({ [language]: measure }) => {
      const own = rows.filter((row) => row['kind'] === KINDS[0][language] && row['measure'] === measure);
      const list = own
        .map((row) => `${text(row, 'year')} ${wholePercent(number(row, 'share') ?? 0)}`)
        .join(language === 'zh' ? '、' : ', ');
      return language === 'zh' ? `按${measure}：${list}` : `${measure.toLowerCase()} ${list}`;
    });
    return language === 'zh'
      ? `非营利机构所占比例，${parts.join('；')}。`
      : `Share of non-profits: ${parts.join('; ')}.`;
  },
};
