import { describe, expect, test } from 'vitest';
import { amounts, column, dates, fixture, lastType, table, withLateRow } from './cellTable.ts';

describe('types come before masking', () => {
  test('an amount of eleven digits is no telephone number', async () => {
    const made = await fixture('amount-taken-for-mobile');
    expect(column(made, 'contract_value')).toEqual([13500000000, 2000000, 17754872394]);
    expect(made.ledger.masked).toEqual([]);
  });

  test('nor is it in a column of amounts that stays text, or in a rejected row', async () => {
    expect(await amounts(['13500000000', 'nil', 'nil', 'see note'])).toEqual([
      '13500000000',
      'nil',
      'nil',
      'see note',
    ]);
    const rows = Array.from({ length: 30 }, (_, n) => [`B${n} Ltd`, '1', '5']);
    const { rejects } = await table([['Name', 'Qty', '金额'], ...rows, ['B Ltd', 'x y', '17754872394']]);
    expect(rejects[0]!.cells).toEqual(['B Ltd', 'x y', '17754872394']);
  });

  test('a telephone number under its heading, or beside its word, is masked in a column of text', async () => {
    const made = await table([
      ['Name', 'Note'],
      ['A Ltd', 'phone 13812345678'],
      ['B Ltd', '13812345678'],
    ]);
    expect(column(made, 'Note')).toEqual(['phone ▇', '13812345678']);
  });

  test('a company’s tax number stays, alone and behind its name', async () => {
    const made = await fixture('company-tax-number-masked');
    expect(made.rows[0]).toEqual(['Udruga Krapina (13391202745)', '13391202745', 5000]);
    expect(made.ledger.masked).toEqual([]);
  });

  test('examples of a column of text are masked in the proposal', async () => {
    const { fields } = await table([['Supplier'], ['Jane Example'], ['A Ltd'], ['someone@example.org']]);
    expect(fields[0]!.examples).toEqual(['▇', 'A Ltd', '▇']);
  });
});

describe('dates', () => {
  test('with a time and a zone, and dotted with the day first', async () => {
    expect(column(await fixture('date-gmt'), 'Date')).toEqual(['2012-11-22', '2012-11-23']);
    expect(column(await fixture('date-dotted'), 'Datum')).toEqual(['2024-03-05', '2024-04-11']);
  });

  test.each([
    [
      ['113/03/05', '113/12/31'],
      ['2024-03-05', '2024-12-31'],
    ],
    [
      ['1130305', '1121231'],
      ['2024-03-05', '2023-12-31'],
    ],
    [
      ['民國113年3月5日', '民國99年12月'],
      ['2024-03-05', '2010-12'],
    ],
    [
      ['5 de marzo de 2024', '11 abril 2024'],
      ['2024-03-05', '2024-04-11'],
    ],
    [
      ['5 février 2024', '1er août 2024'],
      ['2024-02-05', '2024-08-01'],
    ],
    [
      ['5. März 2024', '11. Dezember 2024'],
      ['2024-03-05', '2024-12-11'],
    ],
    [
      ['5 de março de 2024', '11 de dezembro de 2024'],
      ['2024-03-05', '2024-12-11'],
    ],
    [
      ['5 marzo 2024', '11 dicembre 2024'],
      ['2024-03-05', '2024-12-11'],
    ],
    [
      ['5 maart 2024', '11 augustus 2024'],
      ['2024-03-05', '2024-08-11'],
    ],
    [
      ['5 marca 2024', '11 listopada 2024'],
      ['2024-03-05', '2024-11-11'],
    ],
    [
      ['2024년 3월 5일', '2024년 12월 11일'],
      ['2024-03-05', '2024-12-11'],
    ],
    [
      ['2024. 3. 5.', '2024.12.11.'],
      ['2024-03-05', '2024-12-11'],
    ],
    [
      ['Thu Nov 22 00:00:00 GMT 2012', 'Fri Nov 23 00:00:00 GMT 2012'],
      ['2012-11-22', '2012-11-23'],
    ],
    [
      ['Tuesday, March 5, 2024', 'Wed, 6 March 2024'],
      ['2024-03-05', '2024-03-06'],
    ],
    [
      ['2015-04-08 10:30 UTC+2', '2015-04-09T10:30:00+02:00'],
      ['2015-04-08', '2015-04-09'],
    ],
    [
      ['2024-03-05(火)', '2024-03-06(水)'],
      ['2024-03-05', '2024-03-06'],
    ],
  ])('%j → %j', async (cells, iso) => expect(await dates(cells)).toEqual(iso));

  test('texts with a number and a word are no dates', async () => {
    expect(await dates(['Room 5', 'March 5', 'Home care 264'], 'What')).toEqual([
      'Room 5',
      'March 5',
      'Home care 264',
    ]);
  });
});

describe('identifiers stay text', () => {
  test('by their heading', async () => {
    expect(column(await fixture('invoice-broken-by-excel'), 'Invoice')).toEqual([
      '1.23457E+11',
      '1.98765E+12',
    ]);
    expect(column(await fixture('invoice-broken-by-excel'), 'Amount')).toEqual([1500, 200]);
    const codes = column(await fixture('code-column-as-number'), 'Category-Catégorie_code_OBJ-ART');
    expect([codes[0], codes.at(-1)]).toEqual(['2', '3A']);
    for (const heading of [
      'Document Number',
      'PLZ',
      'CPV',
      'Nº de factura',
      'Auftragsnr',
      '統一编号',
      'NIT',
      'Postcode',
    ])
      expect(
        lastType(
          await table([
            ['x', heading],
            ['a', '12'],
            ['b', '34'],
          ]),
        ),
        heading,
      ).toBe('string');
    for (const heading of ['Number of bids', 'Invoice amount', '序号', 'Quantity', 'Total number'])
      expect(
        lastType(
          await table([
            ['x', heading],
            ['a', '12'],
            ['b', '34'],
          ]),
        ),
        heading,
      ).toBe('integer');
  });

  test('by any cell with a letter, a leading zero, or more digits than a number holds', async () => {
    const rows = Array.from({ length: 60 }, (_, n) => [`B${n}`, `${n + 1}`]);
    for (const cell of ['3A', '007', '9007199254740993'])
      expect(column(await table([['x', 'Ward'], ...rows, ['z', cell]]), 'Ward').at(-1)).toBe(cell);
  });

  test('also where it comes after the rows from which the table was planned', async () => {
    for (const cell of ['3A', '007', '9007199254740993']) {
      const made = await withLateRow('Ward', cell);
      expect([made.rows.length, made.rows[0]![1], made.rows.at(-1)]).toEqual([701, '1', ['Last Ltd', cell]]);
    }
    const unsure = await withLateRow('Rate', '1.234');
    expect([unsure.rows.at(-1), unsure.fields[1]!.unsure]).toEqual([['Last Ltd', '1.234'], '1.234']);
  });
});

describe('persons and organisations in any language', () => {
  test('payees, officials and their numbers', async () => {
    const spanish = await fixture('persons-spanish-heading');
    expect(spanish.fields.map(({ heading }) => heading)).toEqual(['Proveedor_Contratista', 'Importe']);
    expect(column(spanish, 'Proveedor_Contratista')).toEqual(['▇', 'DISTRIBUIDORA EJEMPLO SA DE CV', '▇']);
    expect(column(await fixture('persons-traditional-chinese'), '承辦商')).toEqual([
      '陳大文工程有限公司',
      '▇',
    ]);
    expect((await fixture('persons-brazil-cpf')).rows).toEqual([
      ['▇', '▇', 1000],
      ['Empresa Limpa Ltda', '12.345.678/0001-90', 2000],
    ]);
    expect((await fixture('us-ssn')).rows).toEqual([
      ['▇', '▇', 1],
      ['ACME Inc', '12-3456789', 2],
    ]);
    const buyers = await fixture('buyer-name');
    expect(buyers.ledger.columns_dropped).toEqual(['Buyer Name', 'Buyer Email']);
  });

  test('no organisation is masked', async () => {
    const made = await fixture('organisations-masked');
    expect(made.rows.filter(([supplier]) => String(supplier).includes('▇'))).toEqual([]);
  });
});

describe('the order of day and month', () => {
  test('is known from a list of one month, unsurely', async () => {
    const days = ['05/10/2012', '07/10/2012', '09/10/2012', '11/10/2012'];
    const made = await table([['Name', 'Paid on date'], ...days.map((day) => ['A Ltd', day])]);
    expect(column(made, 'Paid on date')[0]).toBe('2012-10-05');
    expect(made.ledger.assumed.at(-1)).toEqual({
      what: 'order of day and month',
      is: 'day-first in Paid on date',
      sure: false,
    });
    const reversed = days.map((day) => day.replace(/^(..)\/(..)/, '$2/$1'));
    expect((await dates(reversed))[0]).toBe('2012-10-05');
    expect((await dates(['05/10/2012', '07/10/2012', '09/11/2012', '11/10/2012']))[0]).toBe('05/10/2012');
  });

  test('is that of nearly all cells that prove one; the others are at fault', async () => {
    const days = Array.from({ length: 14 }, (_, at) => `${at + 13}/10/2012`);
    const rows = [...days, ...days, '09/20/2012'].map((day) => ['A Ltd', day]);
    const { rejects, rows: out } = await table([['Name', 'Date'], ...rows]);
    expect([out.length, rejects.map(({ value }) => value)]).toEqual([28, ['09/20/2012']]);
  });

  test('several payments in one row have no date', async () =>
    expect(await dates(['13/10/2012', '14/10/2012', 'VARIOUS'])).toEqual(['2012-10-13', '2012-10-14', null]));
});
