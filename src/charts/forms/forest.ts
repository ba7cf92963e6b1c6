import * as Plot from '@observablehq/plot';
import type { View } from '../../model/chart.ts';
import { number, type Row } from '../../model/row.ts';
import { LINE, LINE_HEIGHT, lineCount, widest, wrap } from './labels.ts';
import { isWeak } from './rows.ts';
import { COLOUR, frame, isNarrow } from './theme.ts';

interface Forest {
  /** The heading of a row's panel, which names the measure; only dots of one panel are comparable. */
  heading: (row: Row) => string;
  label: (row: Row) => string;
  /** The column of a share, from 0 to 1. */
  value: string;
  /** What stands behind a dot: its value in words. */
  format: (row: Row) => string;
  /** What a reader must know of the row, below its line; left to the tip on narrow drawings. */
  remark: (row: Row) => string;
  colour: (row: Row) => string;
  tip: (row: Row) => string;
  gradeHead: string;
}

const ROW = 22;
const REMARK = { size: 12, line: 14 };
const BEFORE_ROWS = 4;
const AFTER_PANEL = 18;
/** Space above the names of the axis, whose letters rise above their line. */
const TOP = 4;
const GAP = 8;
const GRADE = 14;
const LABELS = { narrow: 104, wide: 245 };
const QUARTERS = [0, 0.25, 0.5, 0.75, 1];
/** The factor by which bold text is wider. */
const BOLD = 1.08;

/**
 * Shares as dots, in a panel for each measure: a row names its base, and gives its value, its grade and what a reader must know of it.
 * All panels have the same axis, from 0 to 100 per cent. Rows of grade C are hollow.
 */
export function forestPanels(rows: Row[], view: View, forest: Forest): Plot.PlotOptions {
  const labelOf = (row: Row): string => wrap(forest.label(row), isNarrow(view) ? LABELS.narrow : LABELS.wide);
  const left = widest(rows.flatMap((row) => labelOf(row).split('\n'))) + GAP;
  const right = view.width - widest(rows.map(forest.format)) - GAP - GRADE - GAP;
  const x = (share: number): number => left + share * (right - left);
  const remarkOf = (row: Row): string =>
    isNarrow(view) ? '' : wrap(forest.remark(row), view.width - left - 4, REMARK.size);

  const heads: { words: string; y: number }[] = [];
  const shared: { words: string; y: number }[] = [];
  const lines: { y1: number; y2: number }[] = [];
  const dots: (Row & { y: number; y_remark: number; below: string })[] = [];
  let y = LINE + 6;
  for (const heading of new Set(rows.map(forest.heading))) {
    const words = wrap(heading, view.width / BOLD - 4);
    heads.push({ words, y });
    y += lineCount(words) * LINE + BEFORE_ROWS;
    const own = rows.filter((one) => forest.heading(one) === heading);
    const common = new Set(own.map(remarkOf)).size === 1 && own.length > 1;
    // A remark on all rows of a panel is written once.
    if (common && remarkOf(own[0]!)) {
      const words = wrap(forest.remark(own[0]!), view.width - 4, REMARK.size);
      shared.push({ words, y: y - BEFORE_ROWS });
      y += lineCount(words) * REMARK.line;
    }
    for (const row of own) {
      const remark = common ? '' : remarkOf(row);
      const line = Math.max(ROW, lineCount(labelOf(row)) * LINE + 4);
      dots.push({ ...row, y: y + line / 2, y_remark: y + line - 2, below: remark });
      lines.push({ y1: y, y2: y + line });
      y += line + (remark ? lineCount(remark) * REMARK.line + 3 : 0);
    }
    y += AFTER_PANEL;
  }
  const height = y - AFTER_PANEL + 4;
  const ticks = isNarrow(view) ? [0, 1] : [0, 0.5, 1];
  const grid = lines.flatMap((line) => QUARTERS.map((share) => ({ ...line, share })));
  const plain = (value: (row: Row) => string): never => ({ value, scale: null }) as never;
  const fill = (row: Row): string => (isWeak(row) ? COLOUR.paper : forest.colour(row));
  const remarks = {
    textAnchor: 'start',
    lineAnchor: 'top',
    fontSize: REMARK.size,
    lineHeight: REMARK.line / REMARK.size,
    fill: COLOUR.soft,
  } as const;
  return frame(view, {
    margin: 0,
    marginTop: 0,
    marginRight: 0,
    height,
    x: { axis: null, domain: [0, view.width], range: [0, view.width] },
    y: { axis: null, domain: [0, height], range: [0, height] },
    marks: [
      Plot.text(ticks, {
        x,
        y: TOP,
        lineAnchor: 'top',
        text: (share: number) => `${share * 100}%`,
        fill: COLOUR.soft,
        fontSize: REMARK.size,
      }),
      Plot.text([forest.gradeHead], {
        x: view.width,
        y: TOP,
        textAnchor: 'end',
        lineAnchor: 'top',
        text: (words: string) => words,
        fill: COLOUR.soft,
        fontSize: REMARK.size,
      }),
      Plot.text(heads, {
        x: 0,
        y: 'y',
        text: 'words',
        textAnchor: 'start',
        lineAnchor: 'top',
        lineHeight: LINE_HEIGHT,
        fill: COLOUR.ink,
        fontWeight: 600,
      }),
      Plot.ruleX(grid, { x: ({ share }) => x(share), y1: 'y1', y2: 'y2', stroke: COLOUR.rule }),
      Plot.ruleY(dots, {
        x1: left,
        x2: (row: Row) => x(number(row, forest.value) ?? 0),
        y: 'y',
        stroke: plain(forest.colour),
        strokeWidth: 2,
        strokeOpacity: 0.5,
      }),
      Plot.dot(dots, {
        x: (row: Row) => x(number(row, forest.value) ?? 0),
        y: 'y',
        r: 5.5,
        fill: plain(fill),
        stroke: plain(forest.colour),
        strokeWidth: 1.5,
        title: forest.tip,
      }),
      Plot.text(dots, {
        x: left - GAP,
        y: 'y',
        text: labelOf,
        textAnchor: 'end',
        lineHeight: LINE_HEIGHT,
        fill: COLOUR.ink,
      }),
      Plot.text(dots, {
        x: right + GAP,
        y: 'y',
        text: forest.format,
        textAnchor: 'start',
        fill: COLOUR.ink,
      }),
      Plot.text(dots, { x: view.width, y: 'y', text: 'confidence', textAnchor: 'end', fill: COLOUR.soft }),
      Plot.text(
        dots.filter(({ below }) => below !== ''),
        { ...remarks, x: left + 4, y: 'y_remark', text: 'below' },
      ),
      Plot.text(shared, { ...remarks, x: 0, y: 'y', text: 'words' }),
    ],
  });
}
