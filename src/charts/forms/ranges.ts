import * as Plot from '@observablehq/plot';
import type { View } from '../../model/chart.ts';
import { number, text, type Row } from '../../model/row.ts';
import { LINE, LINE_HEIGHT, lineCount, lineWidth, widest, wrap } from './labels.ts';
import { isWeak } from './rows.ts';
import { COLOUR, frame, isNarrow } from './theme.ts';

interface Ranges {
  /** The column that names a line; only rows of one line compare through time. */
  line: string;
  /** The column of the heading over a group of lines, where there are groups. */
  group?: string;
  value: string;
  /** The end of the axis, which begins at zero. */
  most: number;
  colour: (row: Row) => string;
  format: (value: number) => string;
  tip: (row: Row) => string;
  /** The largest width of the names of lines on wide and on narrow drawings. */
  labelWidth: { wide: number; narrow: number };
}

const PAD = 7;
const AXIS = 26;
const BOLD = 1.08;

/**
 * A line for each series: its latest value as a large dot with its number and year, earlier ones as small dots on the range between
 * them. Rows of grade C are hollow.
 * @param rows with `year`, those of one line in the order of their years
 */
export function latestWithRange(rows: Row[], view: View, ranges: Ranges): Plot.PlotOptions {
  const narrow = isNarrow(view);
  const groupOf = (row: Row): string => (ranges.group ? text(row, ranges.group) : '');
  // Lines of two groups may have one name.
  const lineOf = (row: Row): string => `${groupOf(row)}|${text(row, ranges.line)}`;
  const names = [...new Set(rows.map(lineOf))];
  const labelOf = (name: string): string =>
    wrap(text(latest(name), ranges.line), narrow ? ranges.labelWidth.narrow : ranges.labelWidth.wide);
  const value = (row: Row): number => number(row, ranges.value) ?? 0;
  const ofLine = (name: string): Row[] => rows.filter((row) => lineOf(row) === name);
  const latest = (name: string): Row => ofLine(name).at(-1)!;
  const end = (row: Row): string => `${ranges.format(value(row))} · ${text(row, 'year')}`;
  const left = widest(names.flatMap((name) => labelOf(name).split('\n'))) + 12;
  const right = view.width - Math.ceil(widest(names.map((name) => end(latest(name)))) * BOLD) - 12;
  const x = (amount: number): number => left + (amount / ranges.most) * (right - left);
  const heads: { words: string; y: number }[] = [];
  const middles = new Map<string, number>();
  let y = AXIS;
  let group = '';
  for (const name of names) {
    const own = groupOf(latest(name));
    if (own !== group) {
      y += group === '' ? 0 : 10;
      heads.push({ words: own, y: y + LINE / 2 + 2 });
      y += LINE + 6;
      group = own;
    }
    const height = lineCount(labelOf(name)) * LINE + 2 * PAD;
    middles.set(name, y + height / 2);
    y += height;
  }
  const height = y + 6;
  const middle = (row: Row): number => middles.get(lineOf(row)) ?? 0;
  const spans = names.map((name) => {
    const values = ofLine(name).map(value);
    return {
      x1: x(Math.min(...values)),
      x2: x(Math.max(...values)),
      y: middles.get(name)!,
      row: latest(name),
    };
  });
  const isLatest = (row: Row): boolean => latest(lineOf(row)) === row;
  const steps = narrow ? 2 : 4;
  const ticks = Array.from({ length: steps + 1 }, (_, at) => (ranges.most / steps) * at);
  const lines = names.map((name) => latest(name));
  return frame(view, {
    margin: 0,
    marginTop: 0,
    marginRight: 0,
    height,
    x: { axis: null, domain: [0, view.width], range: [0, view.width] },
    y: { axis: null, domain: [0, height], range: [0, height] },
    marks: [
      Plot.ruleX(ticks, { x, y1: AXIS - 6, y2: height - 4, stroke: COLOUR.rule }),
      Plot.text(ticks, { x, y: 10, text: ranges.format, fill: COLOUR.soft, fontSize: 12 }),
      Plot.text(heads, {
        x: 0,
        y: 'y',
        text: 'words',
        textAnchor: 'start',
        fill: COLOUR.ink,
        fontWeight: 600,
      }),
      Plot.text(names, {
        x: left - 12,
        y: (name: string) => middles.get(name)!,
        text: labelOf,
        textAnchor: 'end',
        lineHeight: LINE_HEIGHT,
        fill: COLOUR.ink,
      }),
      Plot.ruleY(spans, {
        y: 'y',
        x1: 'x1',
        x2: 'x2',
        stroke: { value: ({ row }: { row: Row }) => ranges.colour(row), scale: null } as never,
        strokeOpacity: 0.35,
        strokeWidth: 4,
      }),
      Plot.dot(rows, {
        x: (row: Row) => x(value(row)),
        y: middle,
        r: (row: Row) => (isLatest(row) ? 5.5 : 3),
        fill: {
          value: (row: Row) => (isWeak(row) ? COLOUR.paper : ranges.colour(row)),
          scale: null,
        } as never,
        stroke: { value: ranges.colour, scale: null } as never,
        strokeWidth: 1.5,
        title: ranges.tip,
      }),
      Plot.text(lines, {
        x: view.width - Math.ceil(lineWidth(' ')),
        y: middle,
        text: end,
        textAnchor: 'end',
        fill: { value: ranges.colour, scale: null } as never,
        fontWeight: 600,
      }),
    ],
    r: { type: 'identity' },
  });
}
