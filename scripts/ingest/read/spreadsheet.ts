import type { Sheet as SheetOfBook } from 'hucre';
import { sheetOfRows, type ReadOptions, type Sheet, wantedSheets } from './sheet.ts';

/** Errors of formulas, as spreadsheets print them. */
const ERROR = /^(?:#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!)|Err:\d{3})$/;
/** Cells that are named one by one. */
const NAMED = 5;

/**
 * Every sheet of a workbook that has cells and is not hidden; a hidden one that is asked for is read. Dates become ISO 8601, numbers are written as
 * JavaScript prints them. A text that is merged over several rows is repeated in each of them; a number is not, so that no sum counts it twice.
 * @throws CommandError where `options.sheet` names no sheet
 */
export async function readWorkbook(
  bytes: Uint8Array,
  file: string,
  format: 'xlsx' | 'ods',
  options: ReadOptions = {},
): Promise<Sheet[]> {
  const { sheets } =
    format === 'xlsx'
      ? await (await import('hucre/xlsx')).readXlsx(bytes)
      : await (await import('hucre/ods')).readOds(bytes);
  const all = sheets.map((sheet) => ({ ...tableOf(sheet, file, format, options), hidden: isHidden(sheet) }));
  if (options.sheet !== undefined) return wantedSheets(all, file, options);
  const reasons = all.map((sheet) => reasonToSkip(sheet, sheet.rows));
  const kept = all.filter((_, index) => reasons[index] === '');
  // Where no sheet would be read, the first says what is wrong.
  if (kept.length === 0) return all.slice(0, 1);
  for (const [index, { sheet }] of all.entries())
    if (reasons[index] !== '') options.skipped?.(`${file}#${sheet} ${reasons[index]}`);
  return kept;
}

const isHidden = ({ hidden, veryHidden }: SheetOfBook): boolean => hidden === true || veryHidden === true;

/** Why a sheet is not read, or nothing. */
function reasonToSkip(
  { sheet, hidden }: { sheet?: string; hidden: boolean },
  rows: readonly string[][],
): string {
  const widths = rows.map((cells) => cells.filter((cell) => cell.trim() !== '').length);
  if (widths.every((width) => width === 0)) return 'is empty';
  if (hidden) return `is hidden (--sheet "${sheet}" reads it)`;
  return widths.every((width) => width < 2)
    ? `has no table, only lines of text (--sheet "${sheet}" reads it)`
    : '';
}

function tableOf(
  { name, rows, merges = [], cells: details }: SheetOfBook,
  file: string,
  format: 'xlsx' | 'ods',
  { header }: ReadOptions,
): Sheet & { rows: string[][] } {
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
  const errors: string[] = [];
  for (const [row, texts] of cells.entries())
    for (const [column, text] of texts.entries())
      if (ERROR.test(text)) {
        texts[column] = '';
        errors.push(addressOf(row, column));
      }
  const uncounted = [...(details ?? [])].flatMap(([at, { formula, value }]) => {
    const [row, column] = at.split(',').map(Number) as [number, number];
    return formula !== undefined && (value === null || value === '') && (cells[row]?.[column] ?? '') === ''
      ? [addressOf(row, column)]
      : [];
  });
  const remarks = [
    ...counted(errors, 'error of a formula', 'errors of formulas'),
    ...counted(
      uncounted.filter((at) => !errors.includes(at)),
      'formula without its result (open the file, save it and run again)',
      'formulas without their results (open the file, save it and run again)',
    ),
  ];
  const whole = { file, sheet: name, format, rows: cells, mergedFilled, remarks };
  return { ...sheetOfRows({ ...whole, ...(header === undefined ? {} : { header }) }), rows: cells };
}

const counted = (cells: readonly string[], one: string, several: string): string[] =>
  cells.length === 0
    ? []
    : [
        `${cells.length} ${cells.length === 1 ? `cell is an ${one}` : `cells are ${several}`}, left empty: ${cells.slice(0, NAMED).join(', ')}${cells.length > NAMED ? ' …' : ''}`,
      ];

/** `D4`: the name of a cell in a spreadsheet. */
function addressOf(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row + 1}`;
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
