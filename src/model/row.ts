/** A cell as published: text, number, boolean, or `null` where it is empty. */
export type Cell = string | number | boolean | null;

/** A row as published: field name → cell. */
export type Row = Record<string, Cell>;

/** A text cell, or the empty string. */
export const text = (row: Row, field: string): string => {
  const cell = row[field];
  return cell === null || cell === undefined ? '' : String(cell);
};

/** A number cell, or `null`. */
export const number = (row: Row, field: string): number | null => {
  const cell = row[field];
  return typeof cell === 'number' ? cell : null;
};

/** Former ids of a source, so that earlier citations still lead to it. */
export const formerIds = (source: Row): string[] => text(source, 'formerly').split(' ').filter(Boolean);

/** The fields that name sources: the one that a row was read from, then those that print the same. */
export const SOURCE_FIELDS = ['source_id', 'also_in'] as const;

/** The sources of a row: the one it was read from, then others with the same value. */
export const sourcesOfRow = (row: Row): string[] =>
  SOURCE_FIELDS.flatMap((field) => text(row, field).split(' ')).filter(Boolean);
