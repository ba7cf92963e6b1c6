import type { Chart } from '../model/chart.ts';
import { number, text } from '../model/row.ts';
import { rounds, unless, valueOf } from './forms/claims.ts';
import { latestWithRange } from './forms/ranges.ts';
import { byYear, drawable, pick, placeNames } from './forms/rows.ts';
import { COLOUR } from './forms/theme.ts';
import { ofRow, tip, valued } from './forms/tips.ts';
import { percent, wholePercent } from './forms/percent.ts';

const SERVICES = [
  { id: 'home', en: 'Care at home', zh: '居家照护' },
  { id: 'homes', en: 'Care in homes', zh: '院舍照护' },
] as const;
/** The measure, and whose share it is; only points of one series are joined. `of` selects one kind of owner where rows have several. */
const SERIES = [
  {
    service: 'home',
    place: 'se',
    indicator: 'private-share-home-help-hours',
    en: 'hours, private',
    zh: '时数，私营',
  },
  {
    service: 'home',
    place: 'gb-eng',
    indicator: 'private-share-home-care',
    en: 'state-funded care, independent',
    zh: '财政出资部分，独立机构',
  },
  {
    service: 'home',
    place: 'de',
    indicator: 'share-home-care-services-run-private-owners',
    en: 'services, for profit',
    zh: '机构数，营利',
  },
  {
    service: 'home',
    place: 'jp',
    indicator: 'profit-share-home-visit-care-establishments',
    en: 'establishments, for profit',
    zh: '事业所数，营利',
  },
  {
    service: 'home',
    place: 'jp',
    indicator: 'share-private-companies-among-providers-home-care',
    en: 'establishments in a sample, companies',
    zh: '抽样事业所，企业',
  },
  {
    service: 'homes',
    place: 'se',
    indicator: 'private-share-elderly-homes',
    en: 'places or residents, private',
    zh: '床位或住户，私营',
  },
  {
    service: 'homes',
    place: 'de',
    indicator: 'share-of-nursing-home-places',
    of: 'for-profit',
    en: 'places, for profit',
    zh: '床位，营利',
  },
  {
    service: 'homes',
    place: 'de',
    indicator: 'share-of-nursing-homes',
    of: 'for-profit',
    en: 'homes, for profit',
    zh: '机构数，营利',
  },
  {
    service: 'homes',
    place: 'jp',
    indicator: 'profit-share-dementia-group-homes',
    en: 'group homes for dementia, for profit',
    zh: '认知症小组之家，营利',
  },
  {
    service: 'homes',
    place: 'jp',
    indicator: 'share-private-companies-among-providers-dementia-group-homes',
    en: 'group homes for dementia in a sample, companies',
    zh: '认知症小组之家抽样，企业',
  },
] as const;
const COLOURS: Record<string, string> = {
  se: COLOUR.blue,
  de: COLOUR.ochre,
  'gb-eng': COLOUR.green,
  jp: COLOUR.violet,
};

/** How much of the care of older people private providers do, by country and service. */
export const elderCarePrivate: Chart = {
  id: 'elder-care-private',
  topic: 'providers',
  title: {
    en: 'Independent providers gave 81% of England’s state-paid home care in 2008; private ones were 67% of Germany’s services in 2019 and worked 25% of Sweden’s hours in 2021',
    zh: '居家照护：英格兰财政出资部分 81% 由独立机构提供（2008 年），德国 67% 的机构为营利性（2019 年），瑞典 25% 的时数由私营机构提供（2021 年）',
  },
  subtitle: {
    en: 'Share of private providers in the care of older people, per cent, by what each country counts: the latest year (large dot) and earlier ones',
    zh: '养老照护中私营机构所占比例，%，口径随各国：大点为最近一年，小点为此前各年',
  },
  question: {
    en: 'How far has the care of older people gone to private providers?',
    zh: '养老照护在多大程度上交给了私营机构？',
  },
  keywords: { en: 'elderly, elder care, older people, nursing homes', zh: '养老服务, 养老机构, 护理' },
  note: {
    en: 'Levels compare only roughly: some count hours, some places, homes or establishments; private means for profit in Germany and Japan, and private or independent providers of any kind in Sweden and England. Each line is one measure of one country, across publications; its latest year is not that of the next line. Denmark’s share is of residential social care at large, not of older people’s, and is left out.',
    zh: '水平只能大致相比：有的按时数，有的按床位、机构或事业所；“私营”在德国、日本指营利，在瑞典、英格兰指各类私营或独立机构。每行为一国同一口径，跨出版物；各行最近一年不同。丹麦的比例属一般社会照护居所，不专指养老，未画。',
  },
  tables: [
    ['abroad-delivery', 'abroad-delivery'],
    ['places', 'places'],
  ],
  filters: { series: { id: 'place_id', name: 'place', title: { en: 'Countries', zh: '国家' } } },
  columns: [
    { name: 'service', title: { en: 'Service', zh: '服务' } },
    { name: 'place', title: { en: 'Country', zh: '国家' } },
    { name: 'measure', title: { en: 'What is counted', zh: '口径' } },
    { name: 'year', title: { en: 'Year', zh: '年份' } },
    { name: 'value', title: { en: 'Private share', zh: '私营占比' }, unit: 'share' },
    { name: 'confidence', title: { en: 'Grade', zh: '可信度' } },
  ],
  select([rows, places], { language }) {
    const name = placeNames(places!, language);
    return SERIES.flatMap((series) =>
      rows!
        .filter(
          (row) =>
            row['indicator'] === series.indicator &&
            row['place'] === series.place &&
            (!('of' in series) || row['delivered_by'] === series.of) &&
            drawable(row),
        )
        .map((row) => ({
          ...pick(row, ['year', 'value', 'confidence', 'source_id', 'id', 'indicator']),
          service: SERVICES.find(({ id }) => id === series.service)![language],
          place: name(series.place),
          place_id: series.place,
          measure: series[language],
        }))
        .sort(byYear),
    );
  },
  holds(rows) {
    const share = (indicator: string, year: number): number => valueOf(rows, { indicator, year });
    return unless([
      [rounds(share('private-share-home-care', 2008), 0.81, 2), 'England’s share of 2008 is not 81%'],
      [rounds(share('share-home-care-services-run-private-owners', 2019), 0.67, 2), 'Germany’s is not 67%'],
      [rounds(share('private-share-home-help-hours', 2021), 0.25, 2), 'Sweden’s is not 25%'],
    ]);
  },
  plot: (rows, view) =>
    latestWithRange(
      rows.map((row) => ({
        ...row,
        line:
          view.language === 'zh'
            ? `${text(row, 'place')}：${text(row, 'measure')}`
            : `${text(row, 'place')}: ${text(row, 'measure')}`,
      })),
      view,
      {
        line: 'line',
        group: 'service',
        value: 'value',
        most: 1,
        colour: (row) => COLOURS[text(row, 'place_id')] ?? COLOUR.grey,
        format: wholePercent,
        tip: (row) =>
          ofRow(
            row,
            tip(view.language, {
              of: [text(row, 'place'), text(row, 'measure')],
              year: row['year'],
              value: valued(row, 'value', 'share', view.language),
              grade: row['confidence'],
            }),
          ),
        labelWidth: { wide: 270, narrow: 120 },
      },
    ),
  alt: (rows, language) => {
    const list = rows.map(
      (row) => `${text(row, 'place')} ${text(row, 'year')} ${percent(number(row, 'value') ?? 0)}`,
    );
    return list.join(language === 'zh' ? '；' : '; ') + (language === 'zh' ? '。' : '.');
  },
};
