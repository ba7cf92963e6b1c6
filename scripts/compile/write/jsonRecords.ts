import type { Table } from '../../../src/model/dataset.ts';
import type { Row } from '../../../src/model/row.ts';
import type { Cells } from '../read/typedCell.ts';

/**
 * A function that writes rows as JSON objects with the names of the table's fields.
 * @param between what separates two objects
 */
export function jsonRecords(
  { fields }: Pick<Table, 'fields'>,
  between: string,
): (rows: readonly Cells[]) => string {
  const names = fields.map(({ name }) => name);
  // Where one object ends and the next begins. It is nowhere else: a quotation mark within a text is escaped.
  const edge = `},{"${names[0]}":`;
  const edgeWithBetween = `}${between}{"${names[0]}":`;
  return (rows) => {
    const objects = rows.map((cells) => {
      const row: Row = {};
      for (let at = 0; at < names.length; at += 1) row[names[at]!] = cells[at]!;
      return row;
    });
    return JSON.stringify(objects).slice(1, -1).replaceAll(edge, edgeWithBetween);
  };
}
