import { expect, test } from 'vitest';
import { longFiles } from '../../../scripts/layers/fileLength.ts';

const lines = (count: number, first = 'a'): string =>
  `${[first, ...Array<string>(count - 1).fill('a')].join('\n')}\n`;
const found = (texts: Record<string, string>): string[] =>
  longFiles(Object.keys(texts), (file) => texts[file]!);

test('a file of the code with more than 250 lines must say why at its beginning', () => {
  expect(found({ 'src/a.ts': lines(250), 'tests/b.test.ts': lines(251), 'src/c.astro': lines(300) })).toEqual(
    [
      'tests/b.test.ts has 251 lines: split it, or say why in its first comment ("Over 250 lines: …")',
      'src/c.astro has 300 lines: split it, or say why in its first comment ("Over 250 lines: …")',
    ],
  );
  expect(found({ 'src/a.ts': lines(300, '/** Over 250 lines: a list of every string. */') })).toEqual([]);
  expect(found({ 'src/a.ts': `${lines(200)}/** Over 250 lines: too late. */\n${lines(100)}` })).toHaveLength(
    1,
  );
});

test('data, texts and lists of dependencies may be long', () => {
  expect(
    found({ 'data/x/x.csv': lines(9000), 'package-lock.json': lines(9000), 'content/a/en.mdx': lines(400) }),
  ).toEqual([]);
});
