import { describe, expect, test } from 'vitest';
import { text } from '../../src/model/row.ts';
import { readCatalogue, readRows } from '../../src/published/readCatalogue.ts';

const columns = readCatalogue().datasets.flatMap((dataset) =>
  dataset.tables.flatMap((table) =>
    table.fields.map((field) => ({
      where: `${dataset.id}/${table.name}.${field.name}`,
      dataset: dataset.id,
      table: table.name,
      isOfPublisher: table.fields.some(({ name }) => name === 'row_in_file'),
      field,
    })),
  ),
);
/** The least average number of rows per value in a column of categories. */
const ROWS_A_VALUE = 3;

const words = (value: string): string[] =>
  value
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Whether two values are spellings of the same: the same words, some perhaps abbreviated. */
function sameSpelt(a: string, b: string): boolean {
  const [left, right] = [words(a), words(b)];
  return (
    left.length === right.length &&
    left.every((word, at) => {
      const other = right[at]!;
      const [short, long] = word.length < other.length ? [word, other] : [other, word];
      return short === long || (short.length >= 3 && left.length > 2 && long.startsWith(short));
    })
  );
}

test('what counts as another spelling', () => {
  expect(sameSpelt('Housing & Economic Development', 'Housing and Economic Dev')).toBe(true);
  expect(sameSpelt('for profit', 'For-Profit')).toBe(true);
  expect(sameSpelt('Legal Services', 'Human Services')).toBe(false);
  expect(sameSpelt('trust', 'trustees')).toBe(false);
});

describe('no category has two spellings', () => {
  // Ids of rows that differ in a number are not spellings of each other.
  const strings = columns.filter(
    ({ field, isOfPublisher }) =>
      // What a publisher printed stays as printed: a table of its own joins the spellings.
      !isOfPublisher && field.type === 'string' && !field.name.startsWith('note') && field.name !== 'disagrees_with',
  );
  test.each(strings)('$where', ({ dataset, table, field }) => {
    const rows = readRows(dataset, table);
    const values = [...new Set(rows.map((row) => text(row, field.name)).filter(Boolean))];
    const twice = values.flatMap((a, at) =>
      values.length * ROWS_A_VALUE > rows.length
        ? []
        : values
            .slice(at + 1)
            .filter((b) => sameSpelt(a, b))
            .map((b) => `${a} | ${b}`),
    );
    expect(twice).toEqual([]);
  });
});

test('codes are Latin; what they mean in other scripts is their label', () => {
  const mixed = columns.flatMap(({ where, field }) =>
    (field.constraints?.enum ?? [])
      .filter((code) => !/^[\x20-\x7e]+$/.test(code))
      .map((code) => `${where}: ${code}`),
  );
  expect(mixed).toEqual([]);
});
