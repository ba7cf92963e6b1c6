import { readXlsx } from 'hucre/xlsx';
import { sheetOfRows, wantedSheets, type ReadOptions, type Sheet } from './sheet.ts';

/**
 * Every sheet of a workbook. Dates become ISO 8601, numbers are written as JavaScript prints them. A text that is merged over several rows is
 * repeated in each of them; a number is not, so that no sum counts it twice.
 * @throws CommandError where `options.sheet` names no sheet
 */
export async function readWorkbook(
  bytes: Uint8Array,
  file: string,
  options: ReadOptions = {},
): Promise<Sheet[]> {
  const { sheets } = await readXlsx(bytes);
  const all = sheets.map(({ name, rows, merges = [] }) => {
    const cells = rows.map((row) => Array.from(row ?? [], cellText));
    // A row whose cells are all merged with the row above is not a separate row.
    const own = cells.map((row) => row.some((cell) => cell !== ''));
    let mergedFilled = 0;
    for (const { startRow, startCol, endRow } of merges) {
      const above = cells[startRow]?.[startCol] ?? '';
      if (above === '' || Number.isFinite(Number(above))) continue;
      for (let row = startRow + 1; row <= endRow && row < cells.length; row += 1)
        if (own[row] && (cells[row]![startCol] ?? '') === '') {
          cells[row]![startCol] = above;
          mergedFilled += 1;
        }
    }
    return sheetOfRows({ file, sheet: name, format: 'xlsx', rows: cells, mergedFilled });
  });
  return wantedSheets(all, file, options);
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    if (Number.isNaN(value.valueOf())) return '';
    const [day, time] = value.toISOString().split('T');
    return time!.startsWith('00:00:00') ? day! : `${day} ${time!.slice(0, 8)}`;
  }
  return String(value);
}
