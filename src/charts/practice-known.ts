import * as Plot from '@observablehq/plot';
import type { Chart, View } from '../model/chart.ts';
import { text, type Row } from '../model/row.ts';
import { unless } from './forms/claims.ts';
import { widest } from './forms/labels.ts';
import { isWeak, placeNames, shortName } from './forms/rows.ts';
import { COLOUR, frame, isNarrow } from './forms/theme.ts';
import { tip } from './forms/tips.ts';

const DIMENSIONS = [
  { id: 'legal-basis', en: 'Legal basis', zh: '法律依据' },
  { id: 'what', en: 'What', zh: '买什么' },
  { id: 'from-whom', en: 'From whom', zh: '向谁买' },
  { id: 'how', en: 'How', zh: '怎么买' },
  { id: 'money', en: 'Money', zh: '资金' },
  { id: 'evaluation', en: 'Evaluation', zh: '评估' },
  { id: 'problem', en: 'Problem', zh: '问题' },
  { id: 'result', en: 'Result', zh: '结果' },
] as const;
const ROW = 21;

/** For which places the practice dataset has which aspects of purchase. */
export const practiceKnown: Chart = {
  id: 'practice-known',
  topic: 'rules',
  title: {
    en: 'For more than a third of the places nothing was found on the legal basis, the evaluation or the results',
    zh: '法律依据、评估和结果，三项各有三分之一以上的地区未查到',
  },
  subtitle: {
    en: 'Places and sides of the practice. Filled: known; hollow: known from grade C only; empty: nothing found',
    zh: '地区与做法的各个方面。实心：已知；空心：仅见于 C 级来源；空白：未查到',
  },
  question: {
    en: 'What is known of how each place buys, and what is not?',
    zh: '各地怎么购买，哪些已知，哪些未知？',
  },
  note: {
    en: 'An empty tile means that we found nothing, not that nothing exists; a statement that a place has no rule of its own counts as known. Places were chosen because several sides are known, so that others are known less. Sorted by the number of sides known. For Gaoming, in vermilion, the legal basis is the province’s.',
    zh: '空白表示我们没有查到，不表示不存在；“没有本地规定”也算已知。所选地区本就是资料较多的，其他地区所知更少。按已知方面的个数排列。高明（朱红色）的法律依据为省级规定。',
  },
  tables: [
    ['practice', 'practice'],
    ['places', 'places'],
  ],
  columns: [
    { name: 'place', title: { en: 'Place', zh: '地区' } },
    { name: 'dimension', title: { en: 'Side of the practice', zh: '方面' } },
    { name: 'statement', title: { en: 'What is known', zh: '已知' } },
    { name: 'confidence', title: { en: 'Best grade', zh: '最高可信度' } },
  ],
  select([practice, places], { language }) {
    const name = placeNames(places!, language);
    const chinese = new Set(
      places!.filter((row) => text(row, 'code_system').startsWith('GB')).map((row) => text(row, 'id')),
    );
    const ids = [...new Set(practice!.map((row) => text(row, 'place')))];
    return ids
      .map((id) =>
        DIMENSIONS.flatMap((dimension) => {
          const own = practice!.filter((row) => row['place'] === id && row['dimension'] === dimension.id);
          if (own.length === 0) return [];
          return [
            {
              place: shortName(name(id), language),
              dimension: dimension[language],
              dimension_id: dimension.id,
              statement: own
                .map((row) => text(row, `statement_${language}`))
                .join(language === 'zh' ? '' : ' '),
              confidence: own.map((row) => text(row, 'confidence')).sort()[0]!,
              source_id: [...new Set(own.map((row) => text(row, 'source_id')))].join(' '),
              gaoming: id === 'gaoming',
              chinese: chinese.has(id),
            },
          ];
        }),
      )
      .sort((a, b) => Number(b[0]!.chinese) - Number(a[0]!.chinese) || b.length - a.length)
      .flat();
  },
  holds(rows) {
    const places = placesOf(rows).length;
    const least = ['legal-basis', 'evaluation', 'result'];
    const known = (dimension: string): number =>
      rows.filter((row) => row['dimension_id'] === dimension).length / places;
    return unless([
      [
        least.every((dimension) => known(dimension) < 2 / 3),
        'one of the three is known of two thirds or more',
      ],
      [
        DIMENSIONS.every(({ id }) => least.includes(id) || known(id) > 2 / 3),
        'another side is unknown as often as these three',
      ],
    ]);
  },
  plot(rows, view) {
    const places = placesOf(rows);
    const dimensions = DIMENSIONS.map((dimension) => dimension[view.language]);
    const abroad = rows.find((row) => !row['chinese']);
    const nowhere = dimensions.flatMap((dimension) =>
      places
        .filter((place) => !rows.some((row) => row['place'] === place && row['dimension'] === dimension))
        .map((place) => ({ place, dimension })),
    );
    const tile = {
      x: 'dimension',
      y: 'place',
      insetLeft: 1.5,
      insetRight: 1.5,
      insetTop: 1,
      insetBottom: 1,
    } as const;
    return frame(view, {
      marginLeft: widest(places) + 10,
      marginRight: 4,
      marginTop: isNarrow(view) ? 80 : 40,
      marginBottom: 4,
      // An empty line separates China from other countries.
      height: (places.length + (abroad ? 1 : 0)) * ROW + (isNarrow(view) ? 84 : 44),
      x: { domain: dimensions, axis: null, padding: 0 },
      y: {
        domain: places.flatMap((place) => (place === abroad?.['place'] ? [GAP, place] : [place])),
        axis: null,
        padding: 0,
      },
      marks: [
        Plot.cell(nowhere, { ...tile, fill: 'none', stroke: COLOUR.rule }),
        Plot.cell(rows, {
          ...tile,
          fill: COLOUR.blue,
          fillOpacity: (row: Row) => (isWeak(row) ? 0.15 : 1),
          stroke: { value: (row: Row) => (isWeak(row) ? COLOUR.blue : 'none'), scale: null } as never,
          title: (row: Row) =>
            tip(view.language, {
              of: [text(row, 'place'), text(row, 'dimension')],
              value: text(row, 'statement'),
              grade: row['confidence'],
            }),
        }),
        Plot.text(
          places.map((place) => rows.find((row) => row['place'] === place)!),
          {
            y: 'place',
            frameAnchor: 'left',
            text: 'place',
            textAnchor: 'end',
            dx: -6,
            fill: {
              value: (row: Row) => (row['gaoming'] ? COLOUR.gaoming : COLOUR.ink),
              scale: null,
            } as never,
          },
        ),
        heads(dimensions, view),
      ],
    });
  },
  alt: (rows, language) => {
    const places = placesOf(rows).length;
    const known = DIMENSIONS.map(({ [language]: dimension }) => {
      const count = rows.filter((row) => row['dimension'] === dimension).length;
      return `${language === 'en' ? dimension.toLowerCase() : dimension} ${count}`;
    });
    return language === 'zh'
      ? `方格图，${places} 个地区中已知的个数：${known.join('、')}。`
      : `Tiles: of ${places} places, the number of which each side is known: ${known.join(', ')}.`;
  },
};

const GAP = ' ';

const placesOf = (rows: Row[]): string[] => [...new Set(rows.map((row) => text(row, 'place')))];

/** The column headings: on phones English is rotated, and Chinese is written from top to bottom. */
function heads(dimensions: string[], view: View): Plot.Text {
  const common = { x: (dimension: string) => dimension, frameAnchor: 'top', fill: COLOUR.ink } as const;
  if (!isNarrow(view))
    return Plot.text(dimensions, { ...common, dy: -6, lineAnchor: 'bottom', lineWidth: 5, fontSize: 12 });
  return view.language === 'zh'
    ? Plot.text(dimensions, {
        ...common,
        text: (dimension: string) => [...dimension].join('\n'),
        dy: -6,
        lineAnchor: 'bottom',
      })
    : Plot.text(dimensions, { ...common, rotate: -90, dy: -6, textAnchor: 'start', lineAnchor: 'middle' });
}
