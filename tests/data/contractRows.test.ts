import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { expect, test } from 'vitest';

type Line = Record<string, string>;

const linesOf = (csv: string): Line[] => Papa.parse<Line>(csv, { header: true, skipEmptyLines: true }).data;
const table = (name: string): Line[] => linesOf(readFileSync(`data/contracts/${name}.csv`, 'utf8'));

const PARTS = 'data/contracts/contracts';
const contracts = readdirSync(PARTS).flatMap((part) =>
  linesOf(gunzipSync(readFileSync(join(PARTS, part))).toString('utf8')),
);
test('every row is of a publisher that is described, and every publisher has rows', () => {
  const publisherOf = ({ id, place }: Line): string =>
    id!.startsWith('kosovo-') ? `kosovo ${place}` : id!.split('-')[0]!;
  const described = table('contract_publishers').map(({ recipe, place }) =>
    recipe === 'kosovo' ? `kosovo ${place}` : recipe!,
  );
  expect(new Set(contracts.map(publisherOf))).toEqual(new Set(described));
});

test('what departments joins was printed, and one name is joined in one way', () => {
  const joins = table('departments');
  const printed = new Set(
    contracts.flatMap((row) =>
      ['department', 'category_printed'].map((column) => [row['place'], column, row[column]].join('|')),
    ),
  );
  const keys = joins.map(({ place, column, printed: name }) => [place, column, name].join('|'));
  expect(keys.filter((key) => !printed.has(key))).toEqual([]);
  expect(new Set(keys).size).toBe(keys.length);
});

test('no amount of Toronto is a telephone number', () => {
  const toronto = contracts.filter(({ place }) => place === 'ca-toronto');
  expect(toronto.length).toBeGreaterThan(10_000);
  expect(toronto.filter(({ amount }) => Number(amount) >= 1e9)).toEqual([]);
});

test('a person is a token in every column, and no contact remains', () => {
  const persons = contracts.filter(({ supplier_kind: kind }) => kind === 'person');
  expect(persons.length).toBeGreaterThan(500);
  expect(persons.filter(({ supplier, supplier_id: id }) => !/^masked-\d+$/.test(supplier!) || id !== supplier)).toEqual(
    [],
  );
  const all = contracts.map((row) => Object.values(row).join('\u001f')).join('\n');
  expect(all.match(/[\w.+-]+@[\w-]+\.[a-z]{2,}/i)).toBeNull();
  expect(all.match(/(?<![\d.a-f-])1[3-9]\d{9}(?![\d.a-f])/)).toBeNull();
});
