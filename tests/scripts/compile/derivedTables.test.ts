import { describe, expect, test } from 'vitest';
import { HEADER, Project, ROW_2015, ROW_2018, table } from '../project.ts';

const SQL = `SELECT place || '-mean' AS id, place, avg(value) AS mean, count(*) AS rows_counted
FROM gaoming GROUP BY place
`;

/** A project with a derived table `means` beside the table `gaoming`. */
function derived(sql = SQL, files: Record<string, string> = {}): Project {
  const project = new Project({
    ...table(ROW_2015, ROW_2018),
    'data/gaoming/derive/means.sql': sql,
    ...files,
  });
  const described = project.read('data/gaoming/dataset.yaml');
  const field = (name: string, type: string): string =>
    `      - {name: ${name}, type: ${type}, title: {en: ${name}, zh: ${name}}, description: {en: ${name}, zh: ${name}}, constraints: {required: true}}\n`;
  project.write(
    'data/gaoming/dataset.yaml',
    `${described.trimEnd()}\n  - name: means\n    title: {en: Means, zh: 平均}\n    primaryKey: [id]\n    evidence: false\n    fields:\n${field('id', 'string')}${field('place', 'string')}${field('mean', 'number')}${field('rows_counted', 'integer')}`,
  );
  return project;
}

describe('a table that SQL derives from others', () => {
  test('is checked and published like any table, with its SQL', async () => {
    const project = derived();
    const { datasets } = await project.compile();
    const means = datasets.find(({ id }) => id === 'gaoming')!.tables.find(({ name }) => name === 'means')!;
    expect(means).toMatchObject({ rows: 1, sql: SQL });
    const [row] = JSON.parse(project.read('public/data/gaoming/means.json')) as Record<string, unknown>[];
    const values = [ROW_2015, ROW_2018].map((record) =>
      Number(record.split(',')[HEADER.split(',').indexOf('value')]),
    );
    expect(row).toEqual({
      id: 'gaoming-mean',
      place: 'gaoming',
      mean: (values[0]! + values[1]!) / 2,
      rows_counted: 2,
    });
  });

  test('gives the same bytes again', async () => {
    const project = derived();
    await project.compile();
    const before = project.published();
    await project.compile();
    expect(project.published()).toEqual(before);
  });

  test.each<[name: string, sql: string, faults: RegExp[]]>([
    [
      'that names no table',
      SQL.replace('FROM gaoming', 'FROM nowhere'),
      [
        /^data\/gaoming\/derive\/means\.sql:2 cannot be run: Catalog Error: Table with name nowhere does not exist!/,
      ],
    ],
    [
      'that gives other columns',
      SQL.replace('AS mean', 'AS average'),
      [
        /^data\/gaoming\/derive\/means\.sql gives the columns id, place, average, rows_counted \(dataset\.yaml describes id, place, mean, rows_counted, in this order\)$/,
      ],
    ],
    [
      'that gives a cell of another type',
      SQL.replace('count(*)', 'count(*) + 0.5'),
      [/^result of data\/gaoming\/derive\/means\.sql:2:rows_counted "2\.5" is not a whole number/],
    ],
    [
      'that gives an empty cell where one is required',
      SQL.replace('avg(value)', 'NULL'),
      [/^result of data\/gaoming\/derive\/means\.sql:2:mean is missing/],
    ],
  ])('%s: a fault of the SQL', async (_name, sql, faults) => {
    const found = await derived(sql).faults();
    expect(found).toHaveLength(faults.length);
    for (const [at, fault] of faults.entries()) expect(found[at]).toMatch(fault);
  });

  test('and has rows of its own too: one of the two is too many', async () => {
    const project = derived(SQL, { 'data/gaoming/means.csv': 'id,place,mean,rows_counted\r\n' });
    expect(await project.faults()).toEqual([
      'data/gaoming/means.csv is derived by data/gaoming/derive/means.sql too (keep one of the two)',
    ]);
  });

  test('SQL of no table is not described', async () => {
    const project = new Project({ ...table(ROW_2015), 'data/gaoming/derive/other.sql': SQL });
    expect((await project.faults())[0]).toMatch(
      /^data\/gaoming\/derive\/other\.sql is not described in dataset\.yaml/,
    );
  });
});
