import type { Language } from '../../model/language.ts';
import { number, text, type Row } from '../../model/row.ts';

/** Rows that may be drawn as facts: no forecasts, and of rows that disagree only the preferred one. */
export const drawable = (row: Row): boolean => row['precision'] !== 'forecast' && row['preferred'] !== false;

/** Whether a row is of grade C, which is drawn hollow. */
export const isWeak = (row: Row): boolean => row['confidence'] === 'C';

/** Looks up the name of a place in the rows of `places`. */
export function placeNames(places: Row[], language: Language): (id: string) => string {
  const names = new Map(places.map((row) => [text(row, 'id'), text(row, `name_${language}`)]));
  return (id) => names.get(id) ?? id;
}

/** The name of a district or county without its city: `Gaoming`, `高明区`. */
export const shortName = (name: string, language: Language): string =>
  language === 'zh'
    ? name.replace(/^.{2,4}市(?=.+[区县市镇]$)/, '')
    : name.split(',')[0]!.replace(/ (District|County|Subdistrict|Town|New Area)$/, '');

/** A row without the columns that a chart does not draw. */
export const pick = (row: Row, columns: readonly string[]): Row =>
  Object.fromEntries(columns.map((name) => [name, row[name] ?? null]));

/** A list in words: `a, b and c`, `a、b 和 c`. */
export const inWords = (items: string[], language: Language): string =>
  new Intl.ListFormat(language === 'zh' ? 'zh-CN' : 'en-GB').format(items);

/** The order of rows by their years. */
export const byYear = (a: Row, b: Row): number => (number(a, 'year') ?? 0) - (number(b, 'year') ?? 0);
