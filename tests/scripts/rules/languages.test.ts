import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCell } from '../../../scripts/ingest/table/cell.ts';
import { isoDate } from '../../../scripts/rules/calendar.ts';
import { currencyOf } from '../../../scripts/rules/currency.ts';
import { codesOfCurrency } from '../../../scripts/rules/currencySigns.ts';
import { evidenceOf } from '../../../scripts/rules/evidence.ts';
import { columnOf } from '../../../scripts/rules/rule.ts';

const AMOUNT = columnOf('number', 'amount');
const amount = (text: string): unknown => readCell(text, AMOUNT).cell;
const decimalOf = (cells: string[], heading: string, isNative = false): string =>
  evidenceOf(cells, isNative).decimal({ heading, currency: null });
const date = (text: string): unknown => readCell(text, columnOf('partial-date', 'paid')).cell;

describe('amounts of many languages', () => {
  test('the decimal sign is unsure where no cell of a column without money proves it', () => {
    expect(decimalOf(['1.234', '12.500'], 'Betrag')).toBe('comma');
    expect(decimalOf(['€ 1.234', '€ 12.500'], 'Rate')).toBe('comma');
    expect(decimalOf(['1.234', '12.500'], 'Rate')).toBe('unsure');
    expect(decimalOf(['1.234', '0.125'], 'Rate')).toBe('point');
    expect(decimalOf(['1.234', '1,234'], 'Betrag')).toBe('unsure');
    expect(decimalOf(['1.125', '2.375'], 'Betrag', true)).toBe('point');
    expect(readCell('1.234', { ...AMOUNT, decimal: 'unsure' })).toMatchObject({
      what: 'does not say whether it has decimals or thousands',
    });
  });

  test('a number written in any language proves nothing against it, and is read back', () => {
    const amounts = fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 8 });
    const style = fc.constantFrom(
      ...([
        ['de-DE', 'EUR'],
        ['en-GB', 'GBP'],
        ['en-IN', 'INR'],
        ['fr-FR', 'EUR'],
        ['pl-PL', 'PLN'],
        ['de-CH', 'CHF'],
        ['pt-BR', 'BRL'],
        ['cs-CZ', 'CZK'],
        ['ja-JP', 'JPY'],
        ['ko-KR', 'KRW'],
        ['sv-SE', 'SEK'],
        ['hu-HU', 'HUF'],
        ['nl-NL', 'EUR'],
        ['zh-TW', 'TWD'],
      ] as const),
    );
    fc.assert(
      fc.property(amounts, style, (numbers, [locale, currency]) => {
        const whole = ['JPY', 'KRW', 'HUF', 'TWD'].includes(currency);
        const written = new Intl.NumberFormat(locale, {
          style: 'currency',
          currency,
          ...(whole ? { maximumFractionDigits: 0 } : {}),
        });
        const values = numbers.map((n) => (whole ? n : n / 100));
        const cells = values.map((n) => written.format(n).replace(/[\u200e\u200f]/g, ''));
        const evidence = evidenceOf(cells);
        const column = {
          ...AMOUNT,
          currency: currencyOf(cells.map((cell) => [cell, 1])),
          decimal: evidence.decimal({ heading: 'amount', currency: null }),
        };
        expect(column.currency).not.toBeNull();
        // Adding zero turns -0 into 0.
        for (const [index, cell] of cells.entries())
          expect(readCell(cell, column).cell, cell).toBe(values[index]! + 0);
      }),
    );
  });

  test('signs and codes stand for the currencies that Unicode CLDR gives them', () => {
    expect(codesOfCurrency('zł')).toEqual(['PLN']);
    expect(codesOfCurrency('R$')).toEqual(['BRL']);
    expect(codesOfCurrency('CAD')).toEqual(['CAD']);
    expect(codesOfCurrency('$')).toEqual(expect.arrayContaining(['USD', 'CAD', 'AUD']));
    for (const other of ['K', 'Q', 'km', 'about', 'TBC', '约', 'RM'])
      expect(codesOfCurrency(other), other).toBeNull();
    expect(
      currencyOf([
        ['$5', 90],
        ['CAD 7', 1],
      ]),
    ).toBe('CAD');
    for (const code of ['RM101', 'SEK123', 'Q3', 'CAD2024']) expect(amount(code), code).toBeUndefined();
  });

  test('a number with more digits than a number can hold is named', () => {
    expect(amount('9007199254740991')).toBe(9007199254740991);
    expect(readCell('9007199254740993', AMOUNT)).toMatchObject({
      what: 'has more digits than a number can hold',
    });
  });
});

describe('dates of many languages', () => {
  test('every day is read back with the name of its month in every language, and by the year of the Republic of China', () => {
    const day = fc.date({ min: new Date('2012-01-01'), max: new Date('2059-12-31'), noInvalidDate: true });
    const language = fc.constantFrom(
      'en-GB',
      'en-US',
      'es',
      'pt',
      'fr',
      'de',
      'it',
      'nl',
      'pl',
      'cs',
      'sv',
      'ro',
    );
    fc.assert(
      fc.property(day, language, fc.constantFrom('long', 'short'), (moment, locale, month) => {
        const [y, m, d] = [moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate()];
        const iso = isoDate(y, m, d);
        const written = moment.toLocaleDateString(locale, {
          day: 'numeric',
          month,
          year: 'numeric',
          timeZone: 'UTC',
        });
        if (/\p{L}{3}/u.test(written)) expect(date(written), written).toBe(iso);
        const pad = (n: number): string => String(n).padStart(2, '0');
        for (const text of [
          `${y - 1911}/${pad(m)}/${pad(d)}`,
          `民國${y - 1911}年${m}月${d}日`,
          `${y - 1911}${pad(m)}${pad(d)}`,
        ])
          expect(date(text), text).toBe(iso);
      }),
    );
  });
});
