import { describe, expect, test } from 'vitest';
import { formerIds, sourcesOfRow, text, type Row } from '../../src/model/row.ts';
import { readCatalogue, readRows } from '../../src/published/readCatalogue.ts';
import { openDatabase } from '../publishedDatabase.ts';

const rows: Row[] = readCatalogue().datasets.flatMap((dataset) =>
  dataset.tables
    .filter((table) => !table.large && table.fields.some(({ name }) => name === 'id'))
    .flatMap((table) => readRows(dataset.id, table.name)),
);
const sources = readRows('sources');
const idsOf = (found: Row[]): string[] => found.map((row) => text(row, 'id'));

describe('the year of a row is', () => {
  test('the end of the span where there is one', () => {
    const closed = rows.filter((row) => /\/\d{4}/.test(text(row, 'period')));
    expect(closed.length).toBeGreaterThan(50);
    expect(idsOf(closed.filter((row) => text(row, 'period').split('/')[1]!.slice(0, 4) !== text(row, 'year')))).toEqual(
      [],
    );
  });

  test('never that of a publication that gives none', () => {
    const undated = rows.filter((row) => /year not (given|shown)/i.test(text(row, 'note_en')));
    expect(undated.length).toBeGreaterThan(20);
    expect(idsOf(undated.filter((row) => row['year'] !== null))).toEqual([]);
    expect(idsOf(rows.filter((row) => /year of (the )?(publication|paper|report)/i.test(text(row, 'note_en'))))).toEqual(
      [],
    );
  });
});

describe('one figure is one row', () => {
  test('no row says that it repeats another', () => {
    expect(idsOf(rows.filter((row) => /same figure as/i.test(text(row, 'note_en'))))).toEqual([]);
  });

  test('a row names a source once', () => {
    expect(idsOf(rows.filter((row) => new Set(sourcesOfRow(row)).size !== sourcesOfRow(row).length))).toEqual([]);
  });
});

describe('a source', () => {
  test('whose title was not seen has our description in brackets', () => {
    const ours = sources.filter((row) => /title (paraphrased|not shown)/i.test(text(row, 'note')));
    expect(ours.length).toBeGreaterThan(20);
    expect(idsOf(ours.filter((row) => !/^[[（(]/.test(text(row, 'title'))))).toEqual([]);
  });

  test('that was merged leads to an existing one, by an id that no other has', () => {
    const all = [...idsOf(sources), ...sources.flatMap(formerIds)];
    expect(new Set(all).size).toBe(all.length);
  });
});

test('the view of all figures says which are used', () => {
  const database = openDatabase();
  const left = database.prepare('SELECT id FROM figures WHERE NOT preferred ORDER BY id').all();
  database.close();
  const figures = rows.filter((row) => 'indicator' in row && 'precision' in row);
  expect(left.map(({ id }) => id)).toEqual(idsOf(figures.filter((row) => row['preferred'] === false)).sort());
  expect(left.length).toBeGreaterThan(10);
});
