import type { PublishedDataset, PublishedTable } from '../model/catalogue.ts';
import { formerIds, text, type Row } from '../model/row.ts';
import { readCatalogue, readRows } from './readCatalogue.ts';

/** A row with its table. */
export interface Found {
  dataset: PublishedDataset;
  table: PublishedTable;
  row: Row;
}

let index: Map<string, Found> | undefined;

/** Datasets whose ids are not of evidence, so that they may repeat an id of evidence. */
const REFERENCE = ['sources', 'places'];

function evidence(): Map<string, Found> {
  if (index) return index;
  const rows = new Map<string, Found>();
  for (const dataset of readCatalogue().datasets) {
    if (REFERENCE.includes(dataset.id)) continue;
    for (const table of dataset.tables) {
      // Rows of a large table are found in the table, and not named in prose.
      if (table.primaryKey.join() !== 'id' || table.large) continue;
      for (const row of readRows(dataset.id, table.name)) {
        const id = String(row['id']);
        const before = rows.get(id);
        if (before)
          throw new Error(
            `the id "${id}" is used in ${before.dataset.id} and in ${dataset.id}; it must be unique over all evidence`,
          );
        rows.set(id, { dataset, table, row });
      }
    }
  }
  return (index = rows);
}

/** A row of evidence (figure, fact, purchase, policy) by its id. @throws Error where there is none, which fails the build */
export function findRow(id: string): Found {
  const found = evidence().get(id);
  if (!found) throw new Error(`no published row has the id "${id}": it was removed or misspelt`);
  return found;
}

let bibliography: Map<string, Row> | undefined;

/** A source by its id or a former id. @throws Error where there is none */
export function findSource(id: string): Row {
  bibliography ??= new Map(
    readRows('sources').flatMap((row) =>
      [String(row['id']), ...formerIds(row)].map((one): [string, Row] => [one, row]),
    ),
  );
  const source = bibliography.get(id);
  if (!source) throw new Error(`no source has the id "${id}"`);
  return source;
}

/** A source by its own id, or by the id of a row that cites it. */
export function findSourceOf(id: string): { source: Row; found?: Found } {
  const found = evidence().get(id);
  return found ? { source: findSource(String(found.row['source_id'])), found } : { source: findSource(id) };
}

let places: Map<string, Row> | undefined;

/** A place by its id. @throws Error where there is none */
export function findPlace(id: string): Row {
  places ??= new Map(readRows('places').map((row) => [String(row['id']), row]));
  const place = places.get(id);
  if (!place) throw new Error(`no place has the id "${id}"`);
  return place;
}

/** A place and those around it, from the inside out: `guangzhou`, `guangdong`, `cn`. */
export function placesAround(place: string): string[] {
  const parent = text(findPlace(place), 'parent');
  return parent === '' ? [place] : [place, ...placesAround(parent)];
}
