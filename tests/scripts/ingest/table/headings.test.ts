import { describe, expect, test } from 'vitest';
import { amounts, table } from './cellTable.ts';

describe('names of columns', () => {
  test('are unique, also where a heading has the form of a name that was given', async () => {
    const headings = ['Row', 'Updated on', 'Updated On :', 'Updated on :.1', 'Updated on 2', 'Updated on'];
    const { fields } = await table([headings, headings.map(() => 'x y'), headings.map(() => 'y z')]);
    const names = fields.map(({ name }) => name);
    expect(names.slice(0, 3)).toEqual(['row_2', 'updated_on', 'updated_on_2']);
    expect(new Set(names).size).toBe(headings.length);
    const later = ['Paid 2', 'Paid', 'Paid'];
    const { fields: others } = await table([later, later.map(() => 'x y'), later.map(() => 'y z')]);
    expect(others.map(({ name }) => name)).toEqual(['paid_2', 'paid', 'paid_3']);
  });
});

describe('codes of budgets and documents', () => {
  test.each([
    ['Einzelplan', ['01.6', '04.0', '12.1']],
    ['Titel', ['684.12', '892.10', '685.37']],
    ['Group', ['01.6', '04.0', '12.1']],
    ['COFOGLevel2', ['1.1', '1.3', '10.1']],
    ['codigo_elemento_despesa', ['30', '14', '39']],
    ['COD_DOCUMENTO', ['2141820', '2141818', '2139025']],
    ['Bid Number.1', ['141305', '141327', '141322']],
    ['Pincode', ['785621', '785622', '785623']],
  ])('%s stays text', async (heading, cells) => expect(await amounts(cells, heading)).toEqual(cells));

  test('an amount may be padded', async () =>
    expect(await amounts(['0012.50', '0100.25'])).toEqual([12.5, 100.25]));
});

test('columns that stayed text are said by one list of headings, and only where they have numbers', async () => {
  const said = async (heading: string, cells: string[]): Promise<string[]> =>
    (await table([['Name', heading], ...cells.map((cell) => ['A Ltd', cell])])).ledger.stayed_text.map(
      ({ kind, commonest }) => `${kind} ${commonest}`,
    );
  expect(await said('Price', ['5 or 6', '5 or 6', '7 or 8'])).toEqual(['amount 5 or 6']);
  expect(await said('予算額（千円）', ['5 or 6', '7 or 8'])).toEqual(['amount 5 or 6']);
  expect(await said('采购预算（单位：万元）', ['5 or 6', '7 or 8'])).toEqual(['amount 5 or 6']);
  expect(await said('Due date', ['2024-13-01', '2024-14-01'])).toEqual(['date 2024-13-01']);
  for (const heading of ['Updated by', 'Payment mode', 'spending_source', 'spending_source_id', '预算单位'])
    expect(await said(heading, ['5 or 6', '7 or 8'])).toEqual([]);
  expect(await said('Grant purpose amount', ['To help 12 families in the winter', 'Nothing at all'])).toEqual(
    [],
  );
});
