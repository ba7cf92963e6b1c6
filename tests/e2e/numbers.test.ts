import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { isRedirect } from '../../src/model/redirects.ts';

const DIST = 'dist';
const pages = [
  ...globSync('zh/{cases,problems,countermeasures}/*/index.html', { cwd: DIST }),
  ...globSync('zh/{,start/}index.html', { cwd: DIST }),
]
  .filter((path) => !isRedirect(path))
  .sort();

const HAN = /\p{Script=Han}/u;
const OTHER = /[\p{L}\p{N}]/u;
/** Whether two characters have the right spacing: a space between Chinese and other text, none between Chinese characters. */
function wrong(before: string, after: string, apart: boolean): boolean {
  if (HAN.test(before) && HAN.test(after)) return apart;
  const mixed = (HAN.test(before) && OTHER.test(after)) || (OTHER.test(before) && HAN.test(after));
  return mixed && !apart;
}

test('there are pages to check', () => expect(pages.length).toBeGreaterThan(40));

test('numbers in Chinese text are spaced correctly', () => {
  const faults: string[] = [];
  for (const page of pages) {
    const { document } = parseHTML(readFileSync(join(DIST, page), 'utf8'));
    for (const number of document.querySelectorAll('.num:not(.cite)')) {
      const words = number.querySelector('a.ref')!.textContent.trim();
      const left = number.previousSibling?.nodeType === 3 ? (number.previousSibling.textContent ?? '') : '';
      const right = number.nextSibling?.nodeType === 3 ? (number.nextSibling.textContent ?? '') : '';
      const seen = `${left.slice(-6)}⟨${words}⟩${right.slice(0, 6)}`.replaceAll('\n', '⏎');
      const bare = [left.trimEnd().at(-1), words[0], words.at(-1), right.trimStart()[0]];
      if (wrong(bare[0] ?? '', bare[1]!, /\s$/.test(left))) faults.push(`${page}: ${seen}`);
      if (wrong(bare[2]!, bare[3] ?? '', /^\s/.test(right))) faults.push(`${page}: ${seen}`);
    }
  }
  expect(faults).toEqual([]);
});
