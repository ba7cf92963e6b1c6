/** Over 250 lines: the layout of a matrix on wide and narrow drawings belongs together. */
import * as Plot from '@observablehq/plot';
import { number, text, type Row } from '../../model/row.ts';
import type { View } from '../../model/chart.ts';
import { lineCount, widest, wrap } from './labels.ts';
import { isWeak } from './rows.ts';
import { COLOUR, frame, isNarrow } from './theme.ts';

/** A column of a matrix: its head, and the names of the groups that its colours stand for. */
export interface MatrixColumn {
  id: string;
  head: string;
  groups: readonly string[];
}

interface ChipMatrix {
  columns: readonly MatrixColumn[];
  /** The head of the texts behind the rows. */
  asideHead: string;
  /** The words of a chip, where it is wide enough for words. @param fits whether the longest word of a label fits */
  label: (chip: Row, fits: (label: string) => boolean) => string;
  /** The text behind a row. */
  aside: (first: Row) => string;
  /** The column by which the rows are sorted; its head is bold. */
  sortedBy?: string;
  tip: (chip: Row) => string;
}

/** Chips with words from this width; numbers below. */
const WORDS_FROM = 600;
/** The legend below its columns from this width; in lists below. */
const KEYS_FROM = 700;
const SIZE = { name: 12, chip: 11 };
const LINE = { name: 14, chip: 12.5 };
const ASIDE = 32;
/** Between two cells, and between two chips of a cell. */
const GAP = { cell: 3, chip: 1.5 };
/** The least height of a row and of a chip. */
const LEAST = { row: 19, chip: 17 };
const NAME_WIDTH = { narrow: 70, wide: 92 };
/** The colour of a group by its number: hues whose tints also differ in grey. */
const GROUPS = [
  { colour: COLOUR.blue, tint: 0.42 },
  { colour: COLOUR.ochre, tint: 0.3 },
  { colour: COLOUR.green, tint: 0.22 },
  { colour: COLOUR.violet, tint: 0.18 },
  { colour: COLOUR.grey, tint: 0.14 },
] as const;
const groupOf = (chip: Row): (typeof GROUPS)[number] => GROUPS[number(chip, 'group_at') ?? 0]!;

const plain = (value: unknown): never => ({ value, scale: null }) as never;

/**
 * A matrix of rows and columns with chips in its cells, one a code: the colour and the number of a chip are those of its group. Chips of
 * grade C are hollow; those equal to the first row have a vermilion edge; cells without a chip are outlined.
 * @param chips with `row`, `column_id`, `group_at`, `same`, `first` and `confidence`, in the order of the rows
 */
export function chipMatrix(chips: Row[], view: View, matrix: ChipMatrix): Plot.PlotOptions {
  const words = view.width >= WORDS_FROM;
  const names = [...new Set(chips.map((chip) => text(chip, 'row')))];
  const wrappedName = (name: string): string =>
    wrap(name, isNarrow(view) ? NAME_WIDTH.narrow : NAME_WIDTH.wide, SIZE.name);
  const left =
    widest(
      names.flatMap((name) => wrappedName(name).split('\n')),
      SIZE.name,
    ) + 7;
  const width = (view.width - left - ASIDE) / matrix.columns.length;
  const inner = width - GAP.cell;
  const fits = (label: string): boolean => widest(label.split(' '), SIZE.chip) <= inner - 4;
  const labelOf = (chip: Row): string =>
    words
      ? wrap(matrix.label(chip, fits), inner - 5, SIZE.chip)
      : String((number(chip, 'group_at') ?? 0) + 1);

  const heads = columnHeads(matrix, view, left, width);
  const placed: (Row & { x1: number; x2: number; y1: number; y2: number })[] = [];
  const empty: { x1: number; x2: number; y1: number; y2: number }[] = [];
  const rows: { name: string; first: Row; y: number }[] = [];
  let y = heads.height;
  for (const name of names) {
    const own = chips.filter((chip) => chip['row'] === name);
    const stacks = matrix.columns.map(({ id }) => own.filter((chip) => chip['column_id'] === id));
    const least = (chip: Row): number => Math.max(LEAST.chip, lineCount(labelOf(chip)) * LINE.chip + 4);
    const height =
      Math.max(
        LEAST.row,
        lineCount(wrappedName(name)) * LINE.name + 2,
        ...stacks.map((stack) => stack.reduce((sum, chip) => sum + least(chip) + GAP.chip, 0)),
      ) + GAP.cell;
    stacks.forEach((stack, column) => {
      const x1 = left + column * width + GAP.cell / 2;
      const cell = { x1, x2: x1 + inner, y1: y, y2: y + height - GAP.cell };
      if (stack.length === 0) return void empty.push(cell);
      // Chips share what the cell has beyond their least heights.
      const spare = cell.y2 - y - stack.reduce((sum, chip) => sum + least(chip) + GAP.chip, -GAP.chip);
      let top = y;
      for (const chip of stack) {
        const bottom = top + least(chip) + spare / stack.length;
        placed.push({ ...chip, ...cell, y1: top, y2: bottom });
        top = bottom + GAP.chip;
      }
    });
    rows.push({ name, first: own[0]!, y: y + (height - GAP.cell) / 2 });
    y += height;
  }
  const key = legend(matrix, view, left, width, y + 12);
  const middle = (one: Row): number => ((number(one, 'y1') ?? 0) + (number(one, 'y2') ?? 0)) / 2;
  const nameColour = ({ first }: { first: Row }): string => (first['first'] ? COLOUR.gaoming : COLOUR.ink);
  const same = placed.filter((chip) => chip['same']);
  return frame(view, {
    margin: 0,
    marginTop: 0,
    marginRight: 0,
    height: key.bottom,
    x: { axis: null, domain: [0, view.width], range: [0, view.width] },
    y: { axis: null, domain: [0, key.bottom], range: [0, key.bottom] },
    marks: [
      ...heads.marks,
      Plot.rect(empty, { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', fill: 'none', stroke: COLOUR.rule }),
      Plot.rect(placed, {
        x1: 'x1',
        x2: 'x2',
        y1: 'y1',
        y2: 'y2',
        fill: plain((chip: Row) => groupOf(chip).colour),
        fillOpacity: (chip: Row) => (isWeak(chip) ? 0 : groupOf(chip).tint),
        stroke: plain((chip: Row) => groupOf(chip).colour),
        strokeOpacity: (chip: Row) => (isWeak(chip) ? 0.9 : 0),
        title: matrix.tip,
      }),
      Plot.ruleX(same, { x: 'x1', y1: 'y1', y2: 'y2', stroke: COLOUR.gaoming, strokeWidth: 3, dx: 0.5 }),
      ...[false, true].map((bold) =>
        Plot.text(
          placed.filter((chip) => Boolean(chip['same']) === bold),
          {
            x: (chip: Row) => ((number(chip, 'x1') ?? 0) + (number(chip, 'x2') ?? 0) + 2) / 2,
            y: middle,
            text: labelOf,
            fontSize: SIZE.chip,
            lineHeight: LINE.chip / SIZE.chip,
            fill: COLOUR.ink,
            fontWeight: bold ? 600 : 400,
          },
        ),
      ),
      Plot.text(rows, {
        x: left - 6,
        y: 'y',
        text: ({ name }: { name: string }) => wrappedName(name),
        textAnchor: 'end',
        fontSize: SIZE.name,
        lineHeight: LINE.name / SIZE.name,
        fill: plain(nameColour),
      }),
      Plot.text(rows, {
        x: view.width - ASIDE + 3,
        y: 'y',
        text: ({ first }: { first: Row }) => matrix.aside(first),
        textAnchor: 'start',
        fontSize: SIZE.name,
        fill: COLOUR.soft,
      }),
      ...key.marks,
    ],
  });
}

/** The heads of the columns: in lines, and on narrow drawings upright. */
function columnHeads(
  matrix: ChipMatrix,
  view: View,
  left: number,
  width: number,
): { marks: Plot.Markish[]; height: number } {
  const heads = [...matrix.columns.map(({ id, head }) => ({ id, head })), { id: '', head: matrix.asideHead }];
  const x = (at: number): number =>
    at < matrix.columns.length ? left + (at + 0.5) * width : view.width - ASIDE / 2;
  const upright = isNarrow(view);
  const shown = heads.map(({ id, head }, at) => {
    const room = at < matrix.columns.length ? width - 4 : ASIDE - 2;
    const words =
      upright && view.language === 'zh' ? [...head].join('\n') : upright ? head : wrap(head, room, SIZE.name);
    return { x: x(at), words, bold: id !== '' && id === matrix.sortedBy };
  });
  const rotated = upright && view.language === 'en';
  const height =
    8 +
    (rotated
      ? widest(
          shown.map(({ words }) => words),
          SIZE.name,
        ) * 1.08
      : Math.max(...shown.map(({ words }) => lineCount(words))) * LINE.name);
  return {
    height,
    marks: [false, true].map((bold) =>
      Plot.text(
        shown.filter((one) => one.bold === bold),
        {
          x: 'x',
          y: height - 4,
          text: 'words',
          fontSize: SIZE.name,
          lineHeight: LINE.name / SIZE.name,
          fill: COLOUR.ink,
          fontWeight: bold ? 700 : 400,
          ...(rotated
            ? { rotate: -90, textAnchor: 'start', lineAnchor: 'middle' }
            : { lineAnchor: 'bottom' }),
        },
      ),
    ),
  };
}

interface Key {
  x: number;
  y: number;
  words: string;
  /** The number of a group; none for a heading. */
  at?: number;
}

/** What the colours and numbers of each column stand for: below the column, or in lists where columns are too narrow for words. */
function legend(
  matrix: ChipMatrix,
  view: View,
  left: number,
  width: number,
  top: number,
): { marks: Plot.Markish[]; bottom: number } {
  const below = view.width >= KEYS_FROM;
  const lists = isNarrow(view) ? 2 : 4;
  const keys: Key[] = [];
  const swatch = 11;
  const place = (column: MatrixColumn, x: number, from: number, room: number): number => {
    let y = from;
    if (!below) {
      keys.push({ x, y, words: column.head });
      y += LINE.name + 1;
    }
    column.groups.forEach((group, at) => {
      const numbered = view.width >= WORDS_FROM ? group : `${at + 1} ${group}`;
      const words = wrap(numbered, room - swatch - 3, SIZE.chip);
      keys.push({ x, y, words, at });
      y += lineCount(words) * LINE.chip + 3;
    });
    return y + 6;
  };
  const bottoms: number[] = Array.from({ length: lists }, () => top);
  if (below)
    bottoms.push(
      ...matrix.columns.map((column, at) => place(column, left + at * width + GAP.cell / 2, top, width - 3)),
    );
  else {
    const room = view.width / lists;
    matrix.columns.forEach((column, at) => {
      const list = Math.floor((at * lists) / matrix.columns.length);
      bottoms[list] = place(column, list * room, bottoms[list]!, room - 6);
    });
  }
  const grouped = keys.filter(({ at }) => at !== undefined);
  const common = {
    textAnchor: 'start',
    lineAnchor: 'top',
    text: 'words',
    lineHeight: LINE.chip / SIZE.chip,
    fill: COLOUR.ink,
  } as const;
  return {
    bottom: Math.max(...bottoms),
    marks: [
      Plot.dot(grouped, {
        x: ({ x }: Key) => x + swatch / 2,
        y: ({ y }: Key) => y + LINE.chip / 2 - 0.5,
        symbol: 'square',
        r: 5,
        fill: plain(({ at }: Key) => GROUPS[at!]!.colour),
        fillOpacity: ({ at }: Key) => GROUPS[at!]!.tint,
        stroke: plain(({ at }: Key) => GROUPS[at!]!.colour),
        strokeOpacity: 0.5,
      }),
      Plot.text(grouped, { ...common, x: ({ x }: Key) => x + swatch + 3, y: 'y', fontSize: SIZE.chip }),
      Plot.text(
        keys.filter(({ at }) => at === undefined),
        { ...common, x: 'x', y: 'y', fontSize: SIZE.name, fontWeight: 600 },
      ),
    ],
  };
}
