import { readWords } from '../../rules/chineseNumerals.ts';

/** A row in which an amount in words and the amount in digits differ. */
interface WordsAgainstDigits {
  row: number;
  column: string;
  /** The words as printed. */
  words: string;
  /** Their value, in the unit of the currency. */
  in_words: number;
  in_digits: number;
}

/** Amounts given both in words and in digits: how many were compared, how many disagree, and the first of these. */
export interface WordsReport {
  compared: number;
  disagree: number;
  rows: WordsAgainstDigits[];
}

/** Disagreements listed one by one. */
const LISTED = 20;
const DIGIT = '零〇壹贰貳叁參肆伍陆陸柒捌玖';
const FORMAL = /[壹贰貳叁參肆伍陆陸柒捌玖拾佰仟]/;
const WORDS = `(?:人民币)?([${DIGIT}拾佰仟万萬亿億]{2,}[元圆圓](?:[${DIGIT}]角)?(?:零?[${DIGIT}]分)?[整正]?)`;
const DIGITS = String.raw`(\d[\d,]*(?:\.\d+)?)\s*(亿|万)?元?`;
/** 肆佰陆拾壹万元整(¥4610000.00元): digits after words are compared only where ¥ or 小写 marks them as the same amount. */
const WORDS_FIRST = new RegExp(
  String.raw`${WORDS}\s*[(,;:]*\s*(?:¥|RMB|小写\)?\s*[:]?\s*¥?)\s*:?\s*${DIGITS}`,
  'gu',
);
/** 3905110元(大写:叁佰玖拾万零伍仟壹佰壹拾元) */
const DIGITS_FIRST = new RegExp(String.raw`${DIGITS}\s*[(,;:]*\s*大写\)?\s*:?\s*${WORDS}`, 'gu');
const IN_WORDS = /大写/;
const IN_DIGITS = /小写|金额|总价|报价|合价|中标价|成交价|预算|合计/;
const SCALE: Record<string, number> = { 万: 1e4, 亿: 1e8 };

/**
 * Compares amounts in words with those in digits, row by row: within one text, and between a column of 大写 and the one of 小写 beside it.
 * The two should agree. In a bid the words prevail where they do not; elsewhere a person must decide, so the row is not changed.
 * @see 《政府采购货物和服务招标投标管理办法》(财政部令第87号) 第五十九条; 《支付结算办法》第十二条
 */
export class AmountsInWords {
  #compared = 0;
  /** The headings of the rows before, and whether one is of a column of amounts in words. */
  #headings: readonly string[] = [];
  #hasWords = false;
  #disagree = 0;
  readonly #rows: WordsAgainstDigits[] = [];

  /** Whether a text could have an amount in words. */
  static concernsText(cell: string): boolean {
    return FORMAL.test(cell);
  }

  /** Whether a heading is of a column of amounts in words. */
  static concernsHeading(heading: string): boolean {
    return IN_WORDS.test(heading);
  }

  /** @param cells as printed, in the order of the headings */
  compare(row: number, headings: readonly string[], cells: readonly string[]): void {
    if (headings !== this.#headings) {
      this.#headings = headings;
      this.#hasWords = headings.some((heading) => IN_WORDS.test(heading));
    }
    for (let index = 0; index < cells.length; index += 1) {
      const cell = cells[index]!;
      if (cell === '' || (!this.#hasWords && !FORMAL.test(cell))) continue;
      const heading = headings[index] ?? '';
      if (IN_WORDS.test(heading) && !IN_DIGITS_TOO.test(heading)) {
        const digits = digitsBeside(heading, headings, cells);
        if (digits !== null) this.#record(row, heading, plain(cell), digits);
      }
      if (!FORMAL.test(cell)) continue;
      const text = plain(cell);
      for (const [, words, digits, scale] of text.matchAll(WORDS_FIRST))
        this.#record(row, heading, words!, valueOf(digits!, scale));
      for (const [, digits, scale, words] of text.matchAll(DIGITS_FIRST))
        this.#record(row, heading, words!, valueOf(digits!, scale));
    }
  }

  close(): WordsReport {
    return { compared: this.#compared, disagree: this.#disagree, rows: [...this.#rows] };
  }

  #record(row: number, column: string, words: string, digits: number): void {
    const value = readWords(words);
    if (value === null) return;
    this.#compared += 1;
    if (Math.abs(value - digits) < 0.005) return;
    this.#disagree += 1;
    if (this.#rows.length < LISTED)
      this.#rows.push({ row, column, words, in_words: value, in_digits: digits });
  }
}

/** 金额(大写、小写): one column for both, compared within its text. */
const IN_DIGITS_TOO = /小写/;

/** Full-width characters in their ASCII form, without zero-width characters. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .trim();

const valueOf = (digits: string, scale: string | undefined): number =>
  Number((Number(digits.replaceAll(',', '')) * (SCALE[scale ?? ''] ?? 1)).toPrecision(15));

/** The amount in digits for a column in words: from the column of the same name with 小写 or neither, else from the only column of amounts. */
function digitsBeside(heading: string, headings: readonly string[], cells: readonly string[]): number | null {
  const stem = stemOf(heading);
  const others = headings.flatMap((other, index) => (IN_WORDS.test(other) ? [] : [[other, index] as const]));
  const same = others.filter(([other]) => stemOf(other) === stem);
  const amounts = same.length > 0 ? same : others.filter(([other]) => IN_DIGITS.test(other));
  if (amounts.length !== 1) return null;
  const [other, index] = amounts[0]!;
  const match = new RegExp(`^¥?\\s*${DIGITS}$`, 'u').exec(plain(cells[index] ?? ''));
  if (!match) return null;
  return valueOf(match[1]!, match[2] ?? /[(（](万|亿)元?[)）]/.exec(other)?.[1]);
}

const stemOf = (heading: string): string =>
  heading.normalize('NFKC').replace(/大写|小写|[(（](?:人民币)?(?:万|亿)?元?[)）]|[\s():：,、/]/g, '');
