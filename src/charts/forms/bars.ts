import * as Plot from '@observablehq/plot';
import type { View } from '../../model/chart.ts';
import { number, text, type Row } from '../../model/row.ts';
import { LINE, LINE_HEIGHT, lineCount, widest, wrap } from './labels.ts';
import { isWeak } from './rows.ts';
import { COLOUR, frame, isNarrow } from './theme.ts';

interface Bars {
  /** The column of the label; labels must be unique. */
  label: string;
  value: string;
  fill: (row: Row) => string;
  /** The text at the end of a bar: the number with its unit. */
  format: (value: number, row: Row) => string;
  /** The tip of a bar. */
  tip: (row: Row) => string;
  /** The largest width of the labels on wide and on narrow drawings. */
  labelWidth?: { wide: number; narrow: number };
  /** The end of the axis, where it is not the largest value. */
  most?: number;
  /** The order of the bars; by default by value. */
  order?: 'given' | 'descending';
}

const ROW = 30;
const GAP = 8;

/** Horizontal bars from zero, one per row, each with its label on the left and its value at its end. Rows of grade C are hollow. */
export function horizontalBars(rows: Row[], view: View, bars: Bars): Plot.PlotOptions {
  const { wide, narrow } = bars.labelWidth ?? { wide: 150, narrow: 110 };
  const sorted =
    bars.order === 'given'
      ? rows
      : [...rows].sort((a, b) => (number(b, bars.value) ?? 0) - (number(a, bars.value) ?? 0));
  const values = sorted.map((row) => number(row, bars.value) ?? 0);
  const label = (row: Row): string => text(row, bars.label);
  const wrapped = (row: Row): string => wrap(label(row), isNarrow(view) ? narrow : wide);
  const valueOf = (row: Row): string => bars.format(number(row, bars.value) ?? 0, row);
  const labels = sorted.map(wrapped);
  const step = Math.max(ROW, Math.max(...labels.map(lineCount)) * LINE + 6);
  return frame(view, {
    marginLeft: widest(labels.flatMap((lines) => lines.split('\n'))) + GAP,
    marginRight: widest(sorted.map(valueOf)) + GAP,
    marginTop: 6,
    marginBottom: 6,
    height: sorted.length * step + 12,
    x: { axis: null, domain: [0, bars.most ?? Math.max(...values)] },
    y: { axis: null, domain: sorted.map(label) },
    marks: [
      Plot.barX(sorted, {
        x: bars.value,
        y: label,
        fill: { value: bars.fill, scale: null } as never,
        fillOpacity: (row: Row) => (isWeak(row) ? 0.15 : 1),
        // Only hollow bars have an outline, which would make a bar of zero visible.
        stroke: { value: (row: Row) => (isWeak(row) ? bars.fill(row) : 'none'), scale: null } as never,
        insetTop: (step - ROW) / 2 + 4,
        insetBottom: (step - ROW) / 2 + 4,
        title: bars.tip,
      }),
      // Aligned to whole pixels.
      Plot.ruleX([0], { stroke: COLOUR.soft, dx: 0.5 }),
      Plot.text(sorted, {
        x: 0,
        y: label,
        text: wrapped,
        lineHeight: LINE_HEIGHT,
        textAnchor: 'end',
        dx: -GAP,
        fill: COLOUR.ink,
      }),
      Plot.text(sorted, {
        x: bars.value,
        y: label,
        text: valueOf,
        textAnchor: 'start',
        dx: 6,
        fill: COLOUR.ink,
      }),
    ],
  });
}
