import { expect, test } from 'vitest';
import { comparisonOf } from '../../../../src/components/case/compared.ts';
import { LANGUAGES } from '../../../../src/model/language.ts';
import { text } from '../../../../src/model/row.ts';
import { findSource } from '../../../../src/published/lookup.ts';
import { readRows } from '../../../../src/published/readCatalogue.ts';

const places = [...new Set(readRows('practice').map((row) => text(row, 'place')))];

test('a source of a place is named once, by a short name, and its statements refer to it by number', () => {
  for (const language of LANGUAGES) {
    const { sides, sources } = comparisonOf(places, language);
    for (const [at, own] of sources.entries()) {
      expect(new Set(own.map(({ id }) => id)).size).toBe(own.length);
      const cited = sides.flatMap(({ cells }) => cells[at]!.lines.flatMap((line) => line.sources));
      // Numbered in the order of reading.
      expect([...new Set(cited)]).toEqual(own);
      expect(own.map(({ number }) => number)).toEqual(own.map((_source, index) => index + 1));
      for (const { id, name } of own) {
        expect(text(findSource(id), 'id')).toBe(id);
        expect(name.length).toBeLessThan(40);
      }
    }
  }
});

test('every statement has a source, but a count of what this site has', () => {
  const { sides } = comparisonOf(places, 'en');
  for (const { cells } of sides)
    for (const { lines } of cells)
      for (const { strong, sources } of lines)
        if (sources.length === 0) expect(strong!.href).toMatch(/\/(law\/history|prices)\/\?place=/);
});

test('every value that is drawn lies on the scale of its side', () => {
  for (const { scale, cells, title } of comparisonOf(places, 'en').sides)
    for (const value of cells.flatMap(({ dots }) => dots ?? [])) {
      expect(value, title).toBeGreaterThanOrEqual(scale!.from);
      expect(value, title).toBeLessThanOrEqual(scale!.to);
    }
});
