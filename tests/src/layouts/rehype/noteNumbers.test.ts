import { expect, test } from 'vitest';
import { rehypeNoteNumbers } from '../../../../src/layouts/rehype/noteNumbers.ts';
import { run } from './run.ts';

const name = (number: number): string => `Note ${number}`;
const numbered = (html: string, order = new Map<number, number>()): string =>
  run(html, rehypeNoteNumbers, { order, name });

test.each([
  [
    'a note number, in its link, its name and the margin',
    '<span class="num cite" data-margin="7 A, 2020"><a href="#note-7" role="doc-noteref" aria-label="Note 7">7</a></span>',
    '<span class="num cite" data-margin="1 A, 2020"><a href="#note-1" role="doc-noteref" aria-label="Note 1">1</a></span>',
  ],
  [
    'a number of the text keeps its words, also where they are digits, and the source beside it its digits',
    '<span class="num" data-margin="7 Days, 2020"><a href="#note-7">7</a><sup data-notes="7 9 7">7,9,7</sup></span>',
    '<span class="num" data-margin="7 Days, 2020"><a href="#note-1">7</a><sup>1,2</sup></span>',
  ],
  [
    'a second reference has the number of the first',
    '<a href="#note-3">a</a><a href="#note-1">b</a><a href="#note-3">c</a>',
    '<a href="#note-1">a</a><a href="#note-2">b</a><a href="#note-1">c</a>',
  ],
  [
    'other links stay',
    '<a href="#notes">7</a><a href="/en/#note-7">7</a>',
    '<a href="#notes">7</a><a href="/en/#note-7">7</a>',
  ],
])('%s', (_, html, right) => expect(numbered(html)).toBe(right));

test('numbers go on where an earlier part of the page ended', () => {
  const order = new Map([[5, 1]]);
  expect(numbered('<a href="#note-2">a</a><a href="#note-5">b</a>', order)).toBe(
    '<a href="#note-2">a</a><a href="#note-1">b</a>',
  );
  expect([...order]).toEqual([
    [5, 1],
    [2, 2],
  ]);
});
