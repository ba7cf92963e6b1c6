import * as Plot from '@observablehq/plot';
import type { Chart } from '../model/chart.ts';
import { number, text, type Row } from '../model/row.ts';
import { COLOUR, frame, isNarrow } from './theme.ts';

const KINDS = [
  { id: 'non-profit', en: 'Non-profit', zh: '非营利', colour: COLOUR.blue },
  { id: 'for profit', en: 'For profit', zh: '营利', colour: COLOUR.ochre },
] as const;
const MEASURES = [
  { id: 'contracts', column: 'contract_terms', label: { en: 'contracts', zh: '合同数' } },
  { id: 'money', column: 'awarded_usd', label: { en: 'money awarded', zh: '合同金额' } },
] as const;
const FIRST = 2015;
const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** Who holds Philadelphia's professional service contracts, by the fiscal year in which they start. */
export const philadelphiaProfit: Chart = {
  id: 'philadelphia-non-profit',
  title: { en: 'In Philadelphia non-profits hold fewer contracts than firms, and most of the money', zh: '费城：非营利机构合同少于企业，钱却占大头' },
  subtitle: { en: 'Professional service contracts by start year and kind of provider, shares', zh: '专业服务合同，按起始会计年度和承接方类型，比例' },
  question: { en: 'Who gets a city’s service contracts, firms or non-profits?', zh: '一座城市的服务合同给了企业还是非营利机构？' },
  note: {
    en: 'Of contracts whose provider’s status is given, each counted once in the year it starts. One city-founded health corporation holds the largest awards and weighs heavily on the shares of money.',
    zh: '只含注明承接方性质的合同，每份只在起始年计一次。一家由市政府发起的健康机构持有最大合同，对金额比例影响很大。',
  },
  tables: [['philadelphia-contracts', 'philadelphia_by_start_year']],
  controls: [
    {
      id: 'measure',
      label: { en: 'Share of', zh: '比例按' },
      options: MEASURES.map(({ id, label }) => ({ id, label })),
    },
  ],
  columns: [
    { name: 'year', title: { en: 'Fiscal year', zh: '会计年度' } },
    { name: 'kind', title: { en: 'Provider', zh: '承接方' } },
    { name: 'share', title: { en: 'Share', zh: '比例' }, unit: 'share' },
    { name: 'contracts', title: { en: 'Contracts', zh: '合同数' }, unit: 'contract' },
    { name: 'awarded', title: { en: 'Awarded', zh: '合同金额' }, unit: 'USD' },
    { name: 'confidence', title: { en: 'Grade', zh: '可信度' } },
  ],
  select([rows], { language, controls }) {
    const column = (MEASURES.find(({ id }) => id === controls['measure']) ?? MEASURES[0]).column;
    const known = rows!.filter((row) => (number(row, 'start_fiscal_year') ?? 0) >= FIRST && KINDS.some(({ id }) => id === row['profit_status']));
    return known.map((row) => {
      const whole = known.filter((other) => other['start_fiscal_year'] === row['start_fiscal_year']).reduce((sum, other) => sum + (number(other, column) ?? 0), 0);
      return {
        year: row['start_fiscal_year'] ?? null,
        kind: KINDS.find(({ id }) => id === row['profit_status'])![language],
        share: (number(row, column) ?? 0) / whole,
        contracts: row['contract_terms'] ?? null,
        awarded: row['awarded_usd'] ?? null,
        confidence: row['confidence'] ?? null,
        source_id: row['source_id'] ?? null,
      };
    });
  },
  plot(rows, view) {
    const kinds = KINDS.map((kind) => kind[view.language]);
    const colour = (row: Row): string => KINDS.find((kind) => kind[view.language] === row['kind'])!.colour;
    const first = rows.filter((row) => row['year'] === rows[0]!['year']);
    return frame(view, {
      marginLeft: isNarrow(view) ? 44 : 52,
      marginRight: 10,
      marginTop: 34,
      marginBottom: 6,
      height: 6 * 34 + 40,
      x: { domain: [0, 1], axis: null },
      y: { label: null, tickSize: 0, tickFormat: (year: number) => String(year), type: 'band' },
      marks: [
        Plot.barX(rows, {
          x: 'share',
          y: 'year',
          order: kinds,
          z: 'kind',
          fill: { value: colour, scale: null } as never,
          insetRight: 1,
          insetTop: 3,
          insetBottom: 3,
          title: (row: Row) => `${text(row, 'year')} ${text(row, 'kind')}: ${percent(number(row, 'share') ?? 0)}`,
        } as Plot.BarXOptions),
        Plot.text(
          rows,
          Plot.stackX({ x: 'share', y: 'year', z: 'kind', order: kinds, text: (row: Row) => percent(number(row, 'share') ?? 0), fill: COLOUR.paper, fontWeight: 600 } as never) as Plot.TextOptions,
        ),
        ...first.map((row) =>
          Plot.text([row], {
            x: row['kind'] === kinds[0] ? 0 : 1,
            frameAnchor: 'top',
            dy: -24,
            text: 'kind',
            textAnchor: row['kind'] === kinds[0] ? 'start' : 'end',
            fill: { value: colour, scale: null } as never,
            fontWeight: 600,
          }),
        ),
      ],
    });
  },
  alt: (rows, language) => {
    const own = rows.filter((row) => row['kind'] === KINDS[0][language]);
    const list = own.map((row) => `${text(row, 'year')} ${percent(number(row, 'share') ?? 0)}`).join(language === 'zh' ? '、' : ', ');
    return language === 'zh' ? `非营利机构所占比例：${list}。` : `Share of non-profits: ${list}.`;
  },
};
