import { expect, test } from 'vitest';
import { codeGroup, DIMENSIONS } from '../../../../src/charts/forms/practiceCodes.ts';
import { text } from '../../../../src/model/row.ts';
import { readRows } from '../../../../src/published/readCatalogue.ts';

test('the codes of each dimension are those of the published rows, each in one group', () => {
  const rows = readRows('practice', 'practice');
  for (const { id, groups } of DIMENSIONS) {
    const grouped = groups.flatMap(({ codes }) => Object.keys(codes));
    expect(new Set(grouped).size, id).toBe(grouped.length);
    const published = rows.filter((row) => row['dimension'] === id).map((row) => text(row, 'code'));
    // A national rule is a code of the dictionary that no row has now.
    expect(grouped.filter((code) => code !== 'national-rule').sort(), id).toEqual(
      [...new Set(published)].sort(),
    );
  }
});

test('a code without a group names the file to mend', () =>
  expect(() => codeGroup(DIMENSIONS[0]!, 'by-lot')).toThrow(
    /practiceCodes\.ts has no group for the code "by-lot"/,
  ));
