import { expect, test } from 'vitest';
import { diffRecords, isSame } from '../../../src/model/rowDiff.ts';

const BEFORE = [
  ['id', 'value', 'note'],
  ['a', '1', ''],
  ['b', '2', ''],
  ['c', '3', ''],
];

test('rows added, removed and changed, with the columns that differ', () =>
  expect(
    diffRecords(
      BEFORE,
      [
        ['id', 'value', 'note'],
        ['a', '1', ''],
        ['b', '20', 'read again'],
        ['d', '4', ''],
      ],
      ['id'],
    ),
  ).toEqual({
    added: ['d'],
    removed: ['c'],
    changed: [{ key: 'b', columns: ['value', 'note'] }],
  }));

test('another order of rows or columns is not a difference', () =>
  expect(
    isSame(
      diffRecords(
        BEFORE,
        [
          ['note', 'id', 'value'],
          ['', 'c', '3'],
          ['', 'a', '1'],
          ['', 'b', '2'],
        ],
        ['id'],
      ),
    ),
  ).toBe(true));

test('a new column is a change only where it is filled', () =>
  expect(
    diffRecords(
      BEFORE,
      [
        ['id', 'value', 'note', 'unit'],
        ['a', '1', '', 'CNY'],
        ['b', '2', '', ''],
        ['c', '3', '', ''],
      ],
      ['id'],
    ).changed,
  ).toEqual([{ key: 'a', columns: ['unit'] }]));
