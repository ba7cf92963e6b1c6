/** Where a table lies in a sheet: which row is its header, which rows are not data, and why. */
export interface Shape {
  /** Index of the header row. */
  header: number;
  /** Rows above the header: a title, a date, notes. */
  titles: number[];
  /** Rows below the header that are no data, by index, with the reason. */
  dropped: Map<number, string>;
}

const TOTAL =
  /^(grand total|sub-?total|total|totals|合计|总计|小计|共计|合計|総計|小計)\b|^(合计|总计|小计|共计|合計|総計|小計)/i;
const LOOKED_AT = 30;

const filled = (cells: string[]): string[] => cells.filter((cell) => cell.trim() !== '');
const isNumber = (cell: string): boolean =>
  /^[-(£$¥￥€]*[\d.,]+\)?\s*(万元|亿元|元|万|亿|%)?$/.test(cell.trim());

/**
 * Finds the header: the first row that fills most of the sheet's width with text and no numbers. Rows above it are titles; below it,
 * empty rows, the header again and totals are no data.
 */
export function findShape(rows: string[][]): Shape {
  const widths = rows.slice(0, 200).map((cells) => filled(cells).length);
  const width = mostCommon(widths.filter((count) => count > 1)) ?? Math.max(1, ...widths);
  const enough = Math.max(1, Math.ceil(width * 0.6));
  const fits = (cells: string[]): boolean =>
    filled(cells).length >= enough && filled(cells).every((cell) => !isNumber(cell));
  const found = rows.slice(0, LOOKED_AT).findIndex(fits);
  const header =
    found < 0
      ? Math.max(
          0,
          rows.findIndex((cells) => filled(cells).length > 0),
        )
      : found;
  const names = (rows[header] ?? []).map((cell) => cell.trim());
  const dropped = new Map<number, string>();
  for (let index = header + 1; index < rows.length; index += 1) {
    const cells = rows[index]!;
    const first = filled(cells)[0];
    if (first === undefined) dropped.set(index, 'empty');
    else if (cells.map((cell) => cell.trim()).join('\u001f') === names.join('\u001f'))
      dropped.set(index, 'header repeated');
    else if (TOTAL.test(first.trim()) && filled(cells).length < width) dropped.set(index, 'total');
  }
  return { header, titles: Array.from({ length: header }, (_, index) => index), dropped };
}

function mostCommon(numbers: number[]): number | undefined {
  const counts = new Map<number, number>();
  for (const one of numbers) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0];
}
