import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVERY_CHART, chartById } from '../../../../src/charts/charts.ts';
import { amountScale, logTicks, SCALE_CONTROL } from '../../../../src/charts/forms/amountScale.ts';
import { captionOf, citedView } from '../../../../src/charts/render/citedView.ts';
import { drawSvg, nodeEngine } from '../../../../src/charts/render/nodeEngine.ts';
import { picture } from '../../../../src/charts/render/picture.ts';
import { LANGUAGES } from '../../../../src/model/language.ts';
import { combinationsOf, fileName } from '../../../../src/model/view.ts';
import { drawnView } from '../../../../src/published/drawing.ts';
import { rowsOf } from '../chartViews.ts';

const LINEAR = { scale: 'linear' };
const amount = fc.double({ min: 0.01, max: 1e12, noNaN: true });
const room = fc.integer({ min: 2, max: 6 });

test('an axis has two labels or more, and not more than it has room for', () => {
  fc.assert(
    fc.property(fc.array(amount, { minLength: 1 }), room, (values, most) => {
      for (const controls of [{}, LINEAR]) {
        const { ticks, domain } = amountScale(values, controls, most);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(most);
        expect(new Set(ticks).size).toBe(ticks.length);
        for (const tick of ticks) {
          expect(tick).toBeGreaterThanOrEqual(domain[0]);
          expect(tick).toBeLessThanOrEqual(domain[1] * (1 + 1e-9));
        }
      }
    }),
  );
});

test('a logarithmic axis is labelled at powers of ten where it has two, else between them', () => {
  expect(logTicks([4, 20_000], 5)).toEqual([10, 100, 1000, 10_000]);
  expect(logTicks([4, 20_000], 2)).toEqual([10, 1000]);
  expect(logTicks([15, 300], 5)).toEqual([20, 50, 100, 200]);
  expect(logTicks([1010, 2270], 5)).toEqual([1500, 2000]);
});

test('a linear axis begins at zero and ends at the largest amount', () => {
  expect(amountScale([300, 1300], LINEAR, 5)).toEqual({
    type: 'linear',
    domain: [0, 1300],
    ticks: [0, 500, 1000],
  });
});

describe.each(EVERY_CHART.map((chart) => [chart.id, chart] as const))('%s', (_id, chart) => {
  const axesOf = (controls: Record<string, string>, width: number) => {
    const view = { language: 'en', width, controls } as const;
    const { x, y } = chart.plot(rowsOf(chart, view), view);
    return [x, y].filter((axis) => axis?.type === 'log');
  };

  test('every logarithmic axis has two labels at every width, and its reader may choose a linear one', () => {
    for (const controls of combinationsOf(chart))
      for (const width of [340, 480, 700, 1104]) {
        const axes = axesOf(controls, width);
        for (const axis of axes) expect((axis!.ticks as number[]).length).toBeGreaterThanOrEqual(2);
        if (axes.length > 0) expect(chart.controls).toContain(SCALE_CONTROL);
      }
  });

  test('no bar has a logarithmic scale', () => {
    if (axesOf({}, 640).length === 0) return;
    const view = { language: 'en', width: 640, controls: {} } as const;
    expect(drawSvg(chart, rowsOf(chart, view), view)).not.toContain('<rect');
  });
});

test.each(['purchases-by-place', 'unit-prices', 'social-work-agencies'])(
  'the picture, the citation, the caption and the name of a file of %s say the scale that is chosen',
  async (id) => {
    const engine = await nodeEngine();
    const at = {
      url: `https://site.example/charts/${id}/?scale=linear`,
      release: '2026.12',
      date: '2026-12-01',
    };
    for (const language of LANGUAGES) {
      const words = language === 'zh' ? '线性刻度' : 'linear scale';
      const usual = language === 'zh' ? '对数刻度' : 'logarithmic scale';
      const view = drawnView(chartById(id), language, LINEAR);
      // A long subtitle has several lines.
      const said = picture(view, engine)
        .replace(/<[^>]*>/g, ' ')
        .replace(/\s+/g, ' ');
      const caption = captionOf(view, at);
      for (const text of [said, caption]) expect(text).toContain(words);
      expect(caption).not.toContain(usual);
      expect(citedView(view, at).title).toContain(words);
      expect(citedView(drawnView(chartById(id), language), at).title).not.toMatch(/刻度|scale/);
      expect(fileName(view, 'png')).toBe(`${id}.linear.${language}.png`);
    }
  },
);
