import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ServiceCategories } from '../../../../scripts/ingest/recipes/serviceCategories.ts';

function table(rows: string[]): ServiceCategories {
  const root = mkdtempSync(join(tmpdir(), 'categories-'));
  mkdirSync(join(root, 'data', 'service-categories'), { recursive: true });
  writeFileSync(
    join(root, 'data', 'service-categories', 'service_categories.csv'),
    ['id,recipe,place,category_printed,department,service_field', ...rows, ''].join('\n'),
  );
  return new ServiceCategories(root, 'one');
}

test('the row of a department is preferred, also where it has no field', () => {
  const categories = table([
    'a,one,x,Care,,home-care',
    'b,one,x,Care,Children,child-care',
    'c,one,x,Care,Finance,',
  ]);
  expect([
    categories.fieldOf('Care', 'Adults'),
    categories.fieldOf('Care', 'Children'),
    categories.fieldOf('Care', 'Finance'),
    categories.fieldOf('Care'),
  ]).toEqual(['home-care', 'child-care', null, 'home-care']);
  expect(categories.unmapped).toEqual([]);
});

test('a category in no row is counted; one without a field, or of another recipe, is not mapped to it', () => {
  const categories = table(['a,one,x,Power,,', 'b,two,x,Care,,home-care', 'c,one,x,Works,Roads,roads']);
  expect([categories.fieldOf('Power'), categories.fieldOf('Care'), categories.fieldOf('')]).toEqual([
    null,
    null,
    null,
  ]);
  expect(categories.fieldOf('Works', 'Roads')).toBe('roads');
  expect(categories.fieldOf('Works', 'Parks')).toBeNull();
  expect(categories.unmapped).toEqual([
    ['Care', 1],
    ['Works', 1],
  ]);
});
