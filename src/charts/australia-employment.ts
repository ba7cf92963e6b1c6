import { precisionWord } from '../i18n/format.ts';
import type { Chart } from '../model/chart.ts';
import type { Language } from '../model/language.ts';
import { text, type Row } from '../model/row.ts';
import { horizontalBars } from './forms/bars.ts';
import { byYear, drawable, inWords, pick } from './forms/rows.ts';
import { unless, valueOf } from './forms/claims.ts';
import { COLOUR } from './forms/theme.ts';
import { rowTip, valued } from './forms/tips.ts';

const ROUNDS: Record<string, { en: string; zh: string }> = {
  'ab-f-au-prov-1998': { en: 'Job Network, first round', zh: '就业网络第一轮' },
  'ab-f-au-prov-2000': { en: 'Job Network, second round', zh: '就业网络第二轮' },
  'ab-f-au-prov-2003': { en: 'Job Network, third round', zh: '就业网络第三轮' },
  'ab-f-au-prov-2009': { en: 'Job Services Australia', zh: '澳大利亚就业服务' },
  'ab-f-au-prov-2015': { en: 'jobactive', zh: '就业行动' },
};

/** A count with its noun and precision: `about 300 providers`, `约 300 家`. */
const counted = (row: Row, language: Language): string =>
  precisionWord(text(row, 'precision'), language) +
  text(row, 'value') +
  (language === 'zh' ? ' 家' : ' providers');

/** How many organisations had Australia's contracts for employment services, by round. */
export const australiaEmployment: Chart = {
  id: 'australia-employment',
  topic: 'providers',
  title: {
    en: 'Australia’s employment services had about 300 providers in 1998 and 44 in 2015',
    zh: '澳大利亚的就业服务，承接机构由 1998 年的约 300 家减至 2015 年的 44 家',
  },
  subtitle: {
    en: 'Contracted providers of employment services, by round of contracts and its first year',
    zh: '承接就业服务的机构数，按合同轮次和起始年份，家',
  },
  question: {
    en: 'What does round after round of tendering do to the number of providers?',
    zh: '一轮轮招标之后，承接机构还剩多少？',
  },
  note: {
    en: 'Counts of two parliamentary papers and of an association of providers; the first is printed as “about”. The number rose once, when the programme was founded anew. Programmes differ in what they buy. Rounds after the last one drawn are not in the data.',
    zh: '数字出自两份议会文件和一个行业协会；第一个原文作“约”。其间回升过一次，当时项目重新设立。各项目所购服务不尽相同。此后的轮次数据中没有。',
  },
  tables: [['abroad-delivery', 'abroad-delivery']],
  columns: [
    { name: 'year', title: { en: 'First year', zh: '起始年份' } },
    { name: 'round', title: { en: 'Round', zh: '轮次' } },
    { name: 'value', title: { en: 'Providers', zh: '机构数' }, unit: 'organisation' },
    { name: 'precision', title: { en: 'Precision', zh: '精确度' } },
    { name: 'confidence', title: { en: 'Grade', zh: '可信度' } },
  ],
  select: ([rows], { language }) =>
    rows!
      .filter((row) => text(row, 'id') in ROUNDS && drawable(row))
      .map((row) => ({
        ...pick(row, ['year', 'value', 'precision', 'confidence', 'source_id', 'id']),
        round: ROUNDS[text(row, 'id')]![language],
        label: `${text(row, 'year')} ${ROUNDS[text(row, 'id')]![language]}`,
      }))
      .sort(byYear),
  holds: (rows) =>
    unless([
      [
        rows[0]?.['year'] === 1998 && rows.at(-1)?.['year'] === 2015,
        'the rounds do not run from 1998 to 2015',
      ],
      [valueOf(rows, { year: 1998 }) === 300, 'the first round did not have 300 providers'],
      [valueOf(rows, { year: 2015 }) === 44, 'the last round did not have 44 providers'],
    ]),
  plot: (rows, view) =>
    horizontalBars(rows, view, {
      label: 'label',
      value: 'value',
      fill: () => COLOUR.blue,
      format: (_value, row) => counted(row, view.language),
      tip: (row) => rowTip(view.language, row, 'round', valued(row, 'value', 'organisation', view.language)),
      order: 'given',
      labelWidth: { wide: 220, narrow: 150 },
    }),
  alt: (rows, language) => {
    const list = inWords(
      rows.map((row) => `${text(row, 'year')} ${counted(row, language)}`),
      language,
    );
    return language === 'zh' ? `条形图：${list}。` : `Bars: ${list}.`;
  },
};
