import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { charactersOf } from '../../../scripts/site/hanFonts.ts';

test('the characters of pages, data and scripts are in the fonts, those of most pages first; pages of rows are not read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'han-fonts-'));
  const files = {
    'zh/index.html': '购买',
    'zh/cases/index.html': '购',
    'zh/datasets/x/row/1/index.html': '鑫',
    'data/x/x.json': '"高明"',
    '_astro/live.js': 'const words = "再按";',
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const characters = charactersOf(folder);
  expect(characters.slice(0, 2)).toEqual(['购', '买']);
  expect(new Set(characters)).toEqual(new Set('购买高明再按'));
});
