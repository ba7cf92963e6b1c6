import { describe, expect, test } from 'vitest';
import { chartOf } from '../../../../src/components/sql/resultShape.ts';

describe('the chart of a result', () => {
  test('is bars where one column of text names each row', () => {
    expect(
      chartOf(
        ['kind', 'n'],
        [
          ['a', 1],
          ['b', 2],
        ],
      ),
    ).toEqual({ kind: 'bars', label: 0, values: [1] });
  });

  test('is a line where a column of years has one number a year, also where the years are text', () => {
    expect(
      chartOf(
        ['n', 'year'],
        [
          [1, 2019],
          [2, 2020],
        ],
      ),
    ).toEqual({ kind: 'lines', label: 1, values: [0] });
    expect(
      chartOf(
        ['year', 'n'],
        [
          ['2019', 1],
          ['2020', 2],
        ],
      ),
    ).toMatchObject({ kind: 'lines', label: 0 });
  });

  test('is several lines where a column of text names them', () => {
    const rows = [
      [2019, 'a', 1],
      [2019, 'b', 2],
      [2020, 'a', 3],
    ];
    expect(chartOf(['fiscal_year', 'kind', 'n'], rows)).toEqual({
      kind: 'lines',
      label: 0,
      series: 1,
      values: [2],
    });
    expect(chartOf(['fiscal_year', 'kind', 'n'], [...rows, [2020, 'a', 4]])).toBeUndefined();
  });

  test('draws a share before a count', () => {
    expect(
      chartOf(
        ['place', 'contracts', 'one_bid_percent'],
        [
          ['a', 9, 50],
          ['b', 8, 40],
        ],
      )!.values,
    ).toEqual([2, 1]);
  });

  test.each([
    ['one row', ['kind', 'n'], [['a', 1]]],
    [
      'no number',
      ['kind', 'words'],
      [
        ['a', 'x'],
        ['b', 'y'],
      ],
    ],
    [
      'two columns of text',
      ['kind', 'place', 'n'],
      [
        ['a', 'x', 1],
        ['b', 'y', 2],
      ],
    ],
    [
      'a name that is repeated',
      ['kind', 'n'],
      [
        ['a', 1],
        ['a', 2],
      ],
    ],
    [
      'negative numbers',
      ['kind', 'n'],
      [
        ['a', -1],
        ['b', 2],
      ],
    ],
    [
      'only zeros',
      ['kind', 'n'],
      [
        ['a', 0],
        ['b', 0],
      ],
    ],
    [
      'only numbers',
      ['a', 'b'],
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      'seven lines',
      ['year', 'kind', 'n'],
      ['a', 'b', 'c', 'd', 'e', 'f', 'g'].flatMap((kind) => [
        [2019, kind, 1],
        [2020, kind, 1],
      ]),
    ],
  ])('is none with %s', (_name, columns, rows) => {
    expect(chartOf(columns, rows)).toBeUndefined();
  });
});
