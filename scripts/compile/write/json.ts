import type { Row } from '../../../src/model/row.ts';
import { textFormat } from './textFormat.ts';

/** What separates two records. */
const BETWEEN = ',\n';

/** JSON: one array of records, a record a line; an empty cell is `null`. */
export const json = textFormat({
  name: 'json',
  text({ fields }) {
    const names = fields.map(({ name }) => name);
    // Where one record ends and the next begins. It is nowhere else: a quotation mark within a text is escaped.
    const edge = `},{"${names[0]}":`;
    return {
      start: '[',
      records(rows, first) {
        const records = rows.map((cells): Row =>
          Object.fromEntries(names.map((name, at) => [name, cells[at]!])),
        );
        const text = JSON.stringify(records)
          .slice(1, -1)
          .replaceAll(edge, `}${BETWEEN}${edge.slice(2)}`);
        return (first ? '\n' : BETWEEN) + text;
      },
      end: '\n]\n',
    };
  },
});
