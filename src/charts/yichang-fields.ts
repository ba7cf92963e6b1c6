import type { Chart } from '../model/chart.ts';
import type { Language } from '../model/language.ts';
import { number, text, type Row } from '../model/row.ts';
import { horizontalBars } from './forms/bars.ts';
import { rounds, unless } from './forms/claims.ts';
import { COLOUR } from './forms/theme.ts';
import { tip, valued } from './forms/tips.ts';

/** The classes that have no fields. */
const CLASSES = [
  { id: 'works', en: 'Works', zh: '工程' },
  { id: 'goods', en: 'Goods', zh: '货物' },
] as const;
/** The fields the site is about. */
const SOCIAL = ['elderly-care', 'social-work-and-community'];
const ENGINEERING = 'engineering';
const noticesOf = (row: Row, language: Language): string => valued(row, 'notices', 'notice', language);

/** The entries of Yichang's board of awards, by field of service, with the fields that do not occur. */
export const yichangFields: Chart = {
  id: 'yichang-fields',
  topic: 'money',
  within: 'countermeasures/disclosure',
  title: {
    en: 'Of the services on Yichang’s board of awards 96% are engineering; none was classed as elder care or social work',
    zh: '宜昌的中标公告里，服务类 96% 为工程服务，没有归入养老或社会工作的',
  },
  subtitle: {
    en: 'Number of award notices by class, and of services by field',
    zh: '中标公告数，按类别；服务再按领域，条',
  },
  question: {
    en: 'Where would one look for purchases of social services?',
    zh: '购买社会服务的公告该到哪里去找？',
  },
  note: {
    en: 'A board of construction tenders, for a little more than a year: that social services are absent there does not mean that the city buys none. Class and field were read from the name by rules; the fields drawn are all that the rules know. Works and goods are grey.',
    zh: '该平台以工程招标为主，所收一年多；这里没有社会服务，不等于该市不购买。类别与领域由规则按名称判断，所画为规则所知的全部领域。工程与货物为灰色。',
  },
  tables: [
    ['yichang-awards', 'yichang_by_year_class_field'],
    ['china-notices', 'china_classification_rules'],
  ],
  columns: [
    { name: 'field', title: { en: 'Class or field', zh: '类别或领域' } },
    { name: 'notices', title: { en: 'Notices', zh: '公告数' } },
    { name: 'confidence', title: { en: 'Grade', zh: '可信度' } },
  ],
  select([awards, rules], { language }) {
    const count = (rows: Row[]): number => rows.reduce((sum, row) => sum + (number(row, 'rows') ?? 0), 0);
    const { confidence = null, source_id = null } = awards![0] ?? {};
    const row = (field: string, rows: Row[], kind: string): Row => ({
      field,
      notices: count(rows),
      confidence,
      source_id,
      kind,
    });
    const fields = new Map(
      rules!.filter((rule) => rule['step'] === 'field').map((rule) => [text(rule, 'service_field'), rule]),
    );
    return [
      ...CLASSES.map(({ id, [language]: name }) =>
        row(
          name,
          awards!.filter((award) => award['class'] === id),
          'class',
        ),
      ),
      ...[...fields].map(([id, rule]) =>
        row(
          capital(text(rule, `label_${language}`)),
          awards!.filter((award) => award['class'] === 'services' && award['service_field'] === id),
          id === ENGINEERING ? ENGINEERING : SOCIAL.includes(id) ? 'social' : 'service',
        ),
      ),
    ].sort(
      (a, b) =>
        (number(b, 'notices') ?? 0) - (number(a, 'notices') ?? 0) ||
        Number(b['kind'] === 'social') - Number(a['kind'] === 'social'),
    );
  },
  holds(rows) {
    const count = (isCounted: (row: Row) => boolean): number =>
      rows.filter(isCounted).reduce((sum, row) => sum + (number(row, 'notices') ?? 0), 0);
    const social = rows.filter((row) => row['kind'] === 'social');
    const share = count((row) => row['kind'] === ENGINEERING) / count((row) => row['kind'] !== 'class');
    return unless([
      [rounds(share, 0.96, 2), 'the share of engineering in the services is not 96%'],
      [social.length === SOCIAL.length, 'a field of social services is missing from the rules'],
      [social.every((row) => row['notices'] === 0), 'there are notices of social services'],
    ]);
  },
  plot: (rows, view) =>
    horizontalBars(rows, view, {
      label: 'field',
      value: 'notices',
      fill: (row) => (row['kind'] === 'class' ? COLOUR.quiet : COLOUR.blue),
      format: (_value, row) => noticesOf(row, view.language),
      tip: (row) =>
        tip(view.language, {
          of: [text(row, 'field')],
          value: noticesOf(row, view.language),
          grade: row['confidence'],
        }),
      order: 'given',
      labelWidth: { wide: 290, narrow: 150 },
    }),
  alt: (rows, language) => {
    const some = rows.filter((row) => (number(row, 'notices') ?? 0) > 0);
    const list = (own: Row[], describe: (row: Row) => string): string =>
      own.map(describe).join(language === 'zh' ? '；' : '; ');
    const counted = list(some, (row) => `${text(row, 'field')} ${noticesOf(row, language)}`);
    const none = list(
      rows.filter((row) => !some.includes(row)),
      (row) => text(row, 'field'),
    );
    return language === 'zh' ? `条形图：${counted}。为零者：${none}。` : `Bars: ${counted}. None: ${none}.`;
  },
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
