import type { Row } from '../../model/row.ts';
import { findSourceOf, type Found } from '../../published/lookup.ts';

/** A note of a page: a source, and the row of evidence that cites it. */
export interface Note {
  id: string;
  number: number;
  source: Row;
  found?: Found;
}

/** The note for an id, created on first use. @throws Error where no published row has the id */
export function noteFor(locals: App.Locals, id: string): Note {
  const notes = (locals.notes ??= []);
  const known = notes.find((note) => note.id === id);
  if (known) return known;
  const note = { id, number: notes.length + 1, ...findSourceOf(id) };
  notes.push(note);
  return note;
}
