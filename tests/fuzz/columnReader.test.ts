import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { ColumnReader } from '../../scripts/compile/check/columnReader.ts';
import { breaksConstraint } from '../../scripts/compile/check/constraints.ts';
import { readCell } from '../../scripts/compile/check/type.ts';
import { FIELD_TYPES } from '../../src/model/fieldType.ts';
import { columnOf } from '../../scripts/rules/rule.ts';
import { COMPILE_RULES } from '../../scripts/rules/rules.ts';
import { Field } from '../../src/model/field.ts';
import { fuzz } from './fuzz.ts';
import { hostile } from './hostile.ts';

const both = { en: 'x', zh: 'x' };
const constraints = fc.constantFrom(
  undefined,
  { required: true },
  { enum: ['1', 'a'] },
  { pattern: '^[a-z]' },
);
const field = fc
  .record({ type: fc.constantFrom(...FIELD_TYPES), constraints })
  .map((some) => Field.parse({ name: 'f', title: both, description: both, ...some }));

/** Texts as cells have them, among them what rules change. */
const text = fc.oneof(
  hostile,
  fc.constantFrom(
    '1,000',
    '２０１５',
    '2014年12月5日',
    ' a ',
    '高明 ',
    '\u3000高明',
    'a\u200b',
    '１',
    'ａ',
    '，',
  ),
  fc.string({
    unit: fc.constantFrom(...' \u3000\u00a0\u200b\ufeffa高１,.年-\u4e00\u9fff~!\u007f'),
    maxLength: 4,
  }),
);

/** What a cell comes to, by every rule in its order. */
function byEveryRule(of: Field, raw: string) {
  let after = raw;
  const changed: string[] = [];
  for (const rule of COMPILE_RULES.filter((one) => one.appliesTo(columnOf(of.type)))) {
    const before = after;
    after = rule.clean(before, columnOf(of.type));
    if (after !== before) changed.push(rule.name);
  }
  const typed = readCell(of, after);
  const wrong = 'cell' in typed ? breaksConstraint(of, typed.cell) : typed;
  return { cell: 'cell' in typed ? typed.cell : null, changed, what: wrong?.what };
}

describe('a column reads its cells as all rules, the type and the constraints say', () => {
  fuzz(
    'column: also of a text that it does not show to the rules, or shows once',
    fc.tuple(field, fc.array(text)),
    ([of, texts]) => {
      const reader = new ColumnReader(of);
      for (const raw of [...texts, ...texts]) {
        const { cell, changed, what } = byEveryRule(of, raw);
        if (reader.isCell(raw)) {
          expect({ cell: raw, changed: [], what: undefined }).toEqual({ cell, changed, what });
          continue;
        }
        const read = reader.read(raw);
        expect(read.cell).toBe(cell);
        expect(read.changes.map(({ rule }) => rule)).toEqual(changed);
        expect(read.fault?.what).toBe(what);
      }
    },
  );
});
