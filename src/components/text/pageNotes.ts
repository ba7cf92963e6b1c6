import type { Row } from '../../model/row.ts';
import { findSourceOf, type Found } from '../../published/lookup.ts';

/** A note of a page: a source, and the rows of evidence that the page cites from it. */
export interface Note {
  number: number;
  source: Row;
  rows: Found[];
}

/** A reference of a passage: the note of its source, and the row that it cites, if it cites one. */
export interface Citation {
  note: Note;
  found?: Found;
}

/**
 * The reference for an id; all references to one source share a note, which is created on first use.
 * @param id a row of evidence or a source
 * @throws Error where no published row or source has the id
 */
export function citationOf(locals: App.Locals, id: string): Citation {
  const notes = (locals.notes ??= []);
  const { source, found } = findSourceOf(id);
  let note = notes.find((one) => one.source['id'] === source['id']);
  if (!note) notes.push((note = { number: notes.length + 1, source, rows: [] }));
  if (!found) return { note };
  if (!note.rows.some(({ row }) => row['id'] === found.row['id'])) note.rows.push(found);
  return { note, found };
}

/**
 * The notes of a page, numbered and sorted in the order of reading.
 * @param order the numbers given when the page was rendered, each with its number in the order of reading
 * @throws Error where nothing on the page refers to a note
 */
export const inReadingOrder = (notes: readonly Note[], order: ReadonlyMap<number, number>): Note[] =>
  notes
    .map((note) => {
      const number = order.get(note.number);
      if (number === undefined) throw new Error(`nothing refers to the note of ${String(note.source['id'])}`);
      return { ...note, number };
    })
    .sort((a, b) => a.number - b.number);
