import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { EVERY_CHART } from '../../../src/charts/charts.ts';
import { drawSvg } from '../../../src/charts/render/nodeEngine.ts';
import type { Chart } from '../../../src/model/chart.ts';
import type { Row } from '../../../src/model/row.ts';
import { selectRows } from '../../../src/published/drawing.ts';

/** Columns of numbers that a position on an axis could represent. */
const numericColumns = (rows: Row[]): string[] =>
  [...new Set(rows.flatMap((row) => Object.keys(row)))].filter(
    (name) => rows.filter((row) => typeof row[name] === 'number').length >= 2,
  );

interface Mark {
  attributes: Record<string, number>;
  title: string;
}

function marksOf(chart: Chart, width: number, tag: string): { marks: Mark[]; rows: Row[] } {
  const view = { language: 'en', width, controls: {} } as const;
  const rows = selectRows(chart, view);
  const { document } = parseHTML(`<!doctype html><html><body>${drawSvg(chart, rows, view)}</body></html>`);
  // A dot of another shape is a path, moved to its position.
  const marks = [...document.querySelectorAll(tag === 'circle' ? 'circle, path[transform]' : tag)]
    .filter((element) => element.querySelector('title'))
    .map((element) => {
      const [, cx, cy] =
        /translate\(([-\d.]+),([-\d.]+)\)/.exec(element.getAttribute('transform') ?? '') ?? [];
      return {
        title: element.querySelector('title')!.textContent!,
        attributes: Object.fromEntries([
          ...['x', 'y', 'width', 'height', 'cx', 'cy'].flatMap((name) =>
            element.getAttribute(name) === null ? [] : [[name, Number(element.getAttribute(name))]],
          ),
          ...(cx === undefined
            ? []
            : [
                ['cx', Number(cx)],
                ['cy', Number(cy)],
              ]),
        ]) as Record<string, number>,
      };
    });
  return { marks, rows };
}

/** Whether lengths are proportional to values, paired by size. */
function proportional(lengths: number[], values: number[]): boolean {
  const [a, b] = [[...lengths].sort((x, y) => x - y), [...values].sort((x, y) => x - y)];
  const scale = a.at(-1)! / b.at(-1)!;
  return a.every((length, at) => Math.abs(length - b[at]! * scale) <= Math.max(1.1, 0.01 * a.at(-1)!));
}

/** Whether positions are linear in the values or in their logarithms, paired by size. */
function affine(positions: number[], values: number[]): boolean {
  const fits = (xs: number[], ys: number[]): boolean => {
    const [x0, x1, y0, y1] = [xs[0]!, xs.at(-1)!, ys[0]!, ys.at(-1)!];
    if (x0 === x1) return false;
    return ys.every((y, at) => Math.abs(y - (y0 + ((xs[at]! - x0) * (y1 - y0)) / (x1 - x0))) < 1.5);
  };
  const up = [...positions].sort((a, b) => a - b);
  const sorted = [...values].sort((a, b) => a - b);
  const logs = sorted.every((value) => value > 0) ? [sorted.map(Math.log)] : [];
  return [sorted, ...logs].some(
    (xs) =>
      fits(xs, up) ||
      fits(
        [...xs].reverse().map((x) => -x),
        up,
      ),
  );
}

const withMarks = (tag: string): [string, Chart][] =>
  EVERY_CHART.filter((chart) => {
    const { marks } = marksOf(chart, 640, tag);
    const sizes = new Set(
      marks.map(({ attributes }) => Math.round(attributes['width'] ?? attributes['cx'] ?? 0)),
    );
    // Tiles all have one size.
    return marks.length >= 2 && sizes.size > 1;
  }).map((chart) => [chart.id, chart]);

describe('a bar is as long as its value, from zero', () => {
  test.each(withMarks('rect'))('%s', (_id, chart) => {
    const { marks, rows } = marksOf(chart, 640, 'rect');
    const lengths = marks.map(({ attributes }) => attributes['width']!);
    // One column, or two that are drawn over each other.
    const names = numericColumns(rows);
    const columns = [
      ...names.map((name) => [name]),
      ...names.flatMap((a, at) => names.slice(at + 1).map((b) => [a, b])),
    ].filter((some) => {
      const values = some
        .flatMap((name) => rows.map((row) => row[name]))
        .filter((value): value is number => typeof value === 'number');
      return values.length === marks.length && proportional(lengths, values);
    });
    expect(columns, `widths ${lengths.map(Math.round).join(' ')}`).not.toEqual([]);
  });
});

describe('a dot is at the position of its value', () => {
  test.each(withMarks('circle'))('%s', (_id, chart) => {
    const { marks, rows } = marksOf(chart, 640, 'circle');
    const found = numericColumns(rows).some((name) => {
      const values = rows
        .map((row) => row[name])
        .filter((value): value is number => typeof value === 'number');
      return (
        values.length === marks.length &&
        (['cx', 'cy'] as const).some((axis) =>
          affine(
            marks.map(({ attributes }) => attributes[axis]!),
            values,
          ),
        )
      );
    });
    expect(found).toBe(true);
  });
});

test('a wrong scale would not pass', () => {
  expect(proportional([10, 20, 30], [1, 2, 3])).toBe(true);
  expect(proportional([60, 70, 80], [1, 2, 3])).toBe(false);
  expect(affine([5, 15, 25], [1, 2, 3])).toBe(true);
  expect(affine([5, 9, 25], [1, 2, 3])).toBe(false);
});
