import type { Chart } from '../model/chart.ts';
import type { Language } from '../model/language.ts';
import { number, text, type Row } from '../model/row.ts';
import { horizontalBars } from './forms/bars.ts';
import { rounds, unless } from './forms/claims.ts';
import { COLOUR } from './forms/theme.ts';
import { ofRow, tip, valued } from './forms/tips.ts';

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
    en: 'Of the services on Yichang’s board of awards 98% are engineering; none was classed as elder care or social work',
    zh: '宜昌的中标公告里，服务类 98% 为工程服务，没有归入养老或社会工作的',
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
    ['contracts', 'yichang_by_category'],
    ['service-categories', 'chinese_title_rules'],
  ],
  columns: [
    { name: 'field', title: { en: 'Class or field', zh: '类别或领域' } },
    { name: 'notices', title: { en: 'Notices', zh: '公告数' } },
  ],
  select([awards, rules], { language }) {
    const count = (rows: Row[]): number =>
      rows.reduce((sum, row) => sum + (number(row, 'contracts') ?? 0), 0);
    const { source_id = null } = awards![0] ?? {};
    const row = (field: string, rows: Row[], kind: string): Row => ({
      field,
      notices: count(rows),
      source_id,
      kind,
    });
    const fields = new Map<string, string>();
    for (const rule of rules!)
      if (rule['step'] === 'field' && !fields.has(text(rule, 'code')))
        fields.set(text(rule, 'code'), text(rule, `name_${language}`));
    return [
      ...CLASSES.map(({ id, [language]: name }) =>
        row(
          name,
          awards!.filter((award) => award['main_procurement_category'] === id),
          'class',
        ),
      ),
      ...[...fields].map(([id, name]) =>
        row(
          name,
          awards!.filter(
            (award) => award['main_procurement_category'] === 'services' && award['service_field'] === id,
          ),
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
      [rounds(share, 0.98, 2), 'the share of engineering in the services is not 98%'],
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
        ofRow(
          row,
          tip(view.language, {
            of: [text(row, 'field')],
            value: noticesOf(row, view.language),
          }),
        ),
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
