import { describe, expect, test } from 'vitest';
import { parseHTML } from 'linkedom';
import { EVERY_CHART } from '../../../src/charts/charts.ts';
import { marksOf } from '../../../src/charts/render/emphasis.ts';
import { drawSvg } from '../../../src/charts/render/nodeEngine.ts';
import { LANGUAGES } from '../../../src/model/language.ts';
import {
  choiceOf,
  fileName,
  HIGHLIGHT,
  narrowed,
  queryOf,
  SHOW,
  showing,
  titleOf,
  YEARS,
  type Choice,
} from '../../../src/model/view.ts';
import { drawnTables, drawnView } from '../../../src/published/drawing.ts';

const FILTERED = EVERY_CHART.filter(({ filters }) => filters);

/** Each series alone, each year alone. */
function narrowViews(chart: (typeof EVERY_CHART)[number]): Choice[] {
  const { rows } = drawnView(chart, 'en');
  const { series, year } = chart.filters!;
  const different = (column: string): string[] => [...new Set(rows.map((row) => String(row[column])))];
  return [
    ...(series ? different(series.id).map((id) => ({ [SHOW]: id })) : []),
    ...(year ? different(year).map((one) => ({ [YEARS]: `${one}-${one}` })) : []),
  ];
}

describe.each(FILTERED.map((chart) => [chart.id, chart] as const))('%s', (_id, chart) => {
  test('is drawn in words and pictures of any one series and any one year, under its question', () => {
    const views = narrowViews(chart);
    expect(views.length).toBeGreaterThan(1);
    const all = drawnView(chart, 'en').rows.length;
    for (const choice of views)
      for (const language of LANGUAGES) {
        const { rows } = drawnView(chart, language, choice);
        expect(rows.length).toBeLessThan(all);
        expect(chart.alt(rows, language)).not.toMatch(/undefined|NaN|^\W*$/);
        for (const width of [350, 1104])
          expect(drawSvg(chart, rows, { language, width, controls: choice })).not.toMatch(/NaN|undefined/);
        expect(titleOf(chart, choice)).toBe(chart.question);
      }
  });

  test('gives a browser the columns that all its views need', () => {
    const tables = drawnTables(chart);
    for (const choice of [{}, ...narrowViews(chart)])
      for (const language of LANGUAGES)
        expect(
          narrowed(chart, chart.select(tables, { language, width: 736, controls: choice }), choice),
        ).toEqual(drawnView(chart, language, choice).rows);
  });

  test('has an address for a narrowed view', () => {
    const [choice] = narrowViews(chart);
    expect(choiceOf(chart, queryOf(chart, choice!))).toEqual({ choice, unknown: [] });
  });
});

test('a browser is not given columns that no view reads', () => {
  const chart = EVERY_CHART.find(({ id }) => id === 'single-bids')!;
  expect(Object.keys(drawnTables(chart)[0]![0]!).sort()).toEqual(
    ['cases', 'id', 'indicator', 'place', 'source_id', 'value', 'year'].sort(),
  );
});

test('a filter of an unknown form is reported, and several ids stand in one parameter', () => {
  const chart = EVERY_CHART.find(({ id }) => id === 'single-bids')!;
  expect(choiceOf(chart, '?years=lately&show=a b')).toEqual({
    choice: {},
    unknown: ['show=a b', 'years=lately'],
  });
  const choice = { [SHOW]: showing(['jp', 'xk-prishtina']), [YEARS]: '2012-2018' };
  expect(queryOf(chart, choice)).toBe('?show=jp%7Exk-prishtina&years=2012-2018');
  expect(choiceOf(chart, queryOf(chart, choice)).choice).toEqual(choice);
  expect(fileName(drawnView(chart, 'en', choice), 'png')).toBe('single-bids.selection.2012-2018.en.png');
});

describe.each(FILTERED.filter(({ filters }) => filters!.series).map((chart) => [chart.id, chart] as const))(
  '%s with a series highlighted',
  (_id, chart) => {
    const { rows } = drawnView(chart, 'en');
    const ids = [...new Set(rows.map((row) => String(row[chart.filters!.series!.id])))];
    const marks = (choice: Choice): Element[] => {
      const view = { language: 'en', width: 1104, controls: choice } as const;
      return marksOf(parseHTML(drawSvg(chart, rows, view)).document.documentElement);
    };
    const isFaded = (mark: Element): boolean => mark.hasAttribute('opacity');

    test.runIf(ids.length > 2)('fades the marks of others, and nothing where the series is not drawn', () => {
      expect(marks({}).filter(isFaded)).toEqual([]);
      expect(marks({ [HIGHLIGHT]: 'nowhere' }).filter(isFaded)).toEqual([]);
      for (const id of ids) {
        const own = new Set(
          rows.filter((row) => row[chart.filters!.series!.id] === id).map((row) => String(row['id'])),
        );
        for (const mark of marks({ [HIGHLIGHT]: id }))
          expect(isFaded(mark), mark.outerHTML).toBe(!own.has(mark.getAttribute('data-row')!));
      }
    });

    test('has the same title, and an address', () => {
      const choice = { [HIGHLIGHT]: ids[0]! };
      expect(titleOf(chart, choice)).toBe(chart.title);
      expect(choiceOf(chart, queryOf(chart, choice))).toEqual({ choice, unknown: [] });
    });
  },
);

test.each(EVERY_CHART.map((chart) => [chart.id, chart] as const))(
  'every mark of %s names its sources',
  (_id, chart) => {
    const { rows } = drawnView(chart, 'en');
    const svg = drawSvg(chart, rows, { language: 'en', width: 1104, controls: {} });
    const marks = svg.split('<title>').length - 1;
    expect(marks).toBeGreaterThan(0);
    // A province of which nothing was found has no source.
    const without = chart.id === 'province-tiles' ? svg.split(': nothing was found</title>').length - 1 : 0;
    expect(svg.split(' data-sources="').length - 1).toBe(marks - without);
  },
);
