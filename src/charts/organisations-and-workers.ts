import { formatShort } from '../i18n/format.ts';
import type { Chart } from '../model/chart.ts';
import { text, type Row } from '../model/row.ts';
import { rounds, unless, valueOf } from './forms/claims.ts';
import { coloursOf, yearLines } from './forms/lines.ts';
import { byYear, drawable, pick } from './forms/rows.ts';
import { COLOUR } from './forms/theme.ts';
import { rowTip, valued } from './forms/tips.ts';

const SERIES = [
  {
    id: 'social-organisations',
    en: 'Social organisations (number)',
    zh: '社会组织（家）',
    colour: COLOUR.blue,
  },
  {
    id: 'certified-social-workers',
    en: 'Certified social workers (people)',
    zh: '持证社会工作者（人）',
    colour: COLOUR.ochre,
  },
] as const;

/** Of the figures of one year the one at its end: a row with a period is of an earlier month. */
const atEndOfYear = (row: Row, _at: number, all: Row[]): boolean =>
  !row['period'] || !all.some((other) => other['year'] === row['year'] && !other['period']);

/** The capacity to provide: social organisations and certified social workers in the nation. */
export const organisationsAndWorkers: Chart = {
  id: 'organisations-and-workers',
  topic: 'people',
  title: {
    en: 'China had about one certified social worker for each social organisation in 2022, and fewer than one for four in 2013',
    zh: '全国持证社会工作者与社会组织的数量之比 2022 年约为 1∶1，2013 年不到 1∶4',
  },
  subtitle: {
    en: 'Social organisations and certified social workers in China, number, by year',
    zh: '全国社会组织数（家）与持证社会工作者数（人），按年份',
  },
  question: {
    en: 'What capacity stands behind the purchase of services?',
    zh: '购买服务的承接能力有多大？',
  },
  keywords: { en: 'NGOs, capacity, non-profits', zh: '社工, 社会组织, 承接能力' },
  note: {
    en: 'Social organisations are all that are registered: associations, foundations, private schools and hospitals too; most take no purchased services. A certificate holder need not work as a social worker. Years that were not found have no dot; 2020 is of September and 2025 of October. Where two publications differ the preferred one is drawn; grade C is hollow.',
    zh: '社会组织为全部登记数，含协会、基金会、民办学校和医院，多数不承接购买服务；持证者不一定从事社会工作。未查到的年份没有点；2020 年为 9 月数，2025 年为 10 月数。两种出版物不同的，画采用者；C 级为空心。',
  },
  tables: [
    ['social-organisations', 'social-organisations'],
    ['social-workers', 'social-workers'],
  ],
  filters: { series: { id: 'series_id', name: 'series', title: { en: 'Series', zh: '系列' } }, year: 'year' },
  columns: [
    { name: 'series', title: { en: 'Of what', zh: '类别' } },
    { name: 'year', title: { en: 'Year', zh: '年份' } },
    { name: 'value', title: { en: 'Number', zh: '数量' } },
    { name: 'precision', title: { en: 'Precision', zh: '精确度' } },
    { name: 'confidence', title: { en: 'Grade', zh: '可信度' } },
  ],
  select([organisations, workers], { language }) {
    const all = [...organisations!, ...workers!].filter((row) => row['place'] === 'cn' && drawable(row));
    return SERIES.flatMap(({ id, [language]: series }) =>
      all
        .filter((row) => row['indicator'] === id)
        .filter(atEndOfYear)
        .map((row) => ({
          ...pick(row, ['year', 'value', 'unit', 'precision', 'confidence', 'source_id', 'id']),
          series,
          series_id: id,
        }))
        .sort(byYear),
    );
  },
  holds(rows) {
    const ratio = (year: number): number =>
      valueOf(rows, { series_id: 'certified-social-workers', year }) /
      valueOf(rows, { series_id: 'social-organisations', year });
    return unless([
      [rounds(ratio(2022), 1, 1), 'there is not about one worker for each organisation in 2022'],
      [ratio(2013) < 1 / 4, 'there is one worker for four organisations, or more, in 2013'],
    ]);
  },
  plot: (rows, view) =>
    yearLines(rows, view, {
      series: 'series',
      x: 'year',
      y: 'value',
      colours: coloursOf(SERIES, view.language),
      format: (value) => formatShort(value, view.language),
      tip: (row) =>
        rowTip(view.language, row, 'series', valued(row, 'value', text(row, 'unit'), view.language)),
      within: true,
    }),
  alt: (rows, language) => {
    const said = SERIES.map(({ id }) => rows.filter((row) => row['series_id'] === id))
      .filter((own) => own.length > 0)
      .map((own) => {
        const [from, to] = [own[0]!, own.at(-1)!].map((row) => {
          const value = valued(row, 'value', text(row, 'unit'), language);
          return language === 'zh' ? `${text(row, 'year')} 年 ${value}` : `${value} in ${text(row, 'year')}`;
        });
        return language === 'zh'
          ? `${text(own[0]!, 'series')}：${from}，${to}`
          : `${text(own[0]!, 'series')}: ${from}, ${to}`;
      });
    return said.join(language === 'zh' ? '；' : '; ') + (language === 'zh' ? '。' : '.');
  },
};
