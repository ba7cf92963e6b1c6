import { expect, test } from 'vitest';
import { citationOf, inReadingOrder } from '../../../../src/components/text/pageNotes.ts';

const locals = (): App.Locals => ({}) as App.Locals;
/** Two facts of one source, a row of another source, and the first source itself. */
const [FACT, SECOND, OTHER, SOURCE] = [
  'gf-gm-lian-1',
  'gf-gm-lian-2',
  'gf-gm-2015-gdp',
  'gf-lian-2021',
] as const;

test('a source has one note however often it is cited, with each cited row once', () => {
  const page = locals();
  const citations = [FACT, OTHER, SECOND, FACT, SOURCE].map((id) => citationOf(page, id));
  expect(citations.map(({ note }) => note.number)).toEqual([1, 2, 1, 1, 1]);
  expect(citations.map(({ found }) => found?.row['id'])).toEqual([FACT, OTHER, SECOND, FACT, undefined]);
  expect(page.notes!.map(({ rows }) => rows.map(({ row }) => row['id']))).toEqual([[FACT, SECOND], [OTHER]]);
});

test('notes are sorted by where they are read, and one that nothing refers to fails the build', () => {
  const page = locals();
  for (const id of [FACT, OTHER]) citationOf(page, id);
  const order = new Map([
    [2, 1],
    [1, 2],
  ]);
  expect(inReadingOrder(page.notes!, order).map(({ number, rows }) => [number, rows[0]!.row['id']])).toEqual([
    [1, OTHER],
    [2, FACT],
  ]);
  expect(() => inReadingOrder(page.notes!, new Map([[1, 1]]))).toThrow('nothing refers to the note of');
});
