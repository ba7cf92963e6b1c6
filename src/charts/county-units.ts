import { formatNumber } from '../i18n/format.ts';
import type { Chart } from '../model/chart.ts';
import { number, text } from '../model/row.ts';
import { yearLines } from './forms/lines.ts';
import { unless, valueOf } from './forms/claims.ts';
import { pick } from './forms/rows.ts';
import { COLOUR } from './forms/theme.ts';
import { rowTip, valued } from './forms/tips.ts';

const KINDS = [
  { id: 'county', en: 'Counties', zh: '县', colour: COLOUR.blue },
  { id: 'district', en: 'City districts', zh: '市辖区', colour: COLOUR.gaoming },
  { id: 'county-level-city', en: 'County-level cities', zh: '县级市', colour: COLOUR.ochre },
  { id: 'autonomous-county', en: 'Autonomous counties', zh: '自治县', colour: COLOUR.green },
] as const;

/** County-level units of China by kind, counted from the division tables. */
export const countyUnits: Chart = {
  id: 'county-units',
  topic: 'rules',
  title: {
    en: 'City districts, the kind of unit that Gaoming is, rose from 853 in 2010 to 979 in 2023, while counties became fewer',
    zh: '像高明这样的市辖区由 2010 年的 853 个增至 2023 年的 979 个，县则减少',
  },
  subtitle: {
    en: 'Number of county-level units in the national division tables, by kind, 2010 to 2023',
    zh: '全国行政区划表中的县级单位，按类别，2010 至 2023 年，个',
  },
  question: {
    en: 'How many county-level governments are there, and of what kind?',
    zh: '全国有多少县级政府，各属哪一类？',
  },
  note: {
    en: 'Our count from published division tables at five dates; banners, autonomous banners, special districts and the forest district are in the dataset and not drawn. City districts, the kind of Gaoming, are vermilion. The thesis speaks of 374 county-level governments, which is about the number of county-level cities in 2018–2019.',
    zh: '据五个时点公布的区划表计数；旗、自治旗、特区、林区见数据集，未画。市辖区（高明所属类别）用朱红色。论文所称“374 个县级政府”约为 2018 至 2019 年县级市的个数。',
  },
  tables: [['county-divisions', 'county-divisions']],
  filters: {
    series: { id: 'kind_id', name: 'kind', title: { en: 'Kinds of unit', zh: '单位类别' } },
    year: 'year',
  },
  columns: [
    { name: 'kind', title: { en: 'Kind', zh: '类别' } },
    { name: 'year', title: { en: 'Year', zh: '年份' } },
    { name: 'units', title: { en: 'Units', zh: '个数' }, unit: 'unit' },
    { name: 'confidence', title: { en: 'Grade', zh: '可信度' } },
  ],
  select: ([rows], { language }) =>
    KINDS.flatMap((kind) =>
      rows!
        .filter((row) => row['kind'] === kind.id)
        .map((row) => ({
          ...pick(row, ['year', 'units', 'confidence', 'source_id', 'id']),
          kind: kind[language],
          kind_id: kind.id,
        })),
    ),
  holds(rows) {
    const units = (kind_id: string, year: number): number => valueOf(rows, { kind_id, year }, 'units');
    return unless([
      [units('district', 2010) === 853, 'there were not 853 city districts in 2010'],
      [units('district', 2023) === 979, 'there were not 979 city districts in 2023'],
      [units('county', 2023) < units('county', 2010), 'counties did not become fewer'],
    ]);
  },
  plot: (rows, view) =>
    yearLines(rows, view, {
      series: 'kind',
      x: 'year',
      y: 'units',
      colours: new Map(KINDS.map((kind) => [kind[view.language], kind.colour])),
      format: (value) => formatNumber(value, view.language),
      unit: view.language === 'zh' ? '个' : 'units',
      tip: (row) => rowTip(view.language, row, 'kind', valued(row, 'units', 'unit', view.language)),
      ticks: [2010, 2015, 2019, 2023],
      labelWidth: { wide: 150, narrow: 100 },
    }),
  alt: (rows, language) => {
    const ends = KINDS.flatMap(({ [language]: kind }) => {
      const own = rows.filter((row) => row['kind'] === kind);
      return own.length === 0
        ? []
        : [`${kind} ${number(own[0]!, 'units')} → ${number(own.at(-1)!, 'units')}`];
    });
    return `${text(rows[0]!, 'year')}–${text(rows.at(-1)!, 'year')}${language === 'zh' ? '：' : ': '}${ends.join(language === 'zh' ? '；' : '; ')}${language === 'zh' ? '。' : '.'}`;
  },
};
