import type { Coverage, PublishedDataset, PublishedTable } from '../../src/model/catalogue.ts';
import type { Field } from '../../src/model/field.ts';
import { text, type Row } from '../../src/model/row.ts';

/** The dataset that names the places. */
export const PLACES = 'places';

/** A column without a type of its own for it, whose values begin with a year: `fiscal_year`, `calendar_quarter` (`2014-Q1`). */
const NAMED_YEAR = /(^|_)(?<!(^|_)per_)(year|quarter|month)$/;

const holdsYears = ({ type, name }: Field): boolean =>
  type === 'year' || type === 'partial-date' || (type !== 'url' && NAMED_YEAR.test(name));

/** A plan or goal says nothing of the year it is for. */
const isForecast = (row: Row): boolean => row['precision'] === 'forecast';

/**
 * The years and places that the rows of a dataset are about: the smallest and the largest year of the columns that hold years or dates,
 * and every place that a foreign key into `places` names.
 * @param places the rows of the dataset `places` by id
 */
export function coverageOf(
  dataset: Pick<PublishedDataset, 'tables'>,
  rows: (table: PublishedTable) => Row[],
  places: ReadonlyMap<string, Row>,
): Coverage {
  let first = Infinity;
  let last = -Infinity;
  const named = new Set<string>();
  for (const table of dataset.tables) {
    const dated = table.fields.filter(holdsYears);
    const placed = table.foreignKeys
      .filter(({ reference }) => reference.dataset === PLACES)
      .flatMap(({ fields }) => fields);
    if (dated.length + placed.length === 0) continue;
    for (const row of rows(table)) {
      for (const field of placed) if (text(row, field) !== '') named.add(text(row, field));
      if (isForecast(row)) continue;
      for (const { name } of dated) {
        const year = Number(/^[12]\d{3}(?!\d)/.exec(text(row, name))?.[0]);
        if (!year) continue;
        first = Math.min(first, year);
        last = Math.max(last, year);
      }
    }
  }
  return {
    ...(last >= first ? { years: { first, last } } : {}),
    places: [...named].sort().flatMap((id) => {
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
