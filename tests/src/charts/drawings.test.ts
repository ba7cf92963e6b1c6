import { existsSync } from 'node:fs';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { EVERY_CHART } from '../../../src/charts/charts.ts';
import { lineWidth as estimatedWidth, SIZE } from '../../../src/charts/forms/labels.ts';
import { COLOUR } from '../../../src/charts/forms/theme.ts';
import { drawSvg } from '../../../src/charts/render/nodeEngine.ts';
import { combinationsOf } from '../../../src/model/view.ts';
import type { Chart, View } from '../../../src/model/chart.ts';
import { LANGUAGES } from '../../../src/model/language.ts';
import { drawnBoxes, lineWidth, type DrawnBox } from './drawnBoxes.ts';
import { rowsOf } from './chartViews.ts';

if (!existsSync('public/data/index.json'))
  throw new Error('run `npm run compile` before the tests of charts');

/** Widths of phones, a column of text, the widest static drawing and a wide window. */
const WIDTHS = [340, 390, 640, 860, 1280];

interface Drawing {
  view: View;
  svg: string;
  name: string;
  boxes: DrawnBox[];
}

/** Every drawing that a reader can reach, at these widths. */
const drawingsOf = (chart: Chart, widths: number[]): Drawing[] =>
  LANGUAGES.flatMap((language) =>
    combinationsOf(chart).flatMap((controls) => {
      const rows = rowsOf(chart, { language, width: 640, controls });
      // Of views with several options only the least and the greatest width, as their number multiplies.
      const drawnAt = Object.keys(controls).length > 1 ? [widths[0]!, widths.at(-1)!] : widths;
      return drawnAt.map((width) => {
        const view = { language, width, controls };
        const svg = drawSvg(chart, rows, view, chart.title[language]);
        return {
          view,
          svg,
          name: `${language} ${width} ${JSON.stringify(controls)}`,
          boxes: drawnBoxes(svg),
        };
      });
    }),
  );

const words = ({ words: characters }: DrawnBox): string => characters.replaceAll('\n', ' ');
const isEmpty = ({ boxes }: Drawing): boolean => boxes.every(({ kind }) => kind === 'text');

/** The unit that a drawing names; charts that draw no number have none. */
const UNITS: Record<string, { en: RegExp; zh: RegExp } | undefined> = {
  'five-districts-gdp': { en: /\d(bn|m) yuan/, zh: /亿元/ },
  'five-districts-population': { en: /\d[mk] people/, zh: /\d万人/ },
  'gaoming-through-time': { en: /yuan|Rules|purchases/, zh: /元|规则|购买金额/ },
  'province-tiles': {
    en: /Purchases on record|Rules|Notices|Facts|Places compared/,
    zh: /购买记录|规则|采购公告|事实|比较的地方/,
  },
  'unit-prices': { en: /\d\S* (yuan|int\. dollars)/, zh: /\d[万亿]?(元|国际元)/ },
  'purchases-by-place': { en: /\d\S* yuan/, zh: /\d[万亿]?元/ },
  'amounts-per-resident': { en: /yuan|int\. dollars/, zh: /元/ },
  'nanhai-2017-budget': { en: /\dm yuan/, zh: /\d万元/ },
  'services-procurement': { en: /yuan|int\. dollars/, zh: /元/ },
  'effects-measured': { en: /\d of \d+ better/, zh: /\d 项较好/ },
  'supplier-concentration': { en: /\d%/, zh: /\d%/ },
  'procurement-methods': { en: /\d%/, zh: /\d%/ },
  'revenue-per-resident': { en: /yuan|int\. dollars/, zh: /元/ },
  'organisations-and-workers': { en: /workers \(people\)/, zh: /（家）/ },
  'social-work-agencies': { en: /agencies/, zh: /家/ },
  'five-provinces': { en: /\d%/, zh: /\d%/ },
  'findings-problems': { en: /\d%/, zh: /\d%/ },
  'social-worker-turnover': { en: /\d%/, zh: /\d%/ },
  'new-york-late-contracts': { en: /\d%/, zh: /\d%/ },
  'policy-timeline': undefined,
  'county-units': { en: /units/, zh: /个/ },
  'practice-matrix': undefined,
  'yichang-fields': { en: /notices/, zh: /\d 条/ },
  'uk-delivery': { en: /\d%/, zh: /\d%/ },
  'uk-charity-contracts': { en: /£\d+(\.\d)?bn/, zh: /亿英镑/ },
  'children-care-providers': { en: /\d%/, zh: /\d%/ },
  'devon-care-providers': { en: /\d%/, zh: /\d%/ },
  'single-bids': { en: /\d%/, zh: /\d%/ },
  'oxford-suppliers': { en: /\d%/, zh: /\d%/ },
  'french-associations': { en: /\d%/, zh: /\d%/ },
  'elder-care-private': { en: /\d%/, zh: /\d%/ },
  'australia-employment': { en: /\d providers/, zh: /\d 家/ },
  'japan-competitive-negotiated': { en: /\d%/, zh: /\d%/ },
  'designated-managers': { en: /\d facilities/, zh: /\d 所/ },
  'philadelphia-non-profit': { en: /\d%/, zh: /\d%/ },
  'procurement-gdp': { en: /\d%/, zh: /\d%/ },
};

describe.each(EVERY_CHART.map((chart) => [chart.id, chart] as const))('%s', (id, chart) => {
  let drawn: Drawing[] | undefined;
  const drawings = (): Drawing[] => (drawn ??= drawingsOf(chart, WIDTHS));

  test('every text and every mark is within the picture, in every view and at every width', () => {
    const outside = drawings().flatMap(({ svg, name, view, boxes }) => {
      const height = Number(/ height="([\d.]+)"/.exec(svg)![1]);
      return boxes
        .filter(
          ({ left, right, top, bottom }) =>
            left < -0.5 || right > view.width + 0.5 || top < -1 || bottom > height + 1,
        )
        .map((box) => `${name}: ${words(box)}`);
    });
    expect(outside).toEqual([]);
  });

  test('no two texts overlap', () => {
    const pairs = drawings().flatMap(({ name, boxes }) => {
      const texts = boxes.filter((box) => box.kind === 'text' && box.words.trim() !== '');
      return texts.flatMap((a, at) =>
        texts
          .slice(at + 1)
          .filter(
            (b) =>
              a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1,
          )
          .map((b) => `${name}: “${words(a)}” and “${words(b)}”`),
      );
    });
    expect(pairs).toEqual([]);
  });

  test('the width of labels is not underestimated', () => {
    const narrow = drawings()
      .flatMap(({ boxes }) =>
        boxes.filter(({ kind }) => kind === 'text').flatMap(({ words: lines }) => lines.split('\n')),
      )
      .filter((line) => estimatedWidth(line) < lineWidth(line, SIZE));
    expect([...new Set(narrow)]).toEqual([]);
  });

  test('every drawn mark has a tip with its subject, value and confidence', () => {
    for (const { svg, name, view } of drawings().filter((one) => one.view.width === 640)) {
      const { document } = parseHTML(`<html><body>${svg}</body></html>`);
      const tipOf = (mark: Element): string | undefined => mark.querySelector('title')?.textContent;
      for (const mark of document.querySelectorAll('circle, rect')) {
        // The background of a bar, and tiles without rows, are not data.
        if (['none', COLOUR.rule].includes(fillOf(mark))) continue;
        expect(tipOf(mark), `${name}: ${mark.outerHTML}`).toBeTruthy();
      }
      const tips = [...document.querySelectorAll('title')].map((title) => title.textContent ?? '');
      for (const tip of tips) {
        expect(tip, name).not.toMatch(/undefined|null|NaN|\?/);
        if (view.language === 'en') expect(tip, name).not.toMatch(/[\p{Script=Han}：，（）]/u);
        else {
          expect(tip, name).toMatch(/[\p{Script=Han}\d]/u);
          expect(tip, name).not.toMatch(/ grade |: /);
          expect(tip.replace(/（[ABC] 级）$/, ''), name).toMatch(/[\p{Script=Han}%》）。”]$/u);
        }
      }
      const rows = rowsOf(chart, view);
      if (rows.some((row) => row['confidence']))
        for (const tip of tips) expect(tip, name).toMatch(/ \(grade [ABC]\)$|（[ABC] 级）$/);
      expect(tips.length, name).toBeGreaterThanOrEqual(rows.length);
    }
  });

  test('names its unit in the drawing, in both languages', () => {
    expect(
      Object.hasOwn(UNITS, id),
      `UNITS in tests/src/charts/drawings.test.ts needs the unit that "${id}" names (undefined where it draws no number)`,
    ).toBe(true);
    const unit = UNITS[id];
    for (const drawing of unit ? drawings() : []) {
      if (isEmpty(drawing)) continue;
      const characters = drawing.boxes.filter(({ kind }) => kind === 'text').map(words);
      expect(characters.join('\n'), drawing.name).toMatch(unit![drawing.view.language]);
    }
  });

  test('has text in legible colours', () => {
    const quiet: string[] = [COLOUR.quiet, COLOUR.rule];
    const faint = drawings().flatMap(({ name, boxes }) =>
      boxes
        .filter(({ kind, fill }) => kind === 'text' && quiet.includes(fill))
        .map((box) => `${name}: ${words(box)}`),
    );
    expect(faint).toEqual([]);
  });
});

/** The fill of a mark, its own or inherited from a group. */
function fillOf(mark: Element): string {
  for (let element: Element | null = mark; element; element = element.parentElement) {
    const fill = element.getAttribute('fill');
    if (fill) return fill;
  }
  return '';
}

test('a drawing with text outside the picture is detected', () => {
  const [box] = drawnBoxes(
    '<svg><g text-anchor="end"><text transform="translate(20,30)">Gaoming</text></g></svg>',
  );
  expect(box!.left).toBeLessThan(-20);
  expect(box!.right).toBe(20);
});
