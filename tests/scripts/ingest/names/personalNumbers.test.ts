import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mask, MASK } from '../../../../scripts/ingest/names/personal.ts';
import { personalNumbersIn } from '../../../../scripts/ingest/names/personalNumbers.ts';

const digits = (count: number): fc.Arbitrary<number[]> =>
  fc.array(fc.nat({ max: 9 }), { minLength: count, maxLength: count });
const isFound = (text: string, heading = ''): boolean => personalNumbersIn(text, heading).length > 0;

describe('official numbers of persons, all made up', () => {
  test.each([
    ['440608199001011234', ''],
    ['123.456.789-09', 'CPF/CNPJ'],
    ['12345678909', 'CPF/CNPJ'],
    ['123-45-6789', 'TIN'],
    ['PLAN900101HDFXXX09', ''],
    ['EJEM900101AB1', 'RFC'],
    ['AB 12 34 56 C', ''],
    ['12345678Z', 'NIF'],
    ['X1234567L', ''],
    ['RSSMRA85T10A562S', ''],
    ['44051401359', 'PESEL'],
    ['1 85 05 78 006 084 91', ''],
    ['A123456789', ''],
    ['A123456(3)', ''],
    ['111222333', 'BSN'],
    ['900101-1234568', ''],
    ['123456789018', 'マイナンバー'],
    ['811228-9874', ''],
    ['20-12345678-6', 'CUIT'],
  ])('%s under “%s” is masked', (number, heading) => {
    expect(mask(number, undefined, heading)).toEqual({ text: MASK, masked: { 'id-number': 1 } });
    expect(mask(`see ${number}, paid`, undefined, heading).text).toBe(`see ${MASK}, paid`);
  });

  test.each([
    ['12.345.678/0001-90', 'CPF/CNPJ', 'a Brazilian company'],
    ['12345678901', 'CPF/CNPJ', 'wrong check digits'],
    ['12-3456789', 'TIN', 'a company of the United States'],
    ['000-45-6789', 'TIN', 'an area that is not given out'],
    ['EJE900101AB1', 'RFC', 'a Mexican company'],
    ['12345678A', 'NIF', 'another letter'],
    ['RSSMRA85T10A562T', '', 'another letter'],
    ['44051401359', 'Invoice', 'no word beside it'],
    ['13391202745', 'OIB', 'a number without its word'],
    ['110111-1234560', '', 'a Korean company'],
    ['A123456780', '', 'wrong check digit'],
    ['2014-04-03', '', 'a date'],
    ['P-000000001', '', 'a number of a document'],
    ['914406000000000001', '', 'a company of China'],
  ])('%s under “%s” stays: %s', (number, heading) => {
    expect(mask(number, undefined, heading).text).toBe(number);
  });

  test('a CPF is found by its own check digits only', () => {
    fc.assert(
      fc.property(digits(9), (body) => {
        fc.pre(new Set(body).size > 1);
        const check = (all: number[]): number => {
          const sum = all.reduce((total, digit, index) => total + digit * (all.length + 1 - index), 0);
          return ((sum * 10) % 11) % 10;
        };
        const first = check(body);
        const second = check([...body, first]);
        const right = [...body, first, second].join('');
        expect(isFound(right, 'cpf')).toBe(true);
        expect(isFound(right.slice(0, -1) + ((second + 1) % 10), 'cpf')).toBe(false);
      }),
    );
  });

  test('a DNI is found by its own letter only', () => {
    fc.assert(
      fc.property(fc.nat({ max: 99_999_999 }), fc.nat({ max: 22 }), (number, other) => {
        const letters = 'TRWAGMYFPDXBNJZSQVHLCKE';
        const text = String(number).padStart(8, '0');
        expect(isFound(text + letters[number % 23]!)).toBe(true);
        if (other !== number % 23) expect(isFound(text + letters[other]!)).toBe(false);
      }),
    );
  });

  test('a Swedish or a Korean number needs a day of birth and its check digit', () => {
    const luhn = (body: string): number => {
      const sum = Array.from(body, Number).reduce((all, digit, index) => {
        const value = index % 2 === 0 ? digit * 2 : digit;
        return all + (value > 9 ? value - 9 : value);
      }, 0);
      return (10 - (sum % 10)) % 10;
    };
    fc.assert(
      fc.property(
        fc.nat({ max: 99 }),
        fc.integer({ min: 1, max: 31 }),
        fc.nat({ max: 999 }),
        (year, month, serial) => {
          const day = `${String(year).padStart(2, '0')}${String(month).padStart(2, '0')}15`;
          const body = `${day}${String(serial).padStart(3, '0')}`;
          expect(isFound(`${day}-${body.slice(6)}${luhn(body)}`)).toBe(month <= 12);
        },
      ),
    );
  });
});
