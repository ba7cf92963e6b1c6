/** Over 250 lines: one large table is compiled once, and every test looks at what came of it. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import { SMALL_ROWS } from '../../../scripts/compile/write/formats.ts';
import { headerMember } from '../../../scripts/lib/csvParts.ts';
import type { PublishedTable } from '../../../src/model/catalogue.ts';
import { HEADER, manyRows, Project, ROW_2015, ROW_2018, start, table } from '../project.ts';
import { inMembers, inParts, rowsOf } from './parts.ts';
import { openDatabase } from '../../publishedDatabase.ts';

const OUT = 'public/data/gaoming';
const published = (project: Project): string[] => readdirSync(join(project.root, OUT)).sort();
const csv = (...records: string[]): string => [HEADER, ...records, ''].join('\r\n');

describe('a table by its size', () => {
  test('of as many rows as a small one may have is published as a small one', async () => {
    const project = new Project(table(...manyRows(SMALL_ROWS)));
    const { datasets } = await project.compile();
    expect(datasets[0]!.tables[0]!.files.map(({ format }) => format)).toEqual([
      'csv',
      'csv-excel',
      'json',
      'parquet',
    ]);
    expect(datasets[0]!.tables[0]!.large).toBeUndefined();
  });

  describe('of one row more', () => {
    const records = manyRows(SMALL_ROWS + 1).map((row, n) => row.replace(',2018,', `,${1980 + (n % 40)},`));
    const project = new Project(table(...records));
    let large: PublishedTable;
    beforeAll(async () => {
      large = (await project.compile()).datasets[0]!.tables[0]!;
    });

    test('is published in the formats that are written as its rows come', () => {
      expect(published(project)).toEqual([
        'CITATION.cff',
        'croissant.json',
        'csv-metadata.json',
        'datacite.json',
        'datapackage.json',
        'gaoming.csv.gz',
        'gaoming.parquet',
        'gaoming.schema.json',
        'gaoming.xlsx',
        'gaoming.zip',
        'quality.json',
      ]);
      expect(large.ledger).toMatchObject({ rows_in: SMALL_ROWS + 1, rows_out: SMALL_ROWS + 1 });
    });

    test('has every row in each of them, in its order', async () => {
      const unpacked = (name: string): string =>
        gunzipSync(readFileSync(join(project.root, OUT, name))).toString();
      expect(unpacked('gaoming.csv.gz')).toBe(csv(...records));
      const ids = records.map((record) => record.split(',')[0]);
      const { sheets } = await readXlsx(readFileSync(join(project.root, OUT, 'gaoming.xlsx')));
      expect(sheets[0]!.rows.slice(1).map(([id]) => id)).toEqual(ids);
      const db = openDatabase(join(project.root, 'public/data'));
      expect(
        db
          .prepare('SELECT id FROM gaoming ORDER BY rowid')
          .all()
          .map((row) => row['id']),
      ).toEqual(ids);
      db.close();
      const connection = await (await DuckDBInstance.create(':memory:')).connect();
      const read = await connection.runAndReadAll(
        `SELECT id FROM read_parquet('${join(project.root, OUT, 'gaoming.parquet')}')`,
      );
      expect(read.getRows().flat()).toEqual(ids);
    });

    test('is described by the names of what is published', () => {
      const description = (name: string) => JSON.parse(project.read(`${OUT}/${name}`));
      const bytes = readFileSync(join(project.root, OUT, 'gaoming.csv.gz'));
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      expect(description('datapackage.json').resources[0]).toMatchObject({
        path: 'gaoming.csv.gz',
        format: 'csv',
        compression: 'gz',
        bytes: bytes.length,
        hash: `sha256:${sha256}`,
      });
      expect(description('csv-metadata.json').tables[0].url).toBe('gaoming.csv.gz');
      expect(description('croissant.json').distribution).toMatchObject([
        { '@id': 'gaoming.csv.gz', contentUrl: 'gaoming.csv.gz', sha256 },
      ]);
      expect(description('datacite.json').formats).toEqual(['text/csv', 'application/vnd.apache.parquet']);
      // The schema is that of a row, and not of an array of them.
      expect(description('gaoming.schema.json')).toMatchObject({
        type: 'object',
        required: HEADER.split(','),
      });
      const catalogue = JSON.parse(project.read('public/data/catalog.jsonld'));
      const [first] = catalogue['dcat:dataset'][0]['dcat:distribution'];
      expect(first['dcat:mediaType']['@id']).toMatch(/media-types\/text\/csv$/);
      expect(first['dcat:compressFormat']['@id']).toMatch(/media-types\/application\/gzip$/);
      expect(large.files.every(({ name }) => existsSync(join(project.root, OUT, name)))).toBe(true);
    });

    test('is whole in the ZIP, by its sums', () => {
      const files = unzipSync(readFileSync(join(project.root, OUT, 'gaoming.zip')));
      const sums = Buffer.from(files['SHA256SUMS']!).toString().trimEnd().split('\n');
      expect(sums.map((line) => line.split('  ')[1])).toEqual(
        expect.arrayContaining(['gaoming.csv.gz', 'datapackage.json']),
      );
      // The rows once; the README says where the others are.
      for (const other of ['gaoming.parquet', 'gaoming.xlsx'])
        expect(Object.keys(files)).not.toContain(other);
      expect(Buffer.from(files['README.md']!).toString()).toContain(
        'published beside this archive as Parquet',
      );
      for (const line of sums) {
        const [sum, name] = line.split('  ');
        expect(createHash('sha256').update(files[name!]!).digest('hex'), name).toBe(sum);
      }
    });

    test('has its years, its sources and its first rows in the catalogue', async () => {
      const { datasets } = JSON.parse(project.read('public/data/index.json'));
      expect(datasets[0].coverage.years).toEqual({ first: 1980, last: 2019 });
      expect(datasets[0].sources).toBe(1);
      expect(datasets[0].tables[0].large.sources).toEqual(['gf-gm-report-2019']);
      expect(datasets[0].tables[0].large.firstRows).toHaveLength(50);
    });

    test('is shown by its first rows, and an attempt to read it whole says what to do instead', async () => {
      const script = `
        const { readFirstRows, readRows, readTable, sourceIdsOf } = await import(process.argv[1]);
        const table = readTable('gaoming');
        console.log(readFirstRows('gaoming', table)[49].id, sourceIdsOf('gaoming', table).join());
        try { readRows('gaoming'); } catch (error) { console.log(error.message); }`;
      const { said } = await start(
        process.execPath,
        ['--input-type=module', '-e', script, join(process.cwd(), 'src/published/readCatalogue.ts')],
        { cwd: project.root },
      ).ended;
      expect(said.trimEnd().split('\n')).toEqual([
        'row-49 gf-gm-report-2019',
        `the table gaoming/gaoming has ${SMALL_ROWS + 1} rows and is not read whole: show its first rows, or derive a smaller table from it`,
      ]);
    });

    test('may not change under a version that was kept', async () => {
      const kept = 'public/versions/gaoming/1.0.0/gaoming.parquet';
      project.write(kept, readFileSync(join(project.root, OUT, 'gaoming.parquet')));
      expect(await project.faults()).toEqual([]);
      project.write(kept, 'another');
      expect(await project.faults()).toEqual([
        'data/gaoming/gaoming.csv has changed since version 1.0.0 (raise version in data/gaoming/dataset.yaml and say in CHANGES.md what changed)',
      ]);
      project.remove('public/versions');
    });

    test('gives the same bytes again', async () => {
      const before = project.published();
      await project.compile();
      expect(project.published()).toEqual(before);
    });
  });
});

describe('a table that is kept in parts', () => {
  test('of few rows is published as one small table, the parts by their names', async () => {
    const project = inParts({ '2018.csv': csv(ROW_2018), '2015.csv.gz': gzipSync(csv(ROW_2015)) });
    await project.compile();
    expect(project.read(`${OUT}/gaoming.csv`)).toBe(csv(ROW_2015, ROW_2018));
    expect(published(project)).toContain('gaoming.json');
  });

  test('of many rows is one CSV, and a Parquet a part', async () => {
    const project = inParts({
      '2015.csv.gz': gzipSync(csv(...rowsOf(2015, 15_000))),
      '2016.csv': csv(...rowsOf(2016, 15_000)),
    });
    const { datasets } = await project.compile();
    expect(datasets[0]!.tables[0]!.files.map(({ name }) => name)).toEqual([
      'gaoming.csv.gz',
      'gaoming/2015.parquet',
      'gaoming/2016.parquet',
    ]);
    expect(gunzipSync(readFileSync(join(project.root, OUT, 'gaoming.csv.gz'))).toString()).toBe(
      csv(...rowsOf(2015, 15_000), ...rowsOf(2016, 15_000)),
    );
  });

  test('whose parts begin with a member of their header is their bytes, the header once', async () => {
    const parts = [2015, 2016].map((year) => inMembers(...rowsOf(year, 15_000)));
    const project = inParts({
      '2015.csv.gz': parts[0]!,
      '2016.csv.gz': parts[1]!,
      '2017.csv': csv(...rowsOf(2017, 5)),
    });
    await project.compile();
    const whole = readFileSync(join(project.root, OUT, 'gaoming.csv.gz'));
    const header = headerMember(HEADER.split(',')).length;
    expect(whole.subarray(0, parts[0]!.length).equals(parts[0]!)).toBe(true);
    expect(whole.subarray(parts[0]!.length).indexOf(parts[1]!.subarray(header))).toBe(0);
    expect(gunzipSync(whole).toString()).toBe(
      csv(...rowsOf(2015, 15_000), ...rowsOf(2016, 15_000), ...rowsOf(2017, 5)),
    );
  });

  test('a part whose rows are copied may not have cells that a rule changes', async () => {
    const project = inParts({ '2015.csv.gz': inMembers(ROW_2015, ROW_2018.replace(',2018,', ', 2018,')) });
    expect(await project.faults()).toEqual([
      'data/gaoming/gaoming/2015.csv.gz:3:year " 2018" would be changed by the cleaning rules (write "2018" and compress the part again)',
    ]);
  });

  test('in compressed parts has no key twice, in one part or in two', async () => {
    const project = inParts({
      '2015.csv.gz': inMembers(ROW_2015, ROW_2018),
      '2018.csv.gz': inMembers(ROW_2018),
    });
    expect(await project.faults()).toEqual([
      'data/gaoming/gaoming:id "gf-gm-2018-gdp" is there more than once (a key names one row)',
    ]);
  });

  test('by the values of a field is hive-partitioned: DuckDB reads the parts as one table and prunes by the folder', async () => {
    const years = [2011, 2012, 2013, 2014, 2015];
    const project = inParts(
      Object.fromEntries(years.map((year) => [`${year}.csv`, csv(...rowsOf(year, 5_000))])),
      'year',
    );
    await project.compile();
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const from = `read_parquet('${join(project.root, OUT)}/gaoming/*/*.parquet', hive_partitioning = true)`;
    const count = `SELECT count(*)::INT AS n, min(year)::INT AS first, max(year)::INT AS last FROM ${from}`;
    const [all] = (await connection.runAndReadAll(count)).getRowObjects();
    expect(all).toEqual({ n: 25_000, first: 2011, last: 2015 });
    // The folder says the year; the file does not say it again.
    const part = `read_parquet('${join(project.root, OUT)}/gaoming/year=2013/part-0.parquet', hive_partitioning = false)`;
    const read = await connection.runAndReadAll(`SELECT * FROM ${part} LIMIT 0`);
    expect(read.columnNames()).toEqual(HEADER.split(',').filter((name) => name !== 'year'));
    const plan = JSON.stringify(
      (
        await connection.runAndReadAll(`EXPLAIN ANALYZE SELECT count(*) FROM ${from} WHERE year = 2013`)
      ).getRows(),
    );
    expect(plan).toMatch(/Scanning Files: 1\/5|Total Files Read: 1/);
  });

  const FOLDER = 'data/gaoming/gaoming';
  test.each<[name: string, parts: Record<string, string | Uint8Array>, by: string, faults: string[]]>([
    [
      'a key that is in another part',
      { '2015.csv': csv(ROW_2015, ROW_2018), '2018.csv': csv(ROW_2018) },
      '',
      [
        `${FOLDER}/2018.csv:2:id "gf-gm-2018-gdp" is in ${FOLDER}/2015.csv, row 3 already (a key names one row)`,
      ],
    ],
    [
      'a row in the part of another value',
      { '2015.csv': csv(ROW_2015, ROW_2018) },
      'year',
      [`${FOLDER}/2015.csv:3:year "2018" is in the part "2015" (move the row to the part "2018")`],
    ],
    [
      'an unknown source, in a later part',
      { '2015.csv': csv(ROW_2015), '2018.csv': csv('', ROW_2018.replace('gf-gm-report-2019', 'nowhere')) },
      '',
      [
        `${FOLDER}/2018.csv:3:source_id "nowhere" is not in sources/sources (add it to data/sources/sources.csv or correct the spelling)`,
      ],
    ],
    [
      'a part without its header',
      { '2015.csv': csv(ROW_2015), '2018.csv': '' },
      '',
      [`${FOLDER}/2018.csv is empty (begin with the header ${HEADER})`],
    ],
    [
      'a part that was cut short',
      { '2015.csv.gz': gzipSync(csv(...manyRows(5_000))).subarray(0, -10) },
      '',
      [`${FOLDER}/2015.csv.gz is not a whole gzip file (compress it again, or fetch it whole)`],
    ],
    [
      'a part that is not gzip',
      { '2015.csv.gz': csv(ROW_2015) },
      '',
      [`${FOLDER}/2015.csv.gz is not a whole gzip file (compress it again, or fetch it whole)`],
    ],
    [
      'a part that is there twice',
      { '2015.csv': csv(ROW_2015), '2015.csv.gz': gzipSync(csv(ROW_2018)) },
      '',
      [`${FOLDER}/2015.csv.gz is the part "2015" a second time (keep one of the two files)`],
    ],
    [
      'a file that is no part',
      { '2015.csv': csv(ROW_2015), 'notes.txt': 'x' },
      '',
      [
        `${FOLDER}/notes.txt is not described in dataset.yaml (rows are in <table>.csv, or in <table>/<part>.csv or .csv.gz of a table described there; SQL is in derive/<table>.sql)`,
      ],
    ],
    [
      'no part at all',
      { 'notes.txt': 'x' },
      '',
      [
        'data/gaoming/gaoming.csv is missing (data/gaoming/dataset.yaml describes a table "gaoming")',
        `${FOLDER}/notes.txt is not described in dataset.yaml (rows are in <table>.csv, or in <table>/<part>.csv or .csv.gz of a table described there; SQL is in derive/<table>.sql)`,
      ],
    ],
  ])('%s', async (_name, parts, by, faults) => {
    expect(await inParts(parts, by).faults()).toEqual(faults);
  });

  test('and is kept as one file too: one of the two is not described', async () => {
    const project = new Project({ [`${FOLDER}/2015.csv`]: csv(ROW_2015) });
    expect(await project.faults()).toEqual([
      `${FOLDER} is not described in dataset.yaml (rows are in <table>.csv, or in <table>/<part>.csv or .csv.gz of a table described there; SQL is in derive/<table>.sql)`,
    ]);
  });
});
