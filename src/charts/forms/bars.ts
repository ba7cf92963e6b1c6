import * as Plot from '@observablehq/plot';
import type { View } from '../../model/chart.ts';
import { number, text, type Row } from '../../model/row.ts';
import { isWeak } from './rows.ts';
import { COLOUR, frame, isNarrow } from './theme.ts';

interface Bars {
  /** The column of the label; equal labels would share a bar. */
  label: string;
  value: string;
  fill: (row: Row) => string;
  /** The number at the end of a bar. */
  format: (value: number) => string;
  /** Width of the labels on wide and on narrow drawings. */
  room?: { wide: number; narrow: number };
  /** Most of the axis, where it is not the data's. */
  most?: number;
  /** In which order the bars stand; by value unless said otherwise. */
  order?: 'given' | 'descending';
}

const ROW = 30;

/** Bars that lie, from zero, one a row, each with its label before and its value behind it. Rows of grade C are hollow. */
export function horizontalBars(rows: Row[], view: View, bars: Bars): Plot.PlotOptions {
  const { wide, narrow } = bars.room ?? { wide: 150, narrow: 110 };
  const room = isNarrow(view) ? narrow : wide;
  const sorted =
    bars.order === 'given'
      ? rows
      : [...rows].sort((a, b) => (number(b, bars.value) ?? 0) - (number(a, bars.value) ?? 0));
  const values = sorted.map((row) => number(row, bars.value) ?? 0);
  const label = (row: Row): string => text(row, bars.label);
  return frame(view, {
    marginLeft: room,
    marginRight: 70,
    marginTop: 6,
    marginBottom: 6,
    height: sorted.length * ROW + 12,
    x: { axis: null, domain: [0, bars.most ?? Math.max(...values)] },
    y: { axis: null, domain: sorted.map(label) },
    marks: [
      Plot.barX(sorted, {
        x: bars.value,
        y: label,
        fill: { value: bars.fill, scale: null } as never,
        fillOpacity: (row: Row) => (isWeak(row) ? 0.15 : 1),
        stroke: { value: bars.fill, scale: null } as never,
        insetTop: 4,
        insetBottom: 4,
        title: (row: Row) => `${label(row)}: ${bars.format(number(row, bars.value) ?? 0)}`,
      }),
      Plot.ruleX([0], { stroke: COLOUR.soft }),
      Plot.text(sorted, {
        x: 0,
        y: label,
        text: label,
        textAnchor: 'end',
        dx: -8,
        lineWidth: room / 13.5,
        fill: COLOUR.ink,
      }),
      Plot.text(sorted, {
        x: bars.value,
        y: label,
        text: (row: Row) => bars.format(number(row, bars.value) ?? 0),
        textAnchor: 'start',
        dx: 6,
        fill: COLOUR.ink,
      }),
    ],
  });
}
