/** Rows that are listed one by one. */
const SHOWN = 5;

/** What the summary says of rows of a single cell that are within the table, so that they are data. */
export function narrowRemark(rows: readonly number[]): string {
  const which = `${rows.slice(0, SHOWN).join(', ')}${rows.length > SHOWN ? ' …' : ''}`;
  return rows.length === 1
    ? `row ${which} has a single cell and is kept`
    : `${rows.length} rows have a single cell and are kept: ${which}`;
}
