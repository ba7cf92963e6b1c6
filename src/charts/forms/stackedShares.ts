import * as Plot from '@observablehq/plot';
import type { Language } from '../../model/language.ts';
import { number, text, type Row } from '../../model/row.ts';
import type { View } from '../../model/chart.ts';
import { widest } from './labels.ts';
import { wholePercent } from './percent.ts';
import { COLOUR, frame, isNarrow } from './theme.ts';
import { rowTip } from './tips.ts';

/** A group of a whole, in the order in which the groups are stacked. */
export interface ShareGroup {
  id: string;
  en: string;
  zh: string;
  colour: string;
  /** What is not known: drawn in grey, with dark digits. */
  unknown?: true;
}

/** Height of a line of the legend. */
const LINE = 18;
/** Shares below it have no number in their segment. */
const LEGIBLE = 0.08;
const finely = (share: number): string => `${(share * 100).toFixed(1)}%`;

/**
 * Bars of a whole by year, each cut into the shares of its groups; the share of one small group stands behind the bar.
 * @param rows with `year`, `group` (the name in the language), `group_id` and `share`
 * @param bound the id of the group whose share is printed behind the bar
 * @param sign before that share: by default that of a lower bound
 */
export function stackedShares(
  rows: readonly Row[],
  view: View,
  groups: readonly ShareGroup[],
  bound: string,
  sign = '≥ ',
): ReturnType<typeof frame> {
  const names = groups.map((group) => group[view.language]);
  const years = new Set(rows.map((row) => number(row, 'year') ?? 0)).size;
  const groupOf = (row: Row): ShareGroup => groups.find(({ id }) => id === row['group_id'])!;
  const small = groups.find(({ id }) => id === bound)!;
  const columns = isNarrow(view) ? 1 : 2;
  const lines = Math.ceil(groups.length / columns);
  const head = lines * LINE + 10;
  return frame(view, {
    marginLeft: 46,
    marginRight: widest([`${sign}0.0%`]) + 12,
    marginTop: head,
    marginBottom: 6,
    height: years * (years > 8 ? 26 : 32) + head + 6,
    x: { domain: [0, 1], axis: null },
    y: { label: null, tickSize: 0, tickFormat: String, type: 'band' },
    marks: [
      Plot.barX(rows, {
        x: 'share',
        y: 'year',
        z: 'group',
        order: names,
        fill: { value: (row: Row) => groupOf(row).colour, scale: null },
        insetRight: 0.3,
        insetTop: 3,
        insetBottom: 3,
        title: (row: Row) => rowTip(view.language, row, 'group', finely(number(row, 'share') ?? 0)),
      } as never),
      Plot.text(
        rows,
        Plot.stackX({
          x: 'share',
          y: 'year',
          z: 'group',
          order: names,
          text: (row: Row) =>
            (number(row, 'share') ?? 0) > LEGIBLE ? wholePercent(number(row, 'share')!) : '',
          fill: { value: (row: Row) => (groupOf(row).unknown ? COLOUR.ink : COLOUR.paper), scale: null },
          fontWeight: 600,
        } as never) as Plot.TextOptions,
      ),
      ...groups.map((group, index) =>
        Plot.text([group[view.language]], {
          frameAnchor: 'top-left',
          dx: ((index % columns) * (view.width - 110)) / columns,
          dy: (Math.floor(index / columns) - lines) * LINE - 4,
          text: (name: string) => `■ ${name}`,
          fill: group.unknown ? COLOUR.grey : group.colour,
          fontWeight: 600,
        }),
      ),
      Plot.text(
        rows.filter((row) => row['group_id'] === bound),
        {
          x: 1,
          y: 'year',
          text: (row: Row) => `${sign}${finely(number(row, 'share') ?? 0)}`,
          textAnchor: 'start',
          dx: 8,
          fill: small.colour,
          fontWeight: 600,
        },
      ),
    ],
  });
}

/** `Companies: 2014 68.2%, 2015 …; Public bodies: …` */
export function sharesInWords(
  rows: readonly Row[],
  language: Language,
  groups: readonly ShareGroup[],
): string {
  const zh = language === 'zh';
  const parts = groups.map(({ id, [language]: group }) => {
    const list = rows
      .filter((row) => row['group_id'] === id)
      .map((row) => `${text(row, 'year')} ${finely(number(row, 'share') ?? 0)}`)
      .join(zh ? '、' : ', ');
    return `${group}${zh ? '：' : ': '}${list}`;
  });
  return parts.join(zh ? '；' : '; ') + (zh ? '。' : '.');
}

/** Sums of a column by year and group, with their shares of the year. @param groupOf the id of the group of a row */
export function sharesByYear(
  rows: readonly Row[],
  language: Language,
  groups: readonly ShareGroup[],
  yearOf: (row: Row) => number,
  groupOf: (row: Row) => string,
): Row[] {
  const sum = (some: readonly Row[]): number =>
    some.reduce((total, row) => total + (number(row, 'amount') ?? 0), 0);
  return [...new Set(rows.map(yearOf))].sort().flatMap((year) => {
    const own = rows.filter((row) => yearOf(row) === year);
    const whole = sum(own);
    return groups.map(({ id, [language]: group }) => {
      const amount = sum(own.filter((row) => groupOf(row) === id));
      return {
        year,
        group,
        amount: Math.round(amount),
        share: amount / whole,
        source_id: own[0]!['source_id'] ?? null,
        group_id: id,
      };
    });
  });
}
