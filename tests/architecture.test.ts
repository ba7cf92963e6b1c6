import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { architecturePage } from '../scripts/architecture.ts';

/** A table's padding is the formatter's. */
const words = (page: string): string => page.replace(/ +/g, ' ').replace(/-+/g, '-');

test('ARCHITECTURE.md is drawn from the imports as they are (npm run architecture)', () =>
  expect(words(readFileSync('ARCHITECTURE.md', 'utf8'))).toBe(words(architecturePage())));
