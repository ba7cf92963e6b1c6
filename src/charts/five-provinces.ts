import * as Plot from '@observablehq/plot';
import { precisionWord } from '../i18n/format.ts';
import type { Chart } from '../model/chart.ts';
import type { Language } from '../model/language.ts';
import { number, text, type Row } from '../model/row.ts';
import { rounds, unless, valueOf } from './forms/claims.ts';
import { LINE, LINE_HEIGHT, lineCount, wrap } from './forms/labels.ts';
import { drawable, inWords, isWeak, pick, placeNames } from './forms/rows.ts';
import { COLOUR, frame } from './forms/theme.ts';
import { ofRow, tip, valued } from './forms/tips.ts';
import { wholePercent } from './forms/percent.ts';

const YEAR = 2019;
/** The share of five provinces: printed, or computed from their count and the nation's. */
const MEASURES = [
  {
    place: 'cn-five-provinces-money',
    indicator: 'share-national-social-work-money',
    en: 'Money put into social work',
    zh: '社会工作资金投入',
  },
  {
    place: 'cn-five-provinces-certificates',
    indicator: 'share-national-certificate-holders',
    en: 'Certified social workers',
    zh: '持证社工',
  },
  {
    place: 'cn-five-provinces-agencies',
    indicator: 'social-work-agencies',
    en: 'Social work agencies',
    zh: '社会工作服务机构',
  },
] as const;

/** A share in whole per cent with its precision: `about 69%`, `约 69%`. */
const shareOf = (row: Row, language: Language): string =>
  precisionWord(text(row, 'precision'), language) + wholePercent(number(row, 'share') ?? 0);

/** How much of the nation's social work is in a few provinces. */
export const fiveProvinces: Chart = {
  id: 'five-provinces',
  topic: 'people',
  within: 'problems/few-and-dependent-providers',
  title: {
    en: 'The five leading provinces, not the same five each time, have about 69% of China’s social work money, 55% of its certified social workers and 49% of its agencies',
    zh: '居前五位的省市（三项各不相同）占全国社工资金的约 69%、持证社工的 55%、社工机构的 49%',
  },
  subtitle: {
    en: 'Share of the five leading provinces in the national total, per cent, 2019',
    zh: '居前五位的省市占全国总数的比例，%，2019 年',
  },
  question: {
    en: 'Is the market for social work a national one?',
    zh: '社会工作的市场遍及全国吗？',
  },
  note: {
    en: 'The five are not the same each time; their names stand above the bar. The shares of money and of certificates are as printed, the money “about”; that of agencies is worked out from two counts of one source. The rest, in grey, is shared by all other provinces.',
    zh: '三项的五个省市不尽相同，名称列于条上方。资金和持证人数的比例为原文所载（资金作“约”）；机构比例由同一来源的两个数字相除得出。灰色为其余各省份合计。',
  },
  tables: [
    ['social-work-programmes', 'social-work-programmes'],
    ['social-workers', 'social-workers'],
    ['social-organisations', 'social-organisations'],
    ['places', 'places'],
  ],
  columns: [
    { name: 'measure', title: { en: 'Measure', zh: '项目' } },
    { name: 'provinces', title: { en: 'The five', zh: '五个省市' } },
    { name: 'year', title: { en: 'Year', zh: '年份' } },
    { name: 'share', title: { en: 'Share of the nation', zh: '占全国比例' }, unit: 'share' },
    { name: 'precision', title: { en: 'Precision', zh: '精确度' } },
    { name: 'confidence', title: { en: 'Grade', zh: '可信度' } },
  ],
  select([money, workers, organisations, places], { language }) {
    const name = placeNames(places!, language);
    const all = [...money!, ...workers!, ...organisations!].filter(
      (row) => row['year'] === YEAR && drawable(row),
    );
    return MEASURES.flatMap(({ place, indicator, [language]: measure }) => {
      const of = (where: string): Row | undefined =>
        all.find((row) => row['place'] === where && row['indicator'] === indicator);
      const own = of(place);
      const nation = own?.['unit'] === 'share' ? 1 : number(of('cn') ?? {}, 'value');
      if (!own || !nation) return [];
      return [
        {
          ...pick(own, ['year', 'precision', 'confidence', 'source_id', 'id']),
          measure,
          measure_id: indicator,
          provinces: name(place),
          share: (number(own, 'value') ?? 0) / nation,
        },
      ];
    }).sort((a, b) => b.share - a.share);
  },
  holds(rows) {
    const share = (measure_id: string): number => valueOf(rows, { measure_id }, 'share');
    return unless([
      [
        new Set(rows.map((row) => row['provinces'])).size === MEASURES.length,
        'two measures have the same five',
      ],
      [rounds(share('share-national-social-work-money'), 0.69, 2), 'the share of the money is not 69%'],
      [rounds(share('share-national-certificate-holders'), 0.55, 2), 'that of certified workers is not 55%'],
      [rounds(share('social-work-agencies'), 0.49, 2), 'that of agencies is not 49%'],
    ]);
  },
  plot(rows, view) {
    // The name of the measure and the provinces are above the bar.
    const label = (row: Row): string =>
      wrap(
        text(row, 'measure') + (view.language === 'zh' ? '：' : ': ') + text(row, 'provinces'),
        view.width - 10,
      );
    const head = Math.max(...rows.map((row) => lineCount(label(row)))) * LINE + 8;
    const step = head + 36;
    return frame(view, {
      marginLeft: 2,
      marginRight: 8,
      marginTop: 4,
      marginBottom: 4,
      height: rows.length * step + 8,
      x: { axis: null, domain: [0, 1] },
      y: { axis: null, domain: rows.map((row) => text(row, 'measure')), padding: 0 },
      marks: [
        Plot.barX(rows, { x: 1, y: 'measure', fill: COLOUR.rule, insetTop: head, insetBottom: 10 }),
        Plot.barX(rows, {
          x: 'share',
          y: 'measure',
          fill: COLOUR.blue,
          fillOpacity: (row: Row) => (isWeak(row) ? 0.15 : 1),
          stroke: COLOUR.blue,
          insetTop: head,
          insetBottom: 10,
          title: (row: Row) =>
            ofRow(
              row,
              tip(view.language, {
                of: [text(row, 'measure'), text(row, 'provinces')],
                year: row['year'],
                value: valued(row, 'share', 'share', view.language),
                grade: row['confidence'],
              }),
            ),
        }),
        Plot.text(rows, {
          x: 0,
          y: 'measure',
          text: label,
          textAnchor: 'start',
          lineAnchor: 'top',
          lineHeight: LINE_HEIGHT,
          dy: -step / 2 + 2,
          fill: COLOUR.ink,
        }),
        Plot.text(rows, {
          x: 'share',
          y: 'measure',
          text: (row: Row) => shareOf(row, view.language),
          textAnchor: 'start',
          dx: 6,
          dy: head / 2 - 5,
          fill: COLOUR.ink,
          fontWeight: 600,
        }),
      ],
    });
  },
  alt: (rows, language) => {
    const list = inWords(
      rows.map((row) => `${text(row, 'measure')} ${shareOf(row, language)}`),
      language,
    );
    return language === 'zh'
      ? `五个省市占全国的比例：${list}。`
      : `Shares of five provinces in the nation: ${list}.`;
  },
};
