import type { Cell } from './row.ts';

/** The most characters in an Excel cell. @see https://support.microsoft.com/office/excel-specifications-and-limits */
export const EXCEL_MAX_CHARACTERS = 32_767;

/**
 * A cell that XLSX can store: a text too long for Excel is cut and ends in an ellipsis; characters not allowed in XML become U+FFFD; what looks like
 * Office's escape of a control character (`_x0041_`) is escaped, so that it is read back unchanged.
 * @see ECMA-376, Part 1, 22.9.2.19 (ST_Xstring)
 */
export function excelText(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell;
  const whole =
    cell.length > EXCEL_MAX_CHARACTERS
      ? `${cell.slice(0, EXCEL_MAX_CHARACTERS - 1).replace(/[\ud800-\udbff]$/, '')}…`
      : cell;
  return whole
    .toWellFormed()
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_');
}
