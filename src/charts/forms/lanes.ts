import * as Plot from '@observablehq/plot';
import type { View } from '../../model/chart.ts';
import { number, text, type Row } from '../../model/row.ts';
import { LINE, LINE_HEIGHT, lineCount, widest, wrap } from './labels.ts';
import { isWeak } from './rows.ts';
import { amountScale } from './amountScale.ts';
import { COLOUR, frame, isNarrow } from './theme.ts';

interface Lanes {
  /** The column whose values share a lane; it names the lane. */
  lane: string;
  value: string;
  /** The name of a lane on drawings for phones. */
  short: (lane: string) => string;
  format: (value: number) => string;
  /** A value of the axis, where `format` is too long for it. */
  tick?: (value: number) => string;
  /** The colour of a dot; blue where it is left out. */
  colour?: (row: Row) => string;
  tip: (row: Row) => string;
}

const ROW = 22;
const LABEL_WIDTH = { narrow: 118, wide: 240 };

/** Dots on lanes over the scale that is chosen, logarithmic by default, the largest dot of each lane with its number. Rows of grade C are hollow. */
export function dotLanes(rows: Row[], view: View, lanes: Lanes): Plot.PlotOptions {
  const laneOf = (row: Row): string => text(row, lanes.lane);
  const domain = [...new Set(rows.map(laneOf))];
  const largest = domain.map((lane) => rows.find((row) => laneOf(row) === lane)!);
  const colour = lanes.colour ?? (() => COLOUR.blue);
  const label = (row: Row): string => lanes.format(number(row, lanes.value) ?? 0);
  const wrapped = (row: Row): string =>
    isNarrow(view)
      ? wrap(lanes.short(text(row, lanes.lane)), LABEL_WIDTH.narrow)
      : wrap(text(row, lanes.lane), LABEL_WIDTH.wide);
  const names = largest.map(wrapped);
  const values = rows.map((row) => number(row, lanes.value) ?? 1);
  const scale = amountScale(values, view.controls, isNarrow(view) ? 2 : view.width < 760 ? 4 : 6);
  const step = Math.max(ROW, Math.max(...names.map(lineCount)) * LINE + 5);
  const left = widest(names.flatMap((name) => name.split('\n'))) + 10;
  return frame(view, {
    marginLeft: left,
    marginRight: widest(largest.map(label), 12) + 8,
    marginTop: 30,
    marginBottom: 10,
    height: Math.max(2, domain.length) * step + 44,
    x: {
      ...scale,
      axis: 'top',
      tickFormat: lanes.tick ?? lanes.format,
      label: null,
    },
    y: { domain, axis: null },
    marks: [
      Plot.gridX(scale.ticks, { stroke: COLOUR.rule }),
      // Only up to the largest dot, so that the line does not cross its number.
      Plot.ruleY(largest, { y: laneOf, x1: scale.domain[0], x2: lanes.value, stroke: COLOUR.rule }),
      Plot.text(largest, {
        y: laneOf,
        frameAnchor: 'left',
        textAnchor: 'end',
        dx: -8,
        text: wrapped,
        lineHeight: LINE_HEIGHT,
        fill: COLOUR.ink,
      }),
      Plot.dot(rows, {
        x: lanes.value,
        y: laneOf,
        r: 5,
        fill: { value: (row: Row) => (isWeak(row) ? COLOUR.paper : colour(row)), scale: null } as never,
        stroke: { value: colour, scale: null } as never,
        strokeWidth: 1.5,
        title: lanes.tip,
      }),
      // Only the largest dot of a lane has space for its number.
      Plot.text(largest, {
        x: lanes.value,
        y: laneOf,
        text: label,
        dx: 9,
        textAnchor: 'start',
        fill: COLOUR.soft,
        fontSize: 12,
      }),
    ],
  });
}
