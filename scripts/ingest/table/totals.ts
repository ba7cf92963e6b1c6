import { isNumber } from '../read/printedNumber.ts';

/** Words of a total that stand alone in their cell: en, zh, ja, ko, es, pt, fr, de, it, nl, pl, cs, hu, hr, sv, fi, tr, ru, el. */
const WORDS = [
  '(?:grand |overall )?totals?|sub-?totals?|sum|total sum',
  '[合总總小共]\\s*[计計]|总和|總和|[本全][页頁][小合][计計]|計|累[计計]',
  '합\\s*계|소\\s*계|총\\s*계|계',
  'total general|total geral|suma(?: total)?|soma',
  'total g[ée]n[ée]ral|sous-total|totaux',
  '(?:gesamt|zwischen|end)?summe|gesamt|insgesamt',
  '(?:sub)?totale(?: generale)?|totali',
  '(?:eind|sub)?totaal',
  'razem|ogółem|łącznie|celkem|összesen|ukupno|summa|totalt|yhteensä|toplam|итого|всего|σύνολο',
].join('|');
const ALONE = new RegExp(`^(?:${WORDS})\\s*[:：]?$`, 'iu');
/** `Total for March`, `Total of all departments`: words that a name does not continue with. */
const TOTAL_OF = /^(?:grand |sub-?)?totals? (?:for|of)\b/i;
/** `Housing total`, `机关小计`: a total only where its amount is the sum. */
const ENDS = /(?:^|\s)(?:sub-?)?totals?\s*[:：]?$|[合小总總]\s*[计計]\s*[:：]?$/i;

/** Words of a note below or within a table. */
const NOTE =
  /^[*※†＊#（(【[]*\s*\d{0,2}[)）】\].、]?\s*(?:(?:注|附注|备注|備註|說明|说明|注意|資料來源|资料来源|数据来源|来源|來源|出典|備考|주|비고|출처|자료)\s*\d*\s*[:：.、]|注\s*\d|(?:notes?|n\.?b\.?|source|sources|footnotes?|disclaimer|caveat|quelle|hinweis|anmerkung|fuente|nota|notas|observaciones|fonte|fontes|bron|opmerking|źródło|uwaga|remarque|примечание|источник)\s*\d*\s*[:：.)-]|end of (?:report|file|list|table)\b|(?:report|data) (?:generated|extracted|produced)\b|(?:generated|prepared|produced|extracted|printed) (?:on|by|at)\b|last updated\b|page \d+ of \d+|© |copyright\b)/iu;
/** The line of whoever filled a form in. */
const SIGNATURE =
  /^(?:填表人|填报人|填報人|制表人?|製表人?|审核人?|審核人?|复核人?|經辦人|经办人|负责人|單位負責人|单位负责人|联系人|聯絡人|填表日期|填报日期|作成者|担当者|작성자|prepared by|approved by|authori[sz]ed by|contact)\s*[:：]/i;

/** The least length of a sentence below a table that no word marks as a note. */
const SENTENCE = 40;

/** What a row below the header is besides data. `maybe total` is one where its amounts are the sums of the rows above. */
export type RowKind = 'total' | 'maybe total' | 'note' | 'narrow' | null;

/**
 * The kind of a row by its position and wording. `narrow`: one text in a table of several columns, a note where nothing follows it.
 * @param width the most common number of filled cells in a row
 */
export function kindOfRow(cells: readonly string[], width: number): RowKind {
  let count = 0;
  let first = '';
  for (const cell of cells) {
    if (cell === '' || isBlank(cell)) continue;
    if (count === 0) first = cell.trim();
    count += 1;
  }
  if (mayBeTotal(first) && (ALONE.test(first) || TOTAL_OF.test(first)))
    return textsIn(cells) > 1 ? 'maybe total' : 'total';
  // A row as full as the others is a total by its first cell only.
  if (count >= Math.max(width, 2)) return null;
  if (SIGNATURE.test(first)) return 'note';
  const isText = !isNumber(first);
  if (count === 1) {
    if (isText && width > 1 && NOTE.test(first)) return 'note';
    if (!isText) return width > 2 && isBlank(cells[0]!) ? 'maybe total' : null;
    return width > 2 ? 'narrow' : null;
  }
  if (mayBeTotal(first) && ENDS.test(first)) return 'maybe total';
  const isUnlabelled = width > 2 && isBlank(cells[0]!) && textsIn(cells) === 0;
  return isUnlabelled || cells.some((cell) => mayBeTotal(cell) && ALONE.test(cell.trim()))
    ? 'maybe total'
    : null;
}

/** Whether a cell is empty or white space; most cells begin with a plain character. */
const isBlank = (cell: string): boolean => {
  const code = cell.charCodeAt(0);
  return !(code > 0x20 && code < 0x7f) && cell.trim() === '';
};

/** A fast test: most cells have no letter that every word of a total has. */
const mayBeTotal = (text: string): boolean => text.length < 60 && TOTAL_LETTERS.test(text);
const TOTAL_LETTERS =
  /tot|sum|som|[计計总總]|계|razem|og[óo]|łącz|celkem|összesen|ukupno|yhteens|toplam|итого|всего|σύνολο|gesamt/iu;

/** The number of cells with letters or digits that are no numbers. */
const textsIn = (cells: readonly string[]): number =>
  cells.filter((cell) => !isBlank(cell) && !isNumber(cell) && /[\p{L}\p{N}]/u.test(cell)).length;

/** Whether a narrow row at the end of a table reads like a sentence. */
export const isSentence = (cells: readonly string[]): boolean => {
  const text = cells.find((cell) => cell.trim() !== '')?.trim() ?? '';
  return text.length >= SENTENCE || /[。；：:;]/.test(text) || /\p{L}[.!]$/u.test(text);
};

/** Sums of the columns of numbers, of all rows and of those since the last total. */
export class RunningSums {
  readonly #all: number[];
  readonly #group: number[];
  #rows = 0;
  #rowsOfGroup = 0;

  /** @param columns the number of columns of numbers */
  constructor(columns: number) {
    this.#all = new Array<number>(columns).fill(0);
    this.#group = new Array<number>(columns).fill(0);
  }

  /** Adds a row of data. @param numberAt the number in a column of numbers, `null` where its cell is empty */
  add(numberAt: (column: number) => number | null): void {
    for (let column = 0; column < this.#all.length; column += 1) {
      const value = numberAt(column) ?? 0;
      this.#all[column]! += value;
      this.#group[column]! += value;
    }
    this.#rows += 1;
    this.#rowsOfGroup += 1;
  }

  /**
   * Whether the numbers of a row are the sums of the rows above it; a zero is no evidence.
   * @param every whether each number must be one, of at least two rows, as where no word says that it is a total; else the greatest must be, as an
   * average or a share may stand beside it
   */
  agree(numbers: readonly (number | null)[], every: boolean): boolean {
    let greatest = -1;
    for (let at = 0; at < numbers.length; at += 1)
      if (numbers[at] && (greatest < 0 || Math.abs(numbers[at]!) > Math.abs(numbers[greatest]!)))
        greatest = at;
    if (greatest < 0) return false;
    const are = (sums: readonly number[], rows: number): boolean =>
      rows > (every ? 1 : 0) &&
      (every
        ? numbers.every((value, at) => value === null || near(value, sums[at] ?? 0))
        : near(numbers[greatest]!, sums[greatest] ?? 0));
    return are(this.#group, this.#rowsOfGroup) || are(this.#all, this.#rows);
  }

  /** Begins a new group, after a total. */
  close(): void {
    this.#group.fill(0);
    this.#rowsOfGroup = 0;
  }
}

/** Equal but for rounding. */
const near = (a: number, b: number): boolean => Math.abs(a - b) <= Math.max(0.011, Math.abs(b) * 1e-9);
