import { expect, test } from 'vitest';
import { text } from '../../src/model/row.ts';
import { readCatalogue, readRows } from '../../src/published/readCatalogue.ts';

/** Terms of the law that are easily taken for each other, with their standard English. */
const TERMS = [
  ['竞争性磋商', 'competitive consultation'],
  ['竞争性谈判', 'competitive negotiation'],
] as const;

test('a method of procurement has its own name in both languages', () => {
  const wrong = readCatalogue().datasets.flatMap(({ id, tables }) =>
    tables
      .filter((table) => !table.large)
      .flatMap((table) => {
        const pairs = table.fields
          .map(({ name }) => name.replace(/_en$/, ''))
          .filter((stem) => ['en', 'zh'].every((end) => table.fields.some(({ name }) => name === `${stem}_${end}`)));
        return readRows(id, table.name).flatMap((row) =>
          pairs.flatMap((stem) => {
            const [en, zh] = [text(row, `${stem}_en`).toLowerCase(), text(row, `${stem}_zh`)];
            return TERMS.filter(([own]) => zh.includes(own))
              .filter(() => TERMS.some(([other, name]) => en.includes(name) && !zh.includes(other)))
              .map(([own]) => `${id}/${table.name} ${text(row, 'id')}: ${own}`);
          }),
        );
      }),
  );
  expect(wrong).toEqual([]);
});
