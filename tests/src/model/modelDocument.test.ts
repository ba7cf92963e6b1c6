import { describe, expect, test } from 'vitest';
import { partsOf } from '../../../src/model/documentText.ts';
import { ModelDocument } from '../../../src/model/modelDocument.ts';

const both = (text: string): { en: string; zh: string } => ({ en: text, zh: text });
const CLAUSE = {
  id: 'pay',
  ...both('Pays {sum}.'),
  law: 'within',
  articles: ['ru-x-gpr-51'],
  note: both('Why.'),
};
const DOCUMENT = {
  order: 1,
  step: 'contract',
  title: both('Title'),
  purpose: both('Purpose'),
  numbering: 'clauses',
  checked: '2026-11-28',
  remedies: ['stable-funding'],
  parts: [{ title: both('Part'), clauses: [CLAUSE] }],
  blanks: { sum: both('sum') },
};
const withClause = (change: object): object => ({
  ...DOCUMENT,
  parts: [{ title: both('Part'), clauses: [{ ...CLAUSE, ...change }] }],
});
const faults = (document: object): string[] => {
  const read = ModelDocument.safeParse(document);
  return read.success ? [] : read.error.issues.map(({ message }) => message);
};

test('a document in order has no fault', () => {
  expect(faults(DOCUMENT)).toEqual([]);
  expect(faults(withClause({ ...both('Pays {sum} under {@pay}.') }))).toEqual([]);
});

describe('a document is refused', () => {
  test.each<[string, object, string]>([
    ['with a blank that is not described', withClause(both('Pays {sum} on {day}.')), '{day}'],
    [
      'with a blank that no text has',
      { ...DOCUMENT, blanks: { sum: both('a'), day: both('b') } },
      '"day" is in no text',
    ],
    ['with other blanks in one language', withClause({ en: 'Pays.', zh: '支付{sum}。' }), 'other blanks'],
    [
      'that refers to no clause',
      withClause(both('Pays {sum} under {@term}.')),
      '"{@term}" is the id of no clause',
    ],
    [
      'with an article under not-checked',
      withClause({ law: 'not-checked' }),
      'is not checked and names an article',
    ],
    ['with a tag that rests on nothing', withClause({ articles: [] }), 'names no article'],
    [
      'with a clause that says no why',
      withClause({ law: 'not-checked', articles: [] }),
      'a text that shows why',
    ],
    [
      'with a choice of nothing',
      { ...DOCUMENT, blanks: { sum: { ...both('a'), kind: 'choice' } } },
      'has options',
    ],
    [
      'with a row of another length',
      withClause({
        table: {
          columns: [
            { ...both('a'), width: 1 },
            { ...both('b'), width: 1 },
          ],
          rows: [['1']],
        },
      }),
      'as many cells as there are columns',
    ],
    [
      'with two clauses of one id',
      { ...DOCUMENT, parts: [{ title: both('Part'), clauses: [CLAUSE, CLAUSE] }] },
      'two clauses have the id "pay"',
    ],
  ])('%s', (_name, document, message) => {
    expect(faults(document).join('\n')).toContain(message);
  });
});

test('a text is words, blanks and numbers of clauses, in their order', () => {
  expect(partsOf('{a}元，见{@pay}。')).toEqual([
    { blank: 'a' },
    { words: '元，见' },
    { clause: 'pay' },
    { words: '。' },
  ]);
  expect(partsOf('')).toEqual([]);
});
