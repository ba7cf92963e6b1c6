import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import {
  begunIn,
  howChosen,
  latestSum,
  measureOf,
  purchasesOf,
  regionOf,
  yearOf,
  yearsOf,
} from '../../../../src/components/case/caseFacts.ts';
import { number, text } from '../../../../src/model/row.ts';
import { findRow } from '../../../../src/published/lookup.ts';
import { readRows } from '../../../../src/published/readCatalogue.ts';

const CASES = 'content/cases';
interface Head {
  place: string;
  begun?: string;
  numbers: string[];
}
const headOf = (slug: string, language: string): Head =>
  parse(/^---\n([\s\S]*?)\n---/.exec(readFileSync(`${CASES}/${slug}/${language}.mdx`, 'utf8'))![1]!) as Head;

test('a place is in its province in China, in its country elsewhere', () => {
  expect(
    ['gaoming', 'nanhai-dali', 'shenzhen', 'beijing', 'hong-kong', 'se', 'gb-eng', 'us-nyc'].map((place) =>
      text(regionOf(place), 'id'),
    ),
  ).toEqual(['guangdong', 'guangdong', 'guangdong', 'beijing', 'hong-kong', 'se', 'gb', 'us']);
});

test('the sum of a place is the latest of a year, and of one programme only where there is none of a year', () => {
  for (const slug of readdirSync(CASES)) {
    const { place } = headOf(slug, 'en');
    const sum = latestSum(place);
    const own = readRows('purchases').filter((row) => row['place'] === place && number(row, 'year') !== null);
    const ofYear = own.filter((row) => row['coverage'] === 'place-year' && row['preferred'] !== false);
    if (ofYear.length > 0) {
      expect(sum!['coverage'], slug).toBe('place-year');
      expect(number(sum!, 'year'), slug).toBe(Math.max(...ofYear.map((row) => number(row, 'year')!)));
    } else expect(sum?.['coverage'] ?? 'programme', slug).toBe('programme');
  }
  expect(latestSum('gaoming')).toBeUndefined();
});

test('the sums of a place are those of the places within it too, the latest first, without readings not in use', () => {
  const sums = purchasesOf('beijing');
  expect(new Set(sums.map((row) => row['place']))).toEqual(new Set(['beijing', 'beijing-mentougou']));
  const years = sums.map((row) => number(row, 'year') ?? 0);
  expect(years).toEqual(years.toSorted((a, b) => b - a));
  expect(sums.map((row) => row['id'])).toContain('cp-f-bj-401');
  expect(sums.map((row) => row['id'])).not.toContain('cp-f-bj-420');
  expect(purchasesOf('gaoming')).toEqual([]);
});

test('the numbers that a case names are its own, measured, and the same in both languages', () => {
  for (const slug of readdirSync(CASES)) {
    const head = headOf(slug, 'en');
    expect(headOf(slug, 'zh'), slug).toMatchObject({ numbers: head.numbers, place: head.place });
    expect(headOf(slug, 'zh').begun, slug).toBe(head.begun);
    for (const id of head.numbers) {
      const { row } = findRow(id);
      expect(measureOf(row, 'en'), id).not.toBe('');
      expect(yearsOf(row), `${slug}: ${id} has no year`).not.toBe('');
      expect(regionOf(text(row, 'place')), id).toBe(regionOf(head.place));
      expect(row['preferred'], `${id} is not the reading in use`).not.toBe(false);
    }
    if (head.begun) {
      expect(regionOf(text(findRow(head.begun).row, 'place')), slug).toBe(regionOf(head.place));
      expect(begunIn(head.begun), slug).toMatch(/^\d{4}$/);
    }
  }
});

test('the year of a row is the first of its span, and what has none is an error', () => {
  expect(yearOf({ id: 'a', period: '2012/2015', year: 2015 })).toBe('2012');
  expect(yearOf({ id: 'a', date: '2008-01' })).toBe('2008');
  expect(() => yearOf({ id: 'a', year: null })).toThrow('"a" has no year');
  expect(yearsOf({ period: '2023-01/2023-06', year: 2023 })).toBe('2023');
  expect(yearsOf({ period: '2008/2013', year: 2013 })).toBe('2008–2013');
});

test('how providers are chosen is empty where nothing was found', () => {
  expect(howChosen('denmark-not-a-place', 'en')).toEqual([]);
  expect(howChosen('se', 'zh')).toEqual(['由使用者选择']);
});
