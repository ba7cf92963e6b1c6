import type { Coverage } from '../../src/model/catalogue.ts';
import type { Table } from '../../src/model/dataset.ts';
import type { Field } from '../../src/model/field.ts';
import { text, type Cell, type Row } from '../../src/model/row.ts';
import { copyOf } from '../lib/textCache.ts';
import type { Cells } from './read/typedCell.ts';

/** The dataset that names the places. */
export const PLACES = 'places';

/** A column without a type of its own for it, whose values begin with a year: `fiscal_year`, `calendar_quarter` (`2014-Q1`). */
const NAMED_YEAR = /(^|_)(?<!(^|_)per_)(year|quarter|month)$/;

const holdsYears = ({ type, name }: Field): boolean =>
  type === 'year' || type === 'partial-date' || (type !== 'url' && NAMED_YEAR.test(name));

/** The year that a text begins with; nothing where it begins with none between 1000 and 2999, or with a longer number. */
function leadingYear(text: string): number | undefined {
  let year = 0;
  for (let at = 0; at < 5; at += 1) {
    const digit = text.charCodeAt(at) - ZERO;
    const isDigit = digit >= 0 && digit <= 9;
    if (at === 4) return isDigit ? undefined : year;
    if (!isDigit || (at === 0 && digit !== 1 && digit !== 2)) return undefined;
    year = 10 * year + digit;
  }
  return undefined;
}

const ZERO = '0'.charCodeAt(0);

/** What was collected of years and places: ids of places, sorted. */
export interface Covered {
  years?: { first: number; last: number };
  places: string[];
}

/**
 * Collects the years and places that the rows of a dataset are about: the smallest and the largest year of the columns that hold years or
 * dates, and every place that a foreign key into `places` names.
 */
export class CoverageBuilder {
  #first = Infinity;
  #last = -Infinity;
  readonly #named = new Set<string>();

  /** Opens a table: a function that takes the cells of each of its rows, in the order of the fields. */
  open({ fields, foreignKeys }: Pick<Table, 'fields' | 'foreignKeys'>): (cells: Cells) => void {
    const numberOf = (name: string): number => fields.findIndex((field) => field.name === name);
    const dated = fields.filter(holdsYears).map(({ name }) => numberOf(name));
    const placed = foreignKeys
      .filter(({ reference }) => reference.dataset === PLACES)
      .flatMap((key) => key.fields.map(numberOf));
    const precision = numberOf('precision');
    return (cells) => {
      for (const at of placed) this.#addPlace(cells[at]!);
      // A plan or goal says nothing of the year it is for.
      if (cells[precision] === 'forecast') return;
      for (const at of dated) this.#addYear(cells[at]!);
    };
  }

  /** What was collected so far. */
  get covered(): Covered {
    return {
      ...(this.#last >= this.#first ? { years: { first: this.#first, last: this.#last } } : {}),
      places: [...this.#named].sort(),
    };
  }

  /** Adds what was collected elsewhere. */
  add({ years, places }: Covered): void {
    this.#first = Math.min(this.#first, years?.first ?? Infinity);
    this.#last = Math.max(this.#last, years?.last ?? -Infinity);
    for (const place of places) this.#named.add(place);
  }

  #addPlace(cell: Cell): void {
    const place = cell === null ? '' : String(cell);
    if (place !== '' && !this.#named.has(place)) this.#named.add(copyOf(place));
  }

  #addYear(cell: Cell): void {
    if (cell === null) return;
    const year = leadingYear(String(cell));
    if (year === undefined) return;
    this.#first = Math.min(this.#first, year);
    this.#last = Math.max(this.#last, year);
  }

  /** @param places the rows of the dataset `places` by id */
  coverage(places: ReadonlyMap<string, Row>): Coverage {
    const { years, places: named } = this.covered;
    return {
      ...(years ? { years } : {}),
      places: named.flatMap((id) => {
        const place = places.get(id);
        return place
          ? [
              {
                id,
                name: { en: text(place, 'name_en'), zh: text(place, 'name_zh') },
                level: text(place, 'level'),
              },
            ]
          : [];
      }),
    };
  }
}
