import { formatValue, precisionWord } from '../../i18n/format.ts';
import type { Language } from '../../model/language.ts';
import { number, text, type Cell, type Row } from '../../model/row.ts';

interface Tip {
  /** The subject of the value: a place, a series, a measure. */
  of: readonly string[];
  year?: Cell | undefined;
  /** The value with its unit; left out where the mark has none. */
  value?: string;
  grade?: Cell | undefined;
}

/** The tip of a mark: `Sweden, hours, 2021: 25.3% (grade B)`, `瑞典，时数，2021 年：25.3%（B 级）`. */
export function tip(language: Language, { of, year, value, grade }: Tip): string {
  const chinese = language === 'zh';
  const known = of.filter(Boolean);
  if (year) known.push(chinese ? `${year} 年` : String(year));
  return (
    known.join(chinese ? '，' : ', ') +
    (value === undefined ? '' : `${chinese ? '：' : ': '}${value}`) +
    (grade ? (chinese ? `（${grade} 级）` : ` (grade ${grade})`) : '')
  );
}

/** The tip of a row: what a column says it is of, its year, a value in words and its grade; it refers to the row. */
export const rowTip = (language: Language, row: Row, column: string, value: string): string =>
  ofRow(row, tip(language, { of: [text(row, column)], year: row['year'], value, grade: row['confidence'] }));

/** Separates the words of a tip from what it refers to; a drawing has that in attributes of the mark (`draw`). */
const REFERENCE = '\u001f';

/** A tip that refers to its row and the sources of it. */
export const ofRow = (row: Row, words: string): string =>
  [words, text(row, 'id'), text(row, 'source_id')].join(REFERENCE);

/** The words of a tip, and what it refers to. */
export function partsOfTip(tip: string): { words: string; row: string; sources: string } {
  const [words, row = '', sources = ''] = tip.split(REFERENCE);
  return { words: words!, row, sources };
}

/** The value of a row in words, with its unit and precision: `about 20%`, `逾 3300 家`. */
export const valued = (row: Row, column: string, unit: string, language: Language): string =>
  precisionWord(text(row, 'precision') || null, language) +
  formatValue(number(row, column) ?? 0, unit, language);
