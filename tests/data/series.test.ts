import { describe, expect, test } from 'vitest';
import { number, text, type Row } from '../../src/model/row.ts';
import { readRows } from '../../src/published/readCatalogue.ts';

const idsOf = (rows: Row[]): string[] => rows.map((row) => text(row, 'id'));
const used = (rows: Row[]): Row[] => rows.filter((row) => row['preferred'] === true);

describe('government procurement in China', () => {
  const rows = used(readRows('china-procurement'));
  /** The amount of a measure in a year, on a basis. */
  const amount = (year: number, indicator: string, basis = 'as-printed'): number | undefined => {
    const found = rows.find(
      (row) =>
        row['year'] === year &&
        row['indicator'] === indicator &&
        row['basis'] === basis &&
        row['unit'] === 'CNY' &&
        row['precision'] === 'exact',
    );
    return found && number(found, 'value')!;
  };
  /** Amounts printed with at most three digits are too rounded to be divided. */
  const isSharp = (value: number): boolean => String(value).replace(/0+$/, '').length > 3;
  const years = [...new Set(rows.map((row) => number(row, 'year')!))];

  test('a measure has one used value a year', () => {
    const keyOf = (row: Row): string =>
      ['year', 'period', 'indicator', 'basis', 'unit', 'share_of'].map((name) => text(row, name)).join('|');
    const keys = rows.map(keyOf);
    expect(idsOf(rows.filter((row) => keys.filter((key) => key === keyOf(row)).length > 1))).toEqual([]);
  });

  test.each([
    ['goods, works and services', 'government-procurement', ['goods', 'works', 'services']],
    [
      'forms of organisation',
      'government-procurement',
      ['government-centralised', 'departmental-centralised', 'dispersed'],
    ],
    ['central and local units', 'government-procurement', ['central-units', 'local-units']],
    ['services for the government and for the public', 'services', ['services-for-government', 'services-for-public']],
  ])('%s add up', (_what, whole, parts) => {
    const summed = years.flatMap((year) => {
      const total = amount(year, whole);
      const own = parts.map((part) => amount(year, part));
      if (total === undefined || own.includes(undefined)) return [];
      return [{ year, difference: own.reduce<number>((sum, one) => sum + one!, 0) - total }];
    });
    expect(summed.length).toBeGreaterThan(0);
    // Each part is printed to a tenth of 亿.
    expect(summed.filter(({ difference }) => Math.abs(difference) > 2e7)).toEqual([]);
  });

  test('what was works in 2016 is the difference between the printed and the comparable figures', () => {
    const works = amount(2016, 'works-bought-as-services')!;
    for (const measure of ['government-procurement', 'services'])
      expect(Math.abs(amount(2016, measure)! - amount(2016, measure, 'comparable')! - works)).toBeLessThan(2e7);
  });

  test('a printed share is that of the printed amounts', () => {
    const shares = rows.flatMap((row) => {
      const [year, basis] = [number(row, 'year')!, text(row, 'basis')];
      const of = (indicator: string): number | undefined =>
        amount(year, indicator, basis) ?? (basis === 'comparable' ? amount(year, indicator) : undefined);
      const [part, whole] = [of(text(row, 'indicator')), of(text(row, 'share_of'))];
      if (row['unit'] !== 'share' || !part || !whole || !isSharp(part) || !isSharp(whole)) return [];
      return [{ row, wrong: Math.abs(part / whole - number(row, 'value')!) > 0.0006 }];
    });
    expect(shares.length).toBeGreaterThan(60);
    expect(idsOf(shares.filter(({ wrong }) => wrong).map(({ row }) => row))).toEqual([]);
  });
});

describe('the national series of organisations and workers', () => {
  test.each(['social-organisations', 'social-workers'])('%s have one used value at the end of a year', (dataset) => {
    const national = used(readRows(dataset)).filter((row) => row['place'] === 'cn' && !row['period'] && row['year']);
    const keyOf = (row: Row): string => `${text(row, 'indicator')} ${text(row, 'year')}`;
    const keys = national.map(keyOf);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
    expect(keys.length).toBeGreaterThan(10);
  });
});

describe('studies of effects', () => {
  const studies = readRows('effect-studies', 'effect-studies');
  const effects = readRows('effect-studies', 'effects');

  test('each has an outcome', () => {
    const studied = new Set(effects.map((row) => text(row, 'study')));
    expect(idsOf(studies.filter((row) => !studied.has(text(row, 'id'))))).toEqual([]);
  });

  test('a number of units says what it counts, and data end after they begin', () => {
    expect(idsOf(studies.filter((row) => (row['n'] === null) !== (row['n_unit'] === null)))).toEqual([]);
    expect(idsOf(studies.filter((row) => (number(row, 'data_from') ?? 0) > (number(row, 'data_to') ?? 0)))).toEqual([]);
  });
});
