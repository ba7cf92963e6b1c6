/** Over 250 lines: lanes of dots, events and gaps share one axis. */
import * as Plot from '@observablehq/plot';
import type { View } from '../../model/chart.ts';
import { number, type Row } from '../../model/row.ts';
import { LINE, LINE_HEIGHT, lineCount, lineWidth, widest, wrap } from './labels.ts';
import { placed } from './legend.ts';
import { COLOUR, frame, isNarrow } from './theme.ts';

/** How the mark of a row looks. */
export interface Mark {
  fill: string;
  stroke: string;
  symbol?: 'circle' | 'diamond' | 'times' | 'triangle';
}

/** A lane of a timeline: its name, and how its rows are drawn. */
export interface Lane {
  id: string;
  name: string;
  /**
   * `stack`: dots of one year above each other, some with a label beside them; `labels`: every dot on a line of its own, with its
   * label; `values`: dots at the height of their value, with the number.
   */
  kind: 'stack' | 'labels' | 'values';
  /** A span of which nothing was found, drawn as an empty frame with these words. */
  gap?: { from: number; to: number; words: string };
}

interface Timeline {
  lanes: readonly Lane[];
  /** The years at the ends of the axis. */
  from: number;
  to: number;
  mark: (row: Row) => Mark;
  /** The label of a dot: in a lane of labels of every one, in a stack of those that have one on wide drawings. */
  label?: (row: Row) => string;
  /** The number of a dot in a lane of values; empty where it has no space. */
  format?: (row: Row) => string;
  tip: (row: Row) => string;
  /** The legend, above the lanes: a character that looks like the mark, its words and its colour. */
  legend?: readonly LegendEntry[];
}

interface LegendEntry {
  character: string;
  words: string;
  colour: string;
}

const AXIS = 24;
/** The height of a lane of values between the zero and the highest dot. */
const RISE = 52;
const GAP_HEIGHT = 22;
/** Below this width a stack has no labels. */
const ROOMY = 700;
const BOLD = 1.08;
const SMALL = 12;

/** A dot with its place in pixels, and its label. */
interface Placed {
  row: Row;
  x: number;
  y: number;
  words: string;
  side: 'left' | 'right' | 'above';
  soft: boolean;
}

/**
 * Lanes over years: stacked dots, labelled dots, small series of values, and frames where nothing was found.
 * @param rows with `year` and `lane_id`; rows of a lane of values with `value`
 */
export function timeline(rows: Row[], view: View, options: Timeline): Plot.PlotOptions {
  const { lanes, from, to } = options;
  const narrow = isNarrow(view);
  const names = lanes.map((lane) => wrap(lane.name, (narrow ? view.width - 8 : 128) / BOLD));
  const left = narrow ? 10 : Math.ceil(widest(names.flatMap((name) => name.split('\n'))) * BOLD) + 16;
  const right = view.width - 14;
  const x = (year: number): number => left + ((year - from) / (to - from)) * (right - left);
  const size = Math.max(2.6, Math.min(view.width < 960 ? 4.6 : 6, ((right - left) / (to - from)) * 0.42));
  const step = 2 * size + 1.4;
  const placed: Placed[] = [];
  const heads: { words: string; x: number; y: number }[] = [];
  const bases: number[] = [];
  const frames: { x1: number; x2: number; y: number; height: number; words: string }[] = [];
  const legend = legendLines(options.legend ?? [], view.width);
  let y = legend.height + AXIS;
  const top = y;
  lanes.forEach((lane, at) => {
    const own = rows.filter((row) => row['lane_id'] === lane.id);
    const headHeight = lineCount(names[at]!) * LINE;
    if (narrow) {
      heads.push({ words: names[at]!, x: 2, y: y + 2 });
      y += headHeight + 4;
    }
    const start = y;
    if (lane.kind === 'labels')
      for (const row of own) {
        const dot = x(number(row, 'year') ?? from);
        const label = options.label?.(row) ?? '';
        const space = { right: view.width - dot - 16, left: dot - (narrow ? 0 : left) - 16 };
        const fits = (['right', 'left'] as const).find((one) => lineWidth(label) <= space[one]);
        const side = fits ?? (space.right > space.left ? 'right' : 'left');
        const words = wrap(label, space[side]);
        const height = lineCount(words) * LINE + 5;
        placed.push({ row, x: dot, y: y + height / 2, words, side, soft: false });
        y += height;
      }
    else if (lane.kind === 'values') {
      const most = Math.max(1, ...own.map((row) => number(row, 'value') ?? 0));
      const zero = y + 24 + RISE;
      for (const row of own)
        placed.push({
          row,
          x: x(number(row, 'year') ?? from),
          y: zero - ((number(row, 'value') ?? 0) / most) * RISE,
          words: options.format?.(row) ?? '',
          side: (row['side'] as Placed['side'] | undefined) ?? 'above',
          soft: false,
        });
      bases.push(zero);
      if (own.length > 0) y = zero + 4;
    } else {
      const levels = new Map<number, number>();
      const stacked = own.map((row) => {
        const year = number(row, 'year') ?? from;
        const level = levels.get(year) ?? 0;
        levels.set(year, level + 1);
        return { row, year, level };
      });
      const highest = Math.max(0, ...levels.values());
      const base = y + Math.max(highest * step, own.length > 0 ? LINE : 0);
      for (const { row, year, level } of stacked)
        placed.push({
          row,
          x: x(year),
          y: base - (level + 0.5) * step,
          words: view.width >= ROOMY ? (options.label?.(row) ?? '') : '',
          side: (row['side'] as Placed['side'] | undefined) ?? 'right',
          soft: true,
        });
      if (own.length > 0) {
        bases.push(base + 1);
        y = base + 2;
      }
    }
    if (lane.gap) {
      const [x1, x2] = [x(lane.gap.from), Math.min(x(lane.gap.to), right)];
      const words = wrap(lane.gap.words, x2 - x1 - 12, SMALL);
      const height = Math.max(GAP_HEIGHT, lineCount(words) * LINE + 8);
      frames.push({ x1, x2, y: y + 3, height, words });
      y += height + 6;
    }
    if (!narrow) {
      y = Math.max(y, start + headHeight + 2);
      heads.push({ words: names[at]!, x: left - 14, y: (start + y - headHeight) / 2 });
    }
    y += narrow ? 12 : 16;
  });
  const bottom = y - 6;
  const height = bottom + AXIS;
  const years = ticks(from, to, narrow);
  const dots = placed.map((one) => ({ ...one, ...options.mark(one.row) }));
  const dot = {
    x: 'x',
    y: 'y',
    fill: { value: 'fill', scale: null } as never,
    stroke: { value: 'stroke', scale: null } as never,
    strokeWidth: 1.5,
    title: (one: Placed) => options.tip(one.row),
  } as const;
  const [circles, shapes] = [
    dots.filter(({ symbol }) => !symbol || symbol === 'circle'),
    dots.filter(({ symbol }) => symbol && symbol !== 'circle'),
  ];
  return frame(view, {
    margin: 0,
    marginTop: 0,
    marginRight: 0,
    height,
    x: { axis: null, domain: [0, view.width], range: [0, view.width] },
    y: { axis: null, domain: [0, height], range: [0, height] },
    marks: [
      Plot.ruleX(years, { x, y1: top - 4, y2: bottom, stroke: COLOUR.rule }),
      ...[top - 14, bottom + 11].map((line) =>
        Plot.text(years, { x, y: line, text: String, fill: COLOUR.soft, fontSize: SMALL }),
      ),
      Plot.ruleY(bases, { y: (base: number) => base, x1: left, x2: right, stroke: COLOUR.quiet }),
      Plot.rect(frames, {
        x1: 'x1',
        x2: 'x2',
        y1: 'y',
        y2: (one: (typeof frames)[number]) => one.y + one.height,
        rx: 3,
        fill: 'none',
        stroke: COLOUR.gaoming,
      }),
      Plot.text(frames, {
        x: (one: (typeof frames)[number]) => (one.x1 + one.x2) / 2,
        y: (one: (typeof frames)[number]) => one.y + one.height / 2,
        text: 'words',
        lineHeight: LINE / SMALL,
        fontSize: SMALL,
        fill: COLOUR.soft,
      }),
      Plot.text(heads, {
        x: 'x',
        y: 'y',
        text: 'words',
        textAnchor: narrow ? 'start' : 'end',
        lineAnchor: 'top',
        lineHeight: LINE_HEIGHT,
        fill: COLOUR.ink,
        fontWeight: 600,
      }),
      Plot.ruleX(
        dots.filter(({ row }) => lanes.find(({ id }) => id === row['lane_id'])?.kind === 'values'),
        {
          x: 'x',
          y1: 'y',
          y2: (one: Placed) => bases.find((base) => base >= one.y),
          stroke: { value: 'stroke', scale: null } as never,
          strokeOpacity: 0.4,
          strokeWidth: 2,
        },
      ),
      Plot.dot(circles, { ...dot, r: size }),
      ...[...new Set(shapes.map(({ symbol }) => symbol!))].map((symbol) =>
        Plot.dot(
          shapes.filter((one) => one.symbol === symbol),
          { ...dot, r: size, symbol },
        ),
      ),
      ...(['left', 'right', 'above'] as const).map((side) =>
        Plot.text(
          dots.filter((one) => one.side === side && one.words !== ''),
          {
            x: 'x',
            y: 'y',
            dx: side === 'left' ? -size - 5 : side === 'right' ? size + 5 : 0,
            dy: side === 'above' ? -size - 8 : 0,
            textAnchor: side === 'left' ? 'end' : side === 'right' ? 'start' : 'middle',
            text: 'words',
            lineHeight: LINE_HEIGHT,
            fill: { value: (one: Placed) => (one.soft ? COLOUR.soft : COLOUR.ink), scale: null } as never,
          },
        ),
      ),
      ...legend.marks,
    ],
  });
}

/** The years that are written on the axis. */
function ticks(from: number, to: number, narrow: boolean): number[] {
  const every = to - from > 30 ? 10 : narrow ? 10 : 5;
  const first = Math.ceil(from / every) * every;
  return Array.from({ length: Math.floor((to - first) / every) + 1 }, (_, at) => first + at * every);
}

/** The legend in as many lines as it needs. */
function legendLines(
  entries: readonly LegendEntry[],
  width: number,
): { height: number; marks: Plot.Markish[] } {
  const words = entries.map((entry) => `${entry.character} ${entry.words}`);
  const sizes = words.map((entry) => ({ width: Math.ceil(lineWidth(entry) * BOLD) + 16 }));
  const places = placed(sizes, width - 2);
  const set = places.map(({ x, line }, at) => ({
    entry: words[at]!,
    colour: entries[at]!.colour,
    x: 2 + x,
    y: 10 + line * 20,
  }));
  return {
    height: entries.length > 0 ? (places.at(-1)!.line + 1) * 20 + 4 : 0,
    marks: [
      Plot.text(set, {
        x: 'x',
        y: 'y',
        text: 'entry',
        textAnchor: 'start',
        fill: { value: 'colour', scale: null } as never,
        fontWeight: 600,
      }),
    ],
  };
}
