import type { Chart } from '../model/chart.ts';
import type { Bilingual, Language } from '../model/language.ts';
import { text, type Row } from '../model/row.ts';
import { unless } from './forms/claims.ts';
import { inWords, pick } from './forms/rows.ts';
import { COLOUR } from './forms/theme.ts';
import { ofRow, tip } from './forms/tips.ts';
import { unitSquares } from './forms/unitSquares.ts';

type Named = Bilingual & { id: string };

/** What is compared, from the service itself to the ways of having it delivered. */
const COMPARISONS: readonly Named[] = [
  { id: 'service', en: 'The service, or its pilot, against none', zh: '有此项服务或试点，与没有相比' },
  { id: 'purchase', en: 'How services are purchased and rated', zh: '购买方式与评价' },
  { id: 'ownership', en: 'One kind of owner against another', zh: '不同所有制相比' },
  { id: 'contracting-out', en: 'Contracting out against own provision', zh: '外包与自办相比' },
  { id: 'competition', en: 'More competition against less', zh: '竞争多与少相比' },
  { id: 'cooperation', en: 'Municipalities together against alone', zh: '市镇合作与单独相比' },
  {
    id: 'government-money',
    en: 'Government money to non-profits against less or none',
    zh: '社会组织获政府资金，与较少或没有相比',
  },
];
const OUTCOMES: readonly Named[] = [
  { id: 'cost', en: 'Cost', zh: '成本' },
  { id: 'quality', en: 'Quality', zh: '质量' },
  { id: 'health', en: 'Health', zh: '健康' },
  { id: 'mortality', en: 'Mortality', zh: '死亡率' },
  { id: 'stability', en: 'Stability of care', zh: '照护稳定' },
  { id: 'needs', en: 'Needs met', zh: '需求满足' },
  { id: 'satisfaction', en: 'Satisfaction', zh: '满意度' },
  { id: 'trust', en: 'Trust', zh: '信任' },
  { id: 'donations', en: 'Donations and volunteering', zh: '捐赠与志愿' },
];
const DIRECTIONS = [
  {
    id: 'better',
    en: 'Better',
    zh: '较好',
    character: '+',
    fill: COLOUR.blue,
    ink: COLOUR.paper,
    stroke: COLOUR.blue,
  },
  {
    id: 'none',
    en: 'No difference found',
    zh: '未见差异',
    character: '0',
    fill: COLOUR.paper,
    ink: COLOUR.ink,
    stroke: COLOUR.grey,
  },
  {
    id: 'mixed',
    en: 'Depends, or contradictory',
    zh: '视情况或不一',
    character: '±',
    fill: COLOUR.quiet,
    ink: '#1c1b19',
    stroke: COLOUR.quiet,
  },
  {
    id: 'worse',
    en: 'Worse',
    zh: '较差',
    character: '–',
    fill: COLOUR.ochre,
    ink: COLOUR.paper,
    stroke: COLOUR.ochre,
  },
] as const;

const BY_OUTCOME = 'outcome';
const PLACES = [
  { id: 'everywhere', label: { en: 'Everywhere', zh: '国内外' } },
  { id: 'china', label: { en: 'China', zh: '国内' } },
  { id: 'abroad', label: { en: 'Abroad', zh: '国外' } },
] as const;

/** What studies of effects found, one square a result: the strength of evidence behind problems and countermeasures. */
export const effectsMeasured: Chart = {
  id: 'effects-measured',
  topic: 'providers',
  title: {
    en: 'Studies of a service itself find people better off in 18 of 21 results; studies of contracting out find better results in 3 of 13 and worse in 5',
    zh: '对服务本身的研究，21 项结果中 18 项较好；对外包的研究，13 项结果中 3 项较好、5 项较差',
  },
  subtitle: {
    en: 'Results of studies by what was compared; one square a result of one outcome, the first thing named against the second',
    zh: '按比较内容列出各研究的结果；一格为一项结果，就前者而言',
  },
  question: { en: 'What do studies find to work?', zh: '研究发现哪些做法有效？' },
  keywords: { en: 'what works, impact, evidence, outsourcing', zh: '外包, 成效, 有效, 评估' },
  note: {
    en: 'A result is what a study reports for one outcome, so that a study with several has several squares: counts show what was studied, not how strong effects are, and studies that find something are published more often. All are of grade B: papers and reviews of which we read an abstract or part. Lower cost and fewer deaths are better; of donations more is better.',
    zh: '一项研究报告几种结果就有几格；格数反映研究了什么，不表示效果大小，有发现的研究也更易发表。均为 B 级：论文或综述，读到的是摘要或部分。成本低、死亡少为较好；捐赠多为较好。',
  },
  tables: [
    ['effect-studies', 'effects'],
    ['effect-studies', 'effect-studies'],
    ['places', 'places'],
  ],
  controls: [
    {
      id: 'by',
      label: { en: 'By', zh: '分类' },
      options: [
        { id: 'comparison', label: { en: 'what is compared', zh: '比较内容' } },
        { id: BY_OUTCOME, label: { en: 'outcome', zh: '结果类型' } },
      ],
    },
    {
      id: 'place',
      label: { en: 'Studied in', zh: '研究地' },
      options: PLACES.map(({ id, label }) => ({ id, label })),
    },
  ],
  // The title counts results everywhere by what is compared.
  titleFor: ({ by, place }) =>
    by || place ? { en: 'What do studies find to work?', zh: '研究发现哪些做法有效？' } : undefined,
  subtitleFor({ by, place }) {
    const where = PLACES.find(({ id }) => id === place)?.label;
    const [en, zh] = by === BY_OUTCOME ? ['outcome', '结果类型'] : ['what was compared', '比较内容'];
    return {
      en: `Results of studies${where ? `, ${where.en.toLowerCase()} only,` : ''} by ${en}; one square a result of one outcome, the first thing named against the second`,
      zh: `按${zh}列出各研究的结果${where ? `（仅${where.zh}）` : ''}；一格为一项结果，就前者而言`,
    };
  },
  columns: [
    { name: 'line', title: { en: 'Group', zh: '类别' } },
    { name: 'compared', title: { en: 'Compared', zh: '比较' } },
    { name: 'outcome', title: { en: 'Outcome', zh: '结果' } },
    { name: 'result', title: { en: 'Result', zh: '方向' } },
    { name: 'printed', title: { en: 'As printed', zh: '原文数值' } },
    { name: 'sample', title: { en: 'Studied', zh: '研究对象' } },
    { name: 'confidence', title: { en: 'Grade', zh: '可信度' } },
  ],
  select([effects, studies, places], { language, controls }) {
    const studyOf = new Map(studies!.map((row) => [text(row, 'id'), row]));
    const parents = new Map(places!.map((row) => [text(row, 'id'), text(row, 'parent')]));
    const isChinese = (place: string): boolean =>
      place === 'cn' || (place !== '' && isChinese(parents.get(place) ?? ''));
    const [lines, column] =
      controls['by'] === BY_OUTCOME ? [OUTCOMES, 'outcome'] : [COMPARISONS, 'comparison'];
    const rows = effects!.flatMap((effect) => {
      const study = studyOf.get(text(effect, 'study'))!;
      const chinese = isChinese(text(study, 'place'));
      if (controls['place'] && chinese !== (controls['place'] === 'china')) return [];
      const line = text(column === 'outcome' ? effect : study, column);
      return {
        ...pick(effect, ['id', 'direction', 'confidence', 'source_id']),
        line_id: line,
        line: lines.find(({ id }) => id === line)![language],
        compared: text(study, `compared_${language}`),
        outcome: text(effect, `outcome_${language}`),
        result: DIRECTIONS.find(({ id }) => id === effect['direction'])![language],
        printed: text(effect, 'effect_printed'),
        sample: text(study, `sample_${language}`),
      };
    });
    const rank = (row: Row): number => lines.findIndex(({ id }) => id === row['line_id']);
    const direction = (row: Row): number => DIRECTIONS.findIndex(({ id }) => id === row['direction']);
    return rows.sort((a, b) => rank(a) - rank(b) || direction(a) - direction(b));
  },
  holds(rows, { controls }) {
    if (this.titleFor!(controls)) return undefined;
    const count = (line_id: string, direction?: string): number =>
      rows.filter((row) => row['line_id'] === line_id && (direction ?? row['direction']) === row['direction'])
        .length;
    return unless([
      [count('service') === 21, 'there are not 21 results on services themselves'],
      [count('service', 'better') === 18, 'not 18 of them are better'],
      [count('contracting-out') === 13, 'there are not 13 results on contracting out'],
      [count('contracting-out', 'better') === 3, 'not 3 of them are better'],
      [count('contracting-out', 'worse') === 5, 'not 5 of them are worse'],
    ]);
  },
  plot: (rows, view) =>
    unitSquares(rows, view, {
      line: 'line',
      kind: 'direction',
      kinds: DIRECTIONS.map(({ [view.language]: name, ...kind }) => ({ ...kind, name })),
      total: (own) => {
        const better = own.filter((row) => row['direction'] === 'better').length;
        return view.language === 'zh'
          ? `${own.length} 项中 ${better} 项较好`
          : `${better} of ${own.length} better`;
      },
      tip: (row) =>
        ofRow(
          row,
          tip(view.language, {
            of: [text(row, 'compared'), text(row, 'outcome'), text(row, 'sample')],
            value: text(row, 'result') + printed(row, view.language),
            grade: row['confidence'],
          }),
        ),
    }),
  alt: (rows, language) => {
    const lines = [...new Set(rows.map((row) => text(row, 'line')))].map((line) => {
      const own = rows.filter((row) => row['line'] === line);
      const counts = DIRECTIONS.flatMap(({ id, [language]: name }) => {
        const count = own.filter((row) => row['direction'] === id).length;
        return count > 0
          ? [language === 'zh' ? `${name} ${count} 项` : `${count} ${name.toLowerCase()}`]
          : [];
      });
      return language === 'zh' ? `${line}：${counts.join('、')}` : `${line}: ${inWords(counts, 'en')}`;
    });
    return language === 'zh' ? `${lines.join('；')}。` : `${lines.join('; ')}.`;
  },
};

/** The effect as its source prints it, where it does. */
function printed(row: Row, language: Language): string {
  const words = text(row, 'printed');
  if (words === '') return '';
  return language === 'zh' ? `（原文：${words}）` : ` (printed: ${words})`;
}
