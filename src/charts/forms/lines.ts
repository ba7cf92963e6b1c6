import * as Plot from '@observablehq/plot';
import type { View } from '../../model/chart.ts';
import { number, text, type Row } from '../../model/row.ts';
import { isWeak } from './rows.ts';
import { COLOUR, frame, isNarrow } from './theme.ts';

interface Lines {
  /** The column of the series; its values are the labels at the lines' ends. */
  series: string;
  x: string;
  y: string;
  colours: ReadonlyMap<string, string>;
  format: (value: number) => string;
  height?: number;
  /** The end of the axis from zero. */
  most?: number;
  /** Room for the labels at the ends. */
  room?: { wide: number; narrow: number };
  ticks?: number[];
  /** Moves the label of a series up or down, where two ends meet. */
  nudge?: Readonly<Record<string, number>>;
  /** Every value is written above its dot, or as far below it as a function says. */
  labelled?: boolean | ((row: Row) => number);
  /** Labels are long: they stand under the top, one a line, each in its line's colour, instead of at the ends. */
  within?: boolean;
}

/** Lines over years from a zero baseline, each labelled at its end; every value a dot, of grade C a hollow one. */
export function yearLines(rows: Row[], view: View, lines: Lines): Plot.PlotOptions {
  const colour = (row: Row): string => lines.colours.get(text(row, lines.series)) ?? COLOUR.grey;
  const last = [...lines.colours.keys()]
    .map((name) => rows.filter((row) => row[lines.series] === name).at(-1))
    .filter((row) => row !== undefined);
  const room = lines.room ?? { wide: 150, narrow: 92 };
  const names = [...lines.colours.keys()].filter((name) => rows.some((row) => row[lines.series] === name));
  const wraps = isNarrow(view) ? 2 : 1;
  const values = rows.map((row) => number(row, lines.y) ?? 0);
  const below = typeof lines.labelled === 'function' ? lines.labelled : (): number => -12;
  // Numbers placed by a function keep clear of the axis on one side and of the names on the other.
  const placed = typeof lines.labelled === 'function';
  return frame(view, {
    marginLeft: isNarrow(view) ? 44 : 46,
    marginRight: isNarrow(view) ? room.narrow : room.wide,
    marginTop: lines.within ? 22 + names.length * 18 * wraps : 18,
    height: (lines.height ?? (isNarrow(view) ? 250 : 320)) + (lines.within ? names.length * 18 * wraps : 0),
    x: {
      label: null,
      inset: placed ? 26 : 0,
      tickFormat: (year: number) => String(year),
      ...(lines.ticks ? { ticks: lines.ticks } : isNarrow(view) ? { ticks: 3 } : { ticks: 6 }),
    },
    y: {
      label: null,
      domain: [0, lines.most ?? Math.max(...values)],
      nice: lines.most === undefined,
      tickFormat: lines.format,
      ticks: 5,
    },
    marks: [
      Plot.gridY({ stroke: COLOUR.rule, ticks: 5 }),
      Plot.ruleY([0], { stroke: COLOUR.soft }),
      Plot.line(rows, {
        x: lines.x,
        y: lines.y,
        z: lines.series,
        stroke: { value: colour, scale: null } as never,
        strokeWidth: 2,
      }),
      Plot.dot(rows, {
        x: lines.x,
        y: lines.y,
        r: 4,
        fill: { value: (row: Row) => (isWeak(row) ? COLOUR.paper : colour(row)), scale: null } as never,
        stroke: { value: colour, scale: null } as never,
        strokeWidth: 1.5,
        title: (row: Row) =>
          `${text(row, lines.series)} ${text(row, lines.x)}: ${lines.format(number(row, lines.y) ?? 0)}`,
      }),
      ...(lines.labelled ? [...new Set(rows.map(below))] : []).map((dy) =>
        Plot.text(
          rows.filter((row) => below(row) === dy),
          {
            x: lines.x,
            y: lines.y,
            text: (row: Row) => lines.format(number(row, lines.y) ?? 0),
            dy,
            fill: COLOUR.ink,
            fontSize: 12,
          },
        ),
      ),
      ...(lines.within ? names : []).map((name, index) =>
        Plot.text([name], {
          frameAnchor: 'top-left',
          dx: 4,
          dy: -(names.length - index) * 18 * wraps - 4,
          lineAnchor: 'top',
          text: () => `● ${name}`,
          lineWidth: (view.width - 60) / 13.5,
          fill: lines.colours.get(name)!,
          fontWeight: 600,
        }),
      ),
      ...(lines.within ? [] : last).map((row) =>
        Plot.text([row], {
          x: lines.x,
          y: lines.y,
          text: lines.series,
          textAnchor: 'start',
          dx: placed ? 18 : 9,
          dy: lines.nudge?.[text(row, lines.series)] ?? 0,
          lineWidth: (isNarrow(view) ? room.narrow : room.wide) / 14,
          fill: { value: colour, scale: null } as never,
          fontWeight: 600,
        }),
      ),
    ],
  });
}
