import { describe, expect, test } from 'vitest';
import { dataset, field, Project } from '../../project.ts';

/** A project with one more dataset of one table. */
const project = (id: string, table: string, columns: Record<string, string>, rows: string[]): Project =>
  new Project({
    [`data/${id}/dataset.yaml`]: dataset(
      id,
      Object.entries(columns).map(([name, type]) => field(name, type)),
      table,
    ),
    [`data/${id}/CHANGES.md`]: '## 1.0.0 — 2026-11-24\n',
    [`data/${id}/${id}.csv`]: [Object.keys(columns).join(), ...rows, ''].join('\n'),
  });

describe('what no two rows may share', () => {
  const works = (...rows: string[]): Promise<string[]> =>
    project(
      'works',
      '    uniqueKeys: [[url], [number, place]]',
      { id: 'string', url: 'url', number: 'string', place: 'string' },
      rows,
    ).faults();

  test.each([
    [
      'an address, with and without https and www',
      'b,http://example.org/a/,,',
      'data/works/works.csv:3:url "http://example.org/a/" is in row 2 already',
    ],
    [
      'a number in other brackets and width, in the same place',
      'b,,财综【2016】５４号,cn',
      'data/works/works.csv:3:number+place "财综【2016】５４号 + cn" is in row 2 already',
    ],
  ])('%s', async (_what, row, fault) => {
    expect(await works('a,https://www.example.org/a,财综〔2016〕54号,cn', row)).toEqual([
      `${fault} (make one row of the two, and point at it wherever the other was pointed at)`,
    ]);
  });

  test('an empty one, another place, another page are no fault', async () => {
    expect(
      await works('a,https://example.org/a,54号,cn', 'b,https://example.org/A,54号,gd', 'c,,,cn', 'd,,,cn'),
    ).toEqual([]);
  });
});

test('each key in a list of keys is looked up', async () => {
  const found = await project(
    'more',
    '    foreignKeys: [{ fields: [also_in], list: true, reference: { dataset: sources, table: sources, fields: [id] } }]',
    { id: 'string', also_in: 'string' },
    ['a,gf-gm-report-2019 gf-gm-gov-report-2016', 'b,', 'c,gf-gm-report-2019 nowhere'],
  ).faults();
  expect(found).toEqual([
    'data/more/more.csv:4:also_in "nowhere" is not in sources/sources (add it to data/sources/sources.csv or correct the spelling)',
  ]);
});

describe('rows that disagree', () => {
  const readings = (...rows: string[]): Promise<string[]> =>
    project('figures', '', { id: 'string', disagrees_with: 'string', preferred: 'boolean' }, rows).faults();

  test('one of them is preferred, and every other row', async () => {
    expect(await readings('a,b c,true', 'b,a,false', 'c,a,false', 'd,,true')).toEqual([]);
  });

  test.each([
    [
      'two are preferred',
      ['a,b,true', 'b,a c,false', 'c,b,true'],
      'data/figures/figures.csv:2:preferred is true of 2 of the rows that disagree: a, b, c (true of one of them)',
    ],
    [
      'none is preferred',
      ['a,b,false', 'b,a,false'],
      'data/figures/figures.csv:2:preferred is true of 0 of the rows that disagree: a, b (true of one of them)',
    ],
    [
      'a row that disagrees with none is not preferred',
      ['a,,false'],
      'data/figures/figures.csv:2:preferred "false" is said of a row that disagrees with none (true, or name in disagrees_with the row that is used)',
    ],
    [
      'one names the other, which does not name it',
      ['a,b,true', 'b,,true'],
      'data/figures/figures.csv:3:disagrees_with does not name a, which names it (add a)',
    ],
    [
      'one names a row that is nowhere',
      ['a,x,true'],
      'data/figures/figures.csv:2:disagrees_with "x" is no row of these tables',
    ],
  ])('%s', async (_what, rows, fault) => {
    expect(await readings(...rows)).toEqual([fault]);
  });
});

test('a column that goes with a value of another is filled there, and nowhere else', async () => {
  const found = await project(
    'prices',
    '',
    { id: 'string', coverage: 'string', per: 'string, filledWhere: { field: coverage, is: [unit-price] }' },
    ['a,unit-price,hour', 'b,contract,', 'c,unit-price,', 'd,contract,hour', 'e,,hour'],
  ).faults();
  expect(found).toEqual([
    'data/prices/prices.csv:4:per is missing (coverage is unit-price, and a row of that kind has a per)',
    'data/prices/prices.csv:5:per is filled (coverage is contract; per is filled only where it is unit-price)',
    'data/prices/prices.csv:6:per is filled (coverage is empty; per is filled only where it is unit-price)',
  ]);
});

describe('a field with a shared code list', () => {
  const LISTS = 'care: { home: { en: Home, zh: 居家 }, day: { en: Day, zh: 日间 } }\n';
  const cares = (type: string, row: string, lists = LISTS): Project => {
    const made = project('cares', '', { id: 'string', care: type }, [row]);
    made.write('data/codelists.yaml', lists);
    return made;
  };

  test('has its codes and labels', async () => {
    const made = cares('string, codelist: care', 'a,home');
    const { datasets } = await made.compile();
    const field = datasets.find(({ id }) => id === 'cares')!.tables[0]!.fields[1]!;
    expect(field.constraints!.enum).toEqual(['home', 'day']);
    expect(field.labels!['day']).toEqual({ en: 'Day', zh: '日间' });
  });

  test('is compiled again when the list changes', async () => {
    const made = cares('string, codelist: care', 'a,home');
    await made.compile();
    made.write('data/codelists.yaml', LISTS.replace('home:', 'house:'));
    expect(await made.faults()).toEqual([
      'data/cares/cares.csv:2:care "home" is none of the codes (house, day)',
    ]);
  });

  test.each([
    [
      'of another name',
      'string, codelist: cares',
      LISTS,
      'data/cares/dataset.yaml:cares.care "cares" is no code list (care)',
    ],
    [
      'and codes of its own',
      'string, codelist: care, constraints: { enum: [a] }',
      LISTS,
      'data/cares/dataset.yaml:cares.care "care" has codes of its own beside it (one of the two)',
    ],
    [
      'that lacks a label',
      'string, codelist: care',
      'care: { home: { en: Home } }\n',
      'data/codelists.yaml:care.home.zh is missing (write a text)',
    ],
  ])('%s', async (_what, type, lists, fault) => {
    expect((await cares(type, 'a,home', lists).faults())[0]).toBe(fault);
  });
});
