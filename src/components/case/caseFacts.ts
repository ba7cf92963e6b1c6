import type { Language } from '../../model/language.ts';
import { number, text, type Row } from '../../model/row.ts';
import { findPlace, findRow, placesAround } from '../../published/lookup.ts';
import { readRows, readTable } from '../../published/readCatalogue.ts';

/** The country of a place, or within China the province. @throws Error where the place is in neither */
export function regionOf(place: string): Row {
  for (let row = findPlace(place); ; row = findPlace(text(row, 'parent'))) {
    const [level, parent] = [text(row, 'level'), text(row, 'parent')];
    if ((level === 'country' && parent === '') || (level === 'province' && parent === 'cn')) return row;
  }
}

/** The year that a row is about: the first of its span, or that of its date. @throws Error where it has none */
export function yearOf(row: Row): string {
  const year = /^\d{4}/.exec(text(row, 'period') || text(row, 'date') || text(row, 'year'))?.[0];
  if (year === undefined) throw new Error(`the row "${text(row, 'id')}" has no year`);
  return year;
}

/** The year of the earliest purchase found, from the row that a case names. */
export const begunIn = (id: string | undefined): string | undefined => id && yearOf(findRow(id).row);

/** The sums that a place may be shown by: of the place in a year, else of one programme. */
const COVERAGES = ['place-year', 'programme'];

/** The dated sums of a coverage that a place spent on purchase, the latest first, of one year the largest first; of two that disagree, the preferred one. */
export const sumsOf = (place: string, coverage: string): Row[] =>
  readRows('purchases')
    .filter(
      (row) =>
        row['place'] === place &&
        row['coverage'] === coverage &&
        row['preferred'] !== false &&
        number(row, 'year') !== null,
    )
    .sort((a, b) => number(b, 'year')! - number(a, 'year')! || number(b, 'amount')! - number(a, 'amount')!);

/** The latest sum that a place spent on purchase, the largest of its year; `undefined` where none was found. */
export const latestSum = (place: string): Row | undefined =>
  COVERAGES.flatMap((coverage) => sumsOf(place, coverage))[0];

/** The sums found of a place and of the places within it, the latest first and those without a year last; of two that disagree, the preferred one. */
export const purchasesOf = (place: string): Row[] =>
  readRows('purchases')
    .filter((row) => row['preferred'] !== false && placesAround(text(row, 'place')).includes(place))
    .sort((a, b) => (number(b, 'year') ?? 0) - (number(a, 'year') ?? 0));

/** How a place chooses providers, in the words of the codes of the dataset `practice`; empty where nothing was found. */
export function howChosen(place: string, language: Language): string[] {
  const labels = readTable('practice').fields.find((field) => field.name === 'code')?.labels ?? {};
  return readRows('practice')
    .filter((row) => row['place'] === place && row['dimension'] === 'how')
    .map((row) => labels[text(row, 'code')]![language]);
}

/** What a number measures: its indicator, or the title of a purchase. */
export const measureOf = (row: Row, language: Language): string =>
  text(row, `indicator_${language}`) || text(row, `title_${language}`);

/** The year or years that a number is for, as printed beside it: `2017`, `2008–2013`; empty where the source gives none. */
export const yearsOf = (row: Row): string =>
  [
    ...new Set(
      text(row, 'period')
        .split('/')
        .map((end) => end.slice(0, 4)),
    ),
  ]
    .filter(Boolean)
    .join('–') || text(row, 'year');
