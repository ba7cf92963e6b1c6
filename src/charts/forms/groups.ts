import * as Plot from '@observablehq/plot';
import type { View } from '../../model/chart.ts';
import { number, type Row } from '../../model/row.ts';
import { LINE, LINE_HEIGHT, lineCount, widest, wrap } from './labels.ts';
import { isWeak } from './rows.ts';
import { COLOUR, frame, isNarrow } from './theme.ts';

interface Groups {
  /** The heading of a row's group, which names the measure; only bars under one heading are comparable. */
  heading: (row: Row) => string;
  label: (row: Row) => string;
  /** The column of a share, from 0 to 1. */
  value: string;
  fill: (row: Row) => string;
  format: (row: Row) => string;
  tip: (row: Row) => string;
}

const BAR = 12;
/** Space above and below a bar with its label. */
const PAD = 3;
const BEFORE_BARS = 3;
const AFTER_GROUP = 16;
const GAP = 8;
const LABELS = { narrow: 110, wide: 240 };
/** The factor by which bold text is wider. */
const BOLD = 1.08;

/** Bars of shares in groups: each group under its heading, each bar on its own axis from 0 to 100 per cent. Rows of grade C are hollow. */
export function groupedShares(rows: Row[], view: View, groups: Groups): Plot.PlotOptions {
  const labelOf = (row: Row): string => wrap(groups.label(row), isNarrow(view) ? LABELS.narrow : LABELS.wide);
  const left = widest(rows.flatMap((row) => labelOf(row).split('\n'))) + GAP;
  const right = view.width - widest(rows.map(groups.format)) - GAP;
  const heads: { words: string; y: number }[] = [];
  const bars: (Row & { y: number })[] = [];
  let y = 2;
  for (const heading of new Set(rows.map(groups.heading))) {
    const words = wrap(heading, view.width / BOLD - 4);
    heads.push({ words, y });
    y += lineCount(words) * LINE + BEFORE_BARS;
    for (const row of rows.filter((one) => groups.heading(one) === heading)) {
      const height = Math.max(BAR, lineCount(labelOf(row)) * LINE) + 2 * PAD;
      bars.push({ ...row, y: y + height / 2 });
      y += height;
    }
    y += AFTER_GROUP;
  }
  const end = (row: Row): number => left + (number(row, groups.value) ?? 0) * (right - left);
  const band = {
    y1: (row: Row) => (number(row, 'y') ?? 0) - BAR / 2,
    y2: (row: Row) => (number(row, 'y') ?? 0) + BAR / 2,
  };
  const height = y - AFTER_GROUP + 4;
  return frame(view, {
    margin: 0,
    marginTop: 0,
    marginRight: 0,
    height,
    x: { axis: null, domain: [0, view.width], range: [0, view.width] },
    y: { axis: null, domain: [0, height], range: [0, height] },
    marks: [
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
      Plot.rect(bars, { ...band, x1: left, x2: right, fill: COLOUR.rule, fillOpacity: 0.6 }),
      Plot.rect(bars, {
        ...band,
        x1: left,
        x2: end,
        fill: { value: groups.fill, scale: null } as never,
        fillOpacity: (row: Row) => (isWeak(row) ? 0.15 : 1),
        stroke: { value: (row: Row) => (isWeak(row) ? groups.fill(row) : 'none'), scale: null } as never,
        title: groups.tip,
      }),
      Plot.text(bars, {
        x: left - GAP,
        y: 'y',
        text: labelOf,
        textAnchor: 'end',
        lineHeight: LINE_HEIGHT,
        fill: COLOUR.ink,
      }),
      Plot.text(bars, {
        x: right + GAP / 2,
        y: 'y',
        text: groups.format,
        textAnchor: 'start',
        fill: COLOUR.ink,
      }),
    ],
  });
}
