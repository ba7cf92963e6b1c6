import type { Recipe } from './recipe.ts';
import { registerCodes, registerDays, withoutQuotes } from './kosovoRegister.ts';

/** The municipalities by the name of their files: id in `data/places`, and the purchaser's name. */
const MUNICIPALITIES: Record<string, readonly [place: string, buyer: string]> = {
  Ferizaj: ['xk-ferizaj', 'Komuna e Ferizajt'],
  Gjakova: ['xk-gjakova', 'Komuna e Gjakovës'],
  Gjilan: ['xk-gjilan', 'Komuna e Gjilanit'],
  'Hani-i-Elezit': ['xk-hani-i-elezit', 'Komuna e Hanit të Elezit'],
  Prishtina: ['xk-prishtina', 'Komuna e Prishtinës'],
  Vitia: ['xk-vitia', 'Komuna e Vitisë'],
};

/**
 * Six municipalities of Kosovo, procurement registers 2010–2016, collected by Open Data Kosovo: a CSV a year without a heading; the columns are those
 * of its parser. There is no number of bids.
 */
export const kosovo: Recipe = {
  name: 'kosovo',
  title: { en: 'Six municipalities of Kosovo, procurement registers', zh: '科索沃六市采购登记簿' },
  source: 'pu-s-kosovo',
  place: 'xk',
  currency: 'EUR',
  table: 'contracts/contracts',
  files: /kosovo-municipalities.*[A-Z][\w-]*-\d{4}\.csv/,
  header: [],
  headings: [
    ...['budget_type', 'number', 'type', 'value_class', 'procedure', 'fpp_class', 'title', 'signed_date'],
    ...['estimated_value', 'contract_price', 'annex_price', 'company', 'company_seat'],
    ...['operator_local_or_foreign', 'time_limit', 'award_criteria'],
  ],
  columns: [
    { name: 'type', heading: /^type$/ },
    { name: 'procedure', heading: /^procedure$/ },
    { name: 'division', heading: /^fpp_class$/ },
    { name: 'title', heading: /^title$/ },
    { name: 'signed', heading: /^signed_date$/ },
    { name: 'estimate', heading: /^estimated_value$/, type: 'number', unreadable: 'empty' },
    { name: 'amount', heading: /^contract_price$/, type: 'number', unreadable: 'empty' },
    { name: 'supplier', heading: /^company$/ },
  ],
  split: (cells) => splitRows(cells),
  repair: (cells) => withoutYear(cells),
  stem: (file) => yearOf(file).join('-'),
  fromFile(file) {
    const [name, year] = yearOf(file);
    const [place, buyer] = MUNICIPALITIES[name]!;
    return { place, buyer, register_year: Number(year) };
  },
  derive: (_, printed) => ({
    ...registerCodes(printed),
    ...registerDays(printed['signed'] ?? ''),
    supplier: withoutQuotes(printed['supplier'] ?? '') || null,
  }),
  part: (row) => `kosovo-${String(row['register_year'])}`,
  leaveOut: (row, printed) =>
    (printed['supplier'] ?? '') === '' && !row['amount'] ? 'no award in the register' : null,
};

/** Columns of the register, and cells that a row has behind them. */
const WIDTH = 16;
/** Typographic quotation marks in place of the plain ones: `Viti”,”1”,”1”,”1”`, then a line end and the next row. */
const TYPOGRAPHIC = /^([^”]*)”,”(\d)”,”(\d)”,”(\d)”\n/;

/**
 * Two rows that became one, since the cells at the end of the first are in typographic quotation marks.
 * @returns `null` where the cells are one row
 */
export function splitRows(cells: readonly string[]): string[][] | null {
  const at = cells.findIndex((cell) => TYPOGRAPHIC.test(cell));
  if (cells.length <= WIDTH || at < 0) return null;
  const [, ...last] = TYPOGRAPHIC.exec(cells[at]!)!;
  // The row number of the second row is in the same cell, behind `",`.
  const number = /(\d+)"?$/.exec(cells[at]!)?.[1] ?? '';
  return [
    [...cells.slice(0, at), ...last],
    ['', number, ...cells.slice(at + 1)],
  ];
}

/**
 * Purchases of minimal value of Prishtina in 2015 print year and number in two columns, and no division of the vocabulary: all cells between are one
 * column to the right.
 * @returns `null` where the cells stand in their columns
 */
export function withoutYear(cells: readonly string[]): string[] | null {
  if (!/^\d{2}$/.test(cells[1] ?? '') || !/^\d{3}$/.test(cells[2] ?? '')) return null;
  return [cells[0]!, `${cells[1]!}-${cells[2]!}`, ...cells.slice(3, 6), '', ...cells.slice(6)];
}

/** Municipality and year of a file. */
function yearOf(file: string): [municipality: string, year: string] {
  const [, name, year] = /([A-Z][A-Za-z-]*)-(\d{4})\.csv/.exec(file)!;
  return [name!, year!];
}
