import * as Plot from '@observablehq/plot';
import type { View } from '../../model/chart.ts';
import { text, type Row } from '../../model/row.ts';
import { LINE, LINE_HEIGHT, lineCount, widest, wrap } from './labels.ts';
import { placed } from './legend.ts';
import { COLOUR, frame, isNarrow } from './theme.ts';

/** A kind of square: its colour, and the character in it, which tells it from others without colour. */
interface Kind {
  id: string;
  name: string;
  character: string;
  fill: string;
  ink: string;
  stroke: string;
}

interface UnitSquares {
  /** The column that names the line of a square. */
  line: string;
  /** The column of the kind of a square; squares of a line are in the order of the kinds. */
  kind: string;
  kinds: readonly Kind[];
  /** What is printed after the squares of a line. */
  total: (rows: Row[]) => string;
  tip: (row: Row) => string;
}

const LABELS = { narrow: 104, wide: 200 };
const GAP = 3;
const BETWEEN = 12;
const TOTAL_GAP = 10;
const KEY = 22;

/** One square a row, on a line for each group, coloured and marked by kind: for a few dozen results that cannot be added up otherwise. */
export function unitSquares(rows: Row[], view: View, squares: UnitSquares): Plot.PlotOptions {
  const side = isNarrow(view) ? 17 : view.width < 1000 ? 22 : 28;
  const step = side + GAP;
  const groups = [...new Set(rows.map((row) => text(row, squares.line)))].map((name) => {
    const own = rows.filter((row) => row[squares.line] === name);
    return { name: wrap(name, isNarrow(view) ? LABELS.narrow : LABELS.wide), own, total: squares.total(own) };
  });
  const left = widest(groups.flatMap(({ name }) => name.split('\n'))) + 12;
  const right = widest(
    groups.map(({ total }) => total),
    12,
  );
  const inLine = Math.max(1, Math.floor((view.width - left - right - TOTAL_GAP) / step));
  const rankOf = (row: Row): number => squares.kinds.findIndex(({ id }) => id === row[squares.kind]);

  const keys = keyLines(squares.kinds, view.width);
  let y = keys.length > 0 ? (keys.at(-1)!.line + 1) * KEY + BETWEEN : 0;
  const drawn: (Row & { x: number; y: number })[] = [];
  const labels: { words: string; y: number }[] = [];
  const totals: { words: string; x: number; y: number }[] = [];
  for (const { name, own, total } of groups) {
    const sorted = [...own].sort((a, b) => rankOf(a) - rankOf(b));
    const lines = Math.ceil(sorted.length / inLine);
    const height = Math.max(lines * step, lineCount(name) * LINE + 2);
    const top = y + (height - lines * step) / 2;
    for (const [at, row] of sorted.entries())
      drawn.push({
        ...row,
        x: left + (at % inLine) * step,
        y: top + Math.floor(at / inLine) * step,
      });
    labels.push({ words: name, y: y + height / 2 });
    const last = drawn.at(-1)!;
    totals.push({ words: total, x: last.x + side + TOTAL_GAP, y: last.y + side / 2 });
    y += height + BETWEEN;
  }
  const kindOf = (row: Row): Kind => squares.kinds[rankOf(row)]!;
  const box = (key: 'fill' | 'stroke') => ({ value: (row: Row) => kindOf(row)[key], scale: null }) as never;
  return frame(view, {
    margin: 0,
    marginTop: 0,
    marginRight: 0,
    height: y - BETWEEN + 4,
    x: { domain: [0, view.width], range: [0, view.width], axis: null },
    y: { domain: [0, y], range: [0, y], axis: null },
    marks: [
      Plot.dot(keys, {
        x: (key: Key) => key.x + 7,
        y: (key: Key) => key.line * KEY + KEY / 2,
        symbol: 'square',
        r: 6,
        fill: { value: (key: Key) => key.kind.fill, scale: null } as never,
        stroke: { value: (key: Key) => key.kind.stroke, scale: null } as never,
      }),
      Plot.text(keys, {
        x: (key: Key) => key.x + KEY - 4,
        y: (key: Key) => key.line * KEY + KEY / 2,
        text: (key: Key) => named(key.kind),
        textAnchor: 'start',
        fill: COLOUR.ink,
        fontSize: 12,
      }),
      Plot.text(labels, {
        x: left - 10,
        y: 'y',
        text: 'words',
        textAnchor: 'end',
        lineHeight: LINE_HEIGHT,
        fill: COLOUR.ink,
      }),
      Plot.rect(drawn, {
        x1: 'x',
        x2: ({ x }: { x: number }) => x + side,
        y1: 'y',
        y2: (one: { y: number }) => one.y + side,
        fill: box('fill'),
        stroke: box('stroke'),
        title: squares.tip,
      }),
      Plot.text(drawn, {
        x: ({ x }: { x: number }) => x + side / 2,
        y: (one: { y: number }) => one.y + side / 2,
        text: (row: Row) => kindOf(row).character,
        fill: { value: (row: Row) => kindOf(row).ink, scale: null } as never,
        fontWeight: 600,
        pointerEvents: 'none',
      }),
      Plot.text(totals, {
        x: 'x',
        y: 'y',
        text: 'words',
        textAnchor: 'start',
        fill: COLOUR.soft,
        fontSize: 12,
      }),
    ],
  });
}

interface Key {
  kind: Kind;
  x: number;
  line: number;
}

/** The character of a kind with its name, for the legend. */
const named = ({ character, name }: Kind): string => `${character} ${name}`;

/** The legend, placed. */
function keyLines(kinds: readonly Kind[], width: number): Key[] {
  const places = placed(
    kinds.map((kind) => ({ width: KEY + widest([named(kind)], 12) + 18 })),
    width,
  );
  return kinds.map((kind, at) => ({ kind, ...places[at]! }));
}
