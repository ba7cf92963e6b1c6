import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { readCell as readClean } from '../../scripts/compile/check/type.ts';
import { breaksConstraint } from '../../scripts/compile/check/constraints.ts';
import { readCell } from '../../scripts/ingest/table/cell.ts';
import { charactersOf } from '../../scripts/rules/characters.ts';
import { currencyOf } from '../../scripts/rules/currency.ts';
import { codesOfCurrency } from '../../scripts/rules/currencySigns.ts';
import { evidenceOf } from '../../scripts/rules/evidence.ts';
import { isIsoDate } from '../../scripts/rules/calendar.ts';
import { columnOf, type Column } from '../../scripts/rules/rule.ts';
import { cleanerOf, INGEST_RULES } from '../../scripts/rules/rules.ts';
import { Field } from '../../src/model/field.ts';
import { FIELD_TYPES } from '../../src/model/fieldType.ts';
import { fuzz } from './fuzz.ts';
import { broken } from './hostile.ts';

/** Cells as in exports, almost valid cells, and hostile ones. */
const raw = fc.oneof(
  broken,
  fc.stringMatching(/^[-(£¥$]{0,2}[\d.,'  -]{1,12}[)-]?(万|亿|元|円|E\+0\d)?$/),
  fc.stringMatching(/^-?\d{1,30}(\.\d{1,9})?[Ee]?[+-]?\d{0,3}(万亿|亿元)?$/),
  fc.stringMatching(/^[零一二三壹贰叁十拾百佰千仟万亿元角分整]{1,20}$/),
  fc.stringMatching(/^(令和|平成|H|R)?\d{1,4}[年/.-]\d{1,2}[月/.-]\d{0,4}日?( \d\d:\d\d)?$/),
  fc.stringMatching(/^\d{5,13}(\.\d+)?$/),
  fc.stringMatching(/^[〇零一二三四五六七八九]{4}年[一二三十]{1,3}月[一二三十]{1,3}[日号]$/),
  fc.stringMatching(/^\d{1,2}(st|nd|th)?[ -](jan|Feb|MARCH|sept)[ -,]{1,2}\d{2,4}$/),
);

const column: fc.Arbitrary<Column> = fc.record({
  heading: fc.constantFrom('amount', '金额', 'paid'),
  type: fc.constantFrom('string', 'integer', 'number', 'year', 'partial-date'),
  dayOrder: fc.constantFrom('day-first', 'month-first', 'unclear'),
  decimal: fc.constantFrom('point', 'comma', 'unsure'),
  currency: fc.constantFrom(null, '£', '¥', '$'),
  utcOffset: fc.constantFrom(0, 480, -300),
});

const NO_NUMBER = /NaN|Infinity|undefined|null/;

describe('rules of ingest', () => {
  for (const rule of INGEST_RULES)
    fuzz(
      `rules: ${rule.name} leaves a text alone that has no character it needs`,
      fc.tuple(raw, column),
      ([text, of]) => {
        if (rule.appliesTo(of) && (charactersOf(text) & rule.needs) === 0)
          expect(rule.clean(text, of)).toBe(text);
      },
    );

  for (const rule of INGEST_RULES)
    fuzz(
      `rules: ${rule.name} applied twice changes nothing more, and makes no NaN`,
      fc.tuple(raw, column),
      ([text, of]) => {
        if (!rule.appliesTo(of)) return;
        const once = rule.clean(text, of);
        expect(rule.clean(once, of)).toBe(once);
        if (!NO_NUMBER.test(text)) expect(once).not.toMatch(NO_NUMBER);
      },
    );

  fuzz(
    'rules: all together give a cell of the column’s type, or what is wrong with it',
    fc.tuple(raw, column),
    ([text, of]) => {
      const { cell, what } = readCell(text, of);
      if (what !== undefined || cell === null) return;
      if (of.type === 'string') expect(cell).toBeTypeOf('string');
      else if (of.type === 'partial-date') expect(isIsoDate(String(cell))).toBe(true);
      else if (of.type === 'number') expect(Number.isFinite(cell)).toBe(true);
      else expect(Number.isInteger(cell)).toBe(true);
      expect(Object.is(cell, -0)).toBe(false);
    },
  );

  fuzz('rules: all together leave a clean cell alone', fc.tuple(raw, column), ([text, of]) => {
    const { cell } = readCell(text, of);
    if (cell === undefined || cell === null) return;
    const printed = String(cell);
    // Exports contain neither JavaScript's notation of the largest and smallest numbers, nor points in a column of decimal commas.
    if (typeof cell === 'number' && (/e/.test(printed) || of.decimal !== 'point')) return;
    expect(readCell(printed, of).cell).toBe(cell);
  });

  fuzz('rules: applied again to what they gave, none of them finds anything in a text', raw, (text) => {
    const { clean } = cleanerOf(columnOf('string'), INGEST_RULES);
    const once = clean(text);
    expect(clean(once)).toBe(once);
  });

  fuzz('rules: the evidence of a column is found in any cells', fc.array(raw, { maxLength: 6 }), (cells) => {
    expect(['day-first', 'month-first', 'unclear']).toContain(evidenceOf(cells).dayOrder);
    const currency = currencyOf(cells.map((cell) => [cell, 1]));
    expect(['point', 'comma', 'unsure']).toContain(evidenceOf(cells).decimal({ heading: 'n', currency }));
    if (currency !== null) expect(codesOfCurrency(currency)).not.toEqual([]);
  });
});

const both = { en: 'x', zh: 'x' };
const fieldOf = (type: (typeof FIELD_TYPES)[number]): Field =>
  Field.parse({
    name: 'x',
    type,
    title: both,
    description: both,
    constraints: { minimum: 0, maximum: 10, required: true },
  });

describe('rules of the compile', () => {
  fuzz(
    'clean: a cell is of its type and finite, or a fault',
    fc.tuple(raw, fc.constantFrom(...FIELD_TYPES)),
    ([text, type]) => {
      const field = fieldOf(type);
      const read = readClean(field, text);
      if (!('cell' in read)) {
        expect(read.right ?? '').not.toMatch(NO_NUMBER);
        return;
      }
      if (typeof read.cell === 'number') {
        expect(Number.isFinite(read.cell)).toBe(true);
        expect(Object.is(read.cell, -0)).toBe(false);
      }
      breaksConstraint(field, read.cell);
    },
  );
});
