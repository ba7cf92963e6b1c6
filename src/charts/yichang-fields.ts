import type { Chart } from '../model/chart.ts';
import { number, text, type Row } from '../model/row.ts';
import { horizontalBars } from './forms/bars.ts';
import { COLOUR } from './forms/theme.ts';

/** The classes that have no fields. */
const CLASSES = [
  { id: 'works', en: 'Works', zh: '工程' },
  { id: 'goods', en: 'Goods', zh: '货物' },
] as const;
/** The fields the site is about. */
const SOCIAL = ['elderly-care', 'social-work-and-community'];
const format = (value: number): string => value.toLocaleString('en-US');

/** What stands on Yichang's board of awards, by field of service, with the fields that do not occur. */
export const yichangFields: Chart = {
  id: 'yichang-fields',
  title: {
    en: 'On Yichang’s board of awards nearly every service is engineering, and none is a social service',
    zh: '宜昌的中标公告里，服务几乎全是工程类，没有一项社会服务',
  },
  subtitle: {
    en: 'Award notices by class, and services by field',
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
          SOCIAL.includes(id) ? 'social' : 'service',
        ),
      ),
    ].sort(
      (a, b) =>
        (number(b, 'notices') ?? 0) - (number(a, 'notices') ?? 0) ||
        Number(b['kind'] === 'social') - Number(a['kind'] === 'social'),
    );
  },
  plot: (rows, view) =>
    horizontalBars(rows, view, {
      label: 'field',
      value: 'notices',
      fill: (row) => (row['kind'] === 'class' ? COLOUR.quiet : COLOUR.blue),
      format,
      order: 'given',
      room: { wide: 200, narrow: 162 },
    }),
  alt: (rows, language) => {
    const some = rows.filter((row) => (number(row, 'notices') ?? 0) > 0);
    const list = (own: Row[], tell: (row: Row) => string): string =>
      own.map(tell).join(language === 'zh' ? '；' : '; ');
    const counted = list(some, (row) => `${text(row, 'field')} ${format(number(row, 'notices') ?? 0)}`);
    const none = list(
      rows.filter((row) => !some.includes(row)),
      (row) => text(row, 'field'),
    );
    return language === 'zh' ? `条形图：${counted}。为零者：${none}。` : `Bars: ${counted}. None: ${none}.`;
  },
};

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
