import type { Chart, View } from '../../model/chart.ts';
import { number, type Row } from '../../model/row.ts';
import { isNarrowed } from '../../model/view.ts';

/** The sentence of the first statement that is false; `undefined` where all are true. */
export const unless = (
  statements: readonly (readonly [isSo: boolean, otherwise: string])[],
): string | undefined => statements.find(([isSo]) => !isSo)?.[1];

/** The value of the first row that has the given cells, or NaN, for which every comparison is false. */
export const valueOf = (rows: Row[], cells: Row, column = 'value'): number =>
  number(
    rows.find((row) => Object.entries(cells).every(([name, cell]) => row[name] === cell)) ?? {},
    column,
  ) ?? Number.NaN;

/** Whether a number rounds to another at the given number of decimals: `0.491`, `0.49`, 2. */
export const rounds = (value: number, to: number, digits: number): boolean =>
  Math.abs(value - to) < 0.5 * 10 ** -digits + 1e-9;

/** @throws Error naming the chart, the title of the view and the claim that its rows do not support; it fails the build */
export function assertHolds(chart: Chart, rows: Row[], view: Pick<View, 'controls'>): void {
  // A view that leaves something out claims nothing.
  const otherwise = isNarrowed(view.controls) ? undefined : chart.holds(rows, view);
  if (otherwise === undefined) return;
  const title = chart.titleFor?.(view.controls) ?? chart.title;
  throw new Error(`the rows of the chart "${chart.id}" do not support its title “${title.en}”: ${otherwise}`);
}
