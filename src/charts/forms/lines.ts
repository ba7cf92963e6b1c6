import * as Plot from '@observablehq/plot';
import type { View } from '../../model/chart.ts';
import type { Bilingual, Language } from '../../model/language.ts';
import { number, text, type Row } from '../../model/row.ts';
import { lineCount, widest, wrap } from './labels.ts';
import { placed } from './legend.ts';
import { isWeak } from './rows.ts';
import { axisUnit, COLOUR, frame, isNarrow, usualHeight } from './theme.ts';

interface Lines {
  /** The column of the series; its values are the labels at the lines' ends. */
  series: string;
  x: string;
  y: string;
  colours: ReadonlyMap<string, string>;
  /** A value on the axis, with its unit unless `unit` gives it. */
  format: (value: number) => string;
  /** The unit, above the axis, where the values on it do not name it. */
  unit?: string;
  /** The tip of a dot. */
  tip: (row: Row) => string;
  height?: number;
  /** The end of the axis from zero. */
  most?: number;
  /** The largest width of the labels at the ends. */
  labelWidth?: { wide: number; narrow: number };
  ticks?: number[];
  /** Moves the label of a series up or down, where two ends meet. */
  nudge?: Readonly<Record<string, number>>;
  /** Whether every value is written above its dot, or a function of its vertical offset. */
  labelled?: boolean | ((row: Row) => number);
  /** Whether labels are long: they are listed at the top, each in its line's colour, instead of at the ends. */
  within?: boolean;
}

/** The colours of series by their names in a language. */
export const coloursOf = (
  series: readonly (Bilingual & { colour: string })[],
  language: Language,
): ReadonlyMap<string, string> => new Map(series.map((one) => [one[language], one.colour]));

const HEAD = 18;
/** Space between the names of two series on one line. */
const BETWEEN = 18;
/** The factor by which bold text is wider. */
const BOLD = 1.08;
/** The marks of series that are named in a legend, with the character of each: colours alone cannot be distinguished in grey. */
const SYMBOLS = [
  { symbol: 'circle', character: '●' },
  { symbol: 'square', character: '■' },
  { symbol: 'triangle', character: '▲' },
  { symbol: 'diamond', character: '◆' },
  { symbol: 'triangle', character: '▼', rotate: 180 },
  { symbol: 'triangle', character: '▶', rotate: 90 },
] as const;
/** Space between the last dot and the name of its series. */
const GAP = 9;

/** Lines over years from a zero baseline, each labelled at its end; every value a dot, of grade C a hollow one. */
export function yearLines(rows: Row[], view: View, lines: Lines): Plot.PlotOptions {
  const colour = (row: Row): string => lines.colours.get(text(row, lines.series)) ?? COLOUR.grey;
  const names = [...lines.colours.keys()].filter((name) => rows.some((row) => row[lines.series] === name));
  const last = names.map((name) => rows.findLast((row) => row[lines.series] === name)!);
  const values = rows.map((row) => number(row, lines.y) ?? 0);
  const most = lines.most ?? Math.max(...values);
  const below = typeof lines.labelled === 'function' ? lines.labelled : (): number => -12;
  // Leave space for numbers placed by a function, beside the axis and the names.
  const isPlaced = typeof lines.labelled === 'function';
  const valueOf = (row: Row): string => lines.format(number(row, lines.y) ?? 0);
  const clear = isPlaced ? Math.ceil(widest(rows.map(valueOf), 12) / 2) : 0;
  const { wide, narrow } = lines.labelWidth ?? { wide: 150, narrow: 92 };
  const labelWidth = (isNarrow(view) ? narrow : wide) / BOLD;
  const atEnds = names.map((name) => wrap(name, labelWidth));
  const left = Math.max(32, widest([lines.format(most)]) + 12);
  const all = [...lines.colours.keys()];
  const symbolOf = (name: string): (typeof SYMBOLS)[number] => SYMBOLS[all.indexOf(name) % SYMBOLS.length]!;
  const legend = lines.within
    ? legendOf(
        names.map((name) => ({ name, words: `${symbolOf(name).character} ${name}` })),
        view.width - left - 28,
      )
    : [];
  /** The line of the unit, below the names. */
  const unit = lines.within && lines.unit ? HEAD : 0;
  const heads = HEAD * Math.max(0, ...legend.map(({ line, words }) => line + lineCount(words)));
  return frame(view, {
    marginLeft: left,
    marginRight: lines.within
      ? 24
      : Math.ceil(widest(atEnds.flatMap((name) => name.split('\n'))) * BOLD) + GAP + 2,
    marginTop: lines.within ? 22 + heads + unit : lines.unit ? 26 : 18,
    height: (lines.height ?? usualHeight(view)) + heads + unit,
    x: {
      label: null,
      inset: clear,
      tickFormat: (year: number) => String(year),
      ...(lines.ticks ? { ticks: lines.ticks } : isNarrow(view) ? { ticks: 3 } : { ticks: 6 }),
    },
    y: {
      label: null,
      domain: [0, most],
      nice: lines.most === undefined,
      tickFormat: lines.format,
      ticks: 5,
    },
    marks: [
      ...(lines.unit ? [axisUnit(lines.unit, left)] : []),
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
        ...(lines.within && {
          symbol: (row: Row) => symbolOf(text(row, lines.series)).symbol,
          rotate: (row: Row) => (symbolOf(text(row, lines.series)) as { rotate?: number }).rotate ?? 0,
        }),
        fill: { value: (row: Row) => (isWeak(row) ? COLOUR.paper : colour(row)), scale: null } as never,
        stroke: { value: colour, scale: null } as never,
        strokeWidth: 1.5,
        title: lines.tip,
      }),
      ...(lines.labelled ? [...new Set(rows.map(below))] : []).map((dy) =>
        Plot.text(
          rows.filter((row) => below(row) === dy),
          { x: lines.x, y: lines.y, text: valueOf, dy, fill: COLOUR.ink, fontSize: 12 },
        ),
      ),
      ...legend.map(({ name, words, x, line }) =>
        Plot.text([words], {
          frameAnchor: 'top-left',
          dx: 4 + x,
          dy: line * HEAD - heads - 4 - unit,
          lineAnchor: 'top',
          text: (one: string) => one,
          fill: lines.colours.get(name)!,
          fontWeight: 600,
        }),
      ),
      ...(lines.within ? [] : last).map((row, index) =>
        Plot.text([row], {
          x: lines.x,
          y: lines.y,
          text: () => atEnds[index]!,
          textAnchor: 'start',
          dx: GAP + (isPlaced ? clear : 0),
          dy: lines.nudge?.[text(row, lines.series)] ?? 0,
          fill: { value: colour, scale: null } as never,
          fontWeight: 600,
        }),
      ),
    ],
  });
}

/** The names of series, wrapped and placed. */
function legendOf(
  series: { name: string; words: string }[],
  width: number,
): { name: string; words: string; x: number; line: number }[] {
  const entries = series.map(({ name, words }) => ({ name, words: wrap(words, width / BOLD) }));
  const sizes = entries.map(({ words }) => ({
    width: widest(words.split('\n')) * BOLD + BETWEEN,
    lines: lineCount(words),
  }));
  const places = placed(sizes, width);
  return entries.map((entry, at) => ({ ...entry, ...places[at]! }));
}
