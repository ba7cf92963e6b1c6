import type { Chart, Control } from '../model/chart.ts';
import { number, text } from '../model/row.ts';
import { unless } from './forms/claims.ts';
import { emptyDrawing } from './forms/emptyDrawing.ts';
import { dotLanes } from './forms/lanes.ts';
import { drawable, pick, placeNames, shortName } from './forms/rows.ts';
import { isLinear, SCALE_CONTROL, scaleWords } from './forms/amountScale.ts';
import { yuan } from './forms/theme.ts';
import { ofRow, tip, valued } from './forms/tips.ts';

const GAOMING = 'gaoming';
/** The amounts in the title, in yuan. */
const LEAST = 300_000;
const MOST = 1_300_000_000;
const DEFAULT_COVERAGE = 'place-year';

/** The options that choose amounts: the first of each is drawn at build. */
const CONTROLS: Control[] = [
  {
    id: 'coverage',
    label: { en: 'The amount covers', zh: '金额范围' },
    options: [
      { id: DEFAULT_COVERAGE, label: { en: 'one year of a place', zh: '一地一年合计' } },
      { id: 'programme', label: { en: 'one programme or a part of it', zh: '一个项目或其一部分' } },
      { id: 'multi-year', label: { en: 'several years', zh: '数年累计' } },
      { id: 'contract', label: { en: 'one contract', zh: '一份合同' } },
    ],
  },
  {
    id: 'level',
    label: { en: 'Level', zh: '层级' },
    options: [
      { id: 'all', label: { en: 'all', zh: '全部' } },
      { id: 'county', label: { en: 'county and below', zh: '县级及以下' } },
      { id: 'prefecture', label: { en: 'prefecture', zh: '地级' } },
      { id: 'province', label: { en: 'province', zh: '省级' } },
    ],
  },
];

/** Reported purchases in yuan, one dot each, by place; amounts of one kind of coverage at a time. */
export const purchasesByPlace: Chart = {
  id: 'purchases-by-place',
  topic: 'money',
  title: {
    en: 'What places report to have bought in a year runs from 0.3 million to 1.3 billion yuan; for Gaoming no amount was found',
    zh: '各地报道的一年购买金额，少则 30 万元，多则 13 亿元；未找到高明的金额',
  },
  subtitle: {
    en: 'Reported amounts for one year of a place, yuan of the year, logarithmic scale; one dot an amount',
    zh: '报道的一地一年合计金额，当年价，元，对数刻度；一点一笔',
  },
  question: { en: 'How much do places report that they buy?', zh: '各地报道的购买金额有多大？' },
  keywords: { en: 'budget, spending, amounts, sums, contracts', zh: '预算, 支出, 购买金额, 合同' },
  note: {
    en: 'Amounts of different coverage are not comparable and are never drawn together; unit prices have a chart of their own. Places differ in size and year. Forecasts and repeated readings are left out; grade C is hollow. For Gaoming no amount was found.',
    zh: '金额范围不同者不可比，不画在一起；单价另有一图。各地大小、年份不同。计划数和重复记录不画；C 级为空心。未找到高明的金额。',
  },
  tables: [
    ['purchases', 'purchases'],
    ['places', 'places'],
  ],
  controls: [...CONTROLS, SCALE_CONTROL],
  titleFor: (controls) => {
    const chosen = CONTROLS.flatMap(({ id, options }) => {
      const at = options.findIndex((option) => option.id === controls[id]);
      return at > 0 ? [options[at]!.label] : [];
    });
    if (chosen.length === 0) return undefined;
    return {
      en: `What places report that they buy: ${chosen.map(({ en }) => en).join(', ')}`,
      zh: `各地报道的购买金额：${chosen.map(({ zh }) => zh).join('，')}`,
    };
  },
  subtitleFor: (controls) => {
    const [usual, ...others] = CONTROLS[0]!.options;
    const chosen = others.find(({ id }) => id === controls['coverage'])?.label;
    if (!chosen && !isLinear(controls)) return undefined;
    const scale = scaleWords(controls);
    return {
      en: `Reported amounts for ${(chosen ?? usual!.label).en}, yuan of the year, ${scale.en}; one dot an amount`,
      zh: `报道的${chosen ? `金额（${chosen.zh}）` : `${usual!.label.zh}金额`}，当年价，元，${scale.zh}；一点一笔`,
    };
  },
  filters: { series: { id: 'place_id', name: 'place', title: { en: 'Places', zh: '地方' } }, year: 'year' },
  columns: [
    { name: 'place', title: { en: 'Place', zh: '地区' } },
    { name: 'title', title: { en: 'What was bought', zh: '购买内容' } },
    { name: 'year', title: { en: 'Year', zh: '年份' } },
    { name: 'amount', title: { en: 'Amount', zh: '金额' }, unit: 'CNY' },
    { name: 'coverage', title: { en: 'Coverage', zh: '金额范围' } },
    { name: 'confidence', title: { en: 'Grade', zh: '可信度' } },
  ],
  select([purchases, places], { language, controls }) {
    const name = placeNames(places!, language);
    const levels = new Map(places!.map((row) => [text(row, 'id'), text(row, 'level')]));
    const coverage = controls['coverage'] ?? DEFAULT_COVERAGE;
    const level = controls['level'] ?? 'all';
    const selected = (place: string): boolean => {
      const own = levels.get(place);
      return level === 'all' || own === level || (level === 'county' && own === 'township');
    };
    return purchases!
      .filter(
        (row) =>
          row['currency'] === 'CNY' &&
          row['coverage'] === coverage &&
          drawable(row) &&
          selected(text(row, 'place')),
      )
      .map((row) => ({
        ...pick(row, ['year', 'amount', 'coverage', 'confidence', 'source_id', 'id']),
        title: text(row, `title_${language}`),
        place: name(text(row, 'place')),
        place_id: text(row, 'place'),
      }))
      .sort((a, b) => (number(b, 'amount') ?? 0) - (number(a, 'amount') ?? 0));
  },
  holds(rows, { controls }) {
    if (this.titleFor!(controls)) return undefined;
    const amounts = rows.map((row) => number(row, 'amount') ?? Number.NaN);
    return unless([
      [Math.min(...amounts) === LEAST, 'the least amount is not 0.3 million yuan'],
      [Math.max(...amounts) === MOST, 'the largest amount is not 1.3 billion yuan'],
      [!rows.some((row) => text(row, 'place_id').startsWith(GAOMING)), 'there is an amount for Gaoming'],
    ]);
  },
  plot(rows, view) {
    if (rows.length === 0) return emptyDrawing(NOTHING[view.language], view);
    return dotLanes(rows, view, {
      lane: 'place',
      value: 'amount',
      short: (place) => shortName(place, view.language),
      format: (amount) => yuan(amount, view.language),
      tip: (row) =>
        ofRow(
          row,
          tip(view.language, {
            of: [text(row, 'place'), text(row, 'title')],
            year: row['year'],
            value: valued(row, 'amount', 'CNY', view.language),
            grade: row['confidence'],
          }),
        ),
    });
  },
  alt: (rows, language) => {
    if (rows.length === 0) return NOTHING[language];
    const [most, least] = [rows[0]!, rows.at(-1)!].map(
      (row) => `${text(row, 'place')} ${yuan(number(row, 'amount') ?? 0, language)}`,
    );
    const places = new Set(rows.map((row) => row['place'])).size;
    return language === 'zh'
      ? `点图，${places} 个地区的 ${rows.length} 笔金额，最高 ${most}，最低 ${least}。`
      : `${rows.length} amounts of ${places} places, from ${least} to ${most}.`;
  },
};

const NOTHING = {
  en: 'No amount of this kind was found for places of this level.',
  zh: '这一层级未找到此类金额。',
};
