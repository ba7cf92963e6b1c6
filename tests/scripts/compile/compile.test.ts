/** Over 250 lines: the faults of the compile are one table of cases over the same project. */
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RELEASE_DATE } from '../../../src/model/site.ts';
import { HEADER, Project, ROW_2015, ROW_2018, table } from '../project.ts';

const GAOMING = 'data/gaoming/gaoming.csv';

describe('a compile of sound data', () => {
  test('publishes every table in every format, with its descriptions and an account', async () => {
    const project = new Project();
    await project.compile();
    expect(readdirSync(join(project.root, 'public/data/gaoming')).sort()).toEqual([
      'CITATION.cff',
      'croissant.json',
      'csv-metadata.json',
      'datacite.json',
      'datapackage.json',
      'gaoming.csv',
      'gaoming.excel.csv',
      'gaoming.json',
      'gaoming.parquet',
      'gaoming.schema.json',
      'gaoming.xlsx',
      'gaoming.zip',
      'quality.json',
    ]);
    expect(project.read('public/data/gaoming/gaoming.csv')).toBe(
      [HEADER, ROW_2015, ROW_2018, ''].join('\r\n'),
    );
    expect(project.read('public/data/gaoming/gaoming.excel.csv').startsWith('\ufeffid,')).toBe(true);
    expect(JSON.parse(project.read('public/data/gaoming/gaoming.json'))[1]).toEqual({
      id: 'gf-gm-2018-gdp',
      place: 'gaoming',
      year: 2018,
      value_printed: '879.49亿元',
      value: 87949000000,
      date: '2019',
      source_id: 'gf-gm-report-2019',
      confidence: 'C',
    });
    expect(project.log).toEqual(['compiled 2 datasets, 4 rows into public/data']);
  });

  test('gives the same bytes twice, in another time zone too', async () => {
    const project = new Project();
    const bytes = async (zone: string): Promise<string[]> => {
      process.env['TZ'] = zone;
      await project.compile();
      return ['index.json', 'gaoming/datapackage.json', 'gaoming/gaoming.json'].map((file) =>
        project.read(`public/data/${file}`),
      );
    };
    expect(await bytes('Asia/Shanghai')).toEqual(await bytes('America/Los_Angeles'));
  });

  test('writes in the ledger what each rule changed, and rows in = rows out + dropped', async () => {
    const project = new Project(
      table('gf-gm-2015-gdp,gaoming,２０１５,711亿元," 71,100,000,000 ",2016年2月,gf-gm-gov-report-2016,A'),
    );
    await project.compile();
    const [ledger] = JSON.parse(project.read('public/data/gaoming/quality.json'));
    expect(ledger).toMatchObject({ rows_in: 1, rows_out: 1, rows_dropped: 0 });
    expect(ledger.rules.map((rule: { rule: string; cells: number }) => [rule.rule, rule.cells])).toEqual([
      ['chinese-date', 1],
      ['fullwidth', 1],
      ['thousands', 1],
      ['whitespace', 1],
    ]);
    expect(ledger.rules[0].examples).toEqual([
      { row: 2, column: 'date', before: '2016年2月', after: '2016-02' },
    ]);
    expect(JSON.parse(project.read('public/data/gaoming/gaoming.json'))[0]).toMatchObject({
      year: 2015,
      value: 71100000000,
      date: '2016-02',
    });
  });

  test('keeps an empty cell empty: null in JSON, nothing in CSV', async () => {
    const project = new Project(table('gf-x,gaoming,,,,,gf-gm-report-2019,C'));
    await project.compile();
    expect(project.read('public/data/gaoming/gaoming.csv')).toContain(
      'gf-x,gaoming,,,,,gf-gm-report-2019,C\r\n',
    );
    expect(JSON.parse(project.read('public/data/gaoming/gaoming.json'))[0].value).toBeNull();
  });

  test('makes formulas harmless for Excel and leaves them exact elsewhere', async () => {
    const project = new Project(table('gf-x,gaoming,2015,=1+1,-5,2016,gf-gm-report-2019,C'));
    await project.compile();
    expect(project.read('public/data/gaoming/gaoming.excel.csv')).toContain(",'=1+1,-5,");
    expect(project.read('public/data/gaoming/gaoming.csv')).toContain(',=1+1,-5,');
  });

  test('reads a file with a byte order mark and CRLF as if it had neither', async () => {
    const plain = new Project();
    await plain.compile();
    const marked = new Project({
      'data/gaoming/gaoming.csv': `\ufeff${[HEADER, ROW_2015, ROW_2018, ''].join('\r\n')}`,
    });
    await marked.compile();
    expect(marked.read('public/data/gaoming/gaoming.csv')).toBe(
      plain.read('public/data/gaoming/gaoming.csv'),
    );
  });

  test('reads line ends of any kind, mixed ones too, also where a piece of the file ends within one', async () => {
    const plain = new Project();
    await plain.compile();
    const mixed = new Project({ [GAOMING]: `${HEADER}\r\n${ROW_2015}\r${ROW_2018}\n` });
    await mixed.compile();
    expect(mixed.read('public/data/gaoming/gaoming.csv')).toBe(plain.read('public/data/gaoming/gaoming.csv'));
    // The reader takes 262,144 bytes at a time: the first piece ends with the CR behind the first row.
    const filler = (1 << 18) - 1 - Buffer.byteLength(`${HEADER}\r\n${ROW_2015.replace('711亿元', '')}`);
    const long = ROW_2015.replace('711亿元', 'x'.repeat(filler));
    const cut = new Project({ [GAOMING]: [HEADER, long, ROW_2018, ''].join('\r\n') });
    const catalogue = await cut.compile();
    expect(catalogue.datasets[0]!.tables[0]!.rows).toBe(2);
  });

  test('keeps zero without a sign', async () => {
    const project = new Project(table(ROW_2015.replace('71100000000', '-0')));
    await project.compile();
    expect(project.read('public/data/gaoming/gaoming.csv')).toContain(',0,2016-02');
  });

  test('streams a table larger than any chunk', async () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, n) => `gf-${n},gaoming,2015,711亿元,${n},2016,gf-gm-report-2019,C`,
    );
    const project = new Project(table(...rows));
    const catalogue = await project.compile();
    expect(catalogue.datasets[0]!.tables[0]!.rows).toBe(20_000);
    expect(project.read('public/data/gaoming/gaoming.csv').split('\r\n')).toHaveLength(20_002);
    expect(JSON.parse(project.read('public/data/gaoming/gaoming.json'))).toHaveLength(20_000);
  });
});

const bad = (change: (row: string) => string): Record<string, string> => table(change(ROW_2015), ROW_2018);

describe('a fault is named by file, row, column, value, and what would be right', () => {
  const cases: [name: string, files: Record<string, string | Uint8Array>, faults: string[]][] = [
    [
      'a missing column',
      { [GAOMING]: [HEADER.replace(',value,', ','), ROW_2015.replace(',71100000000', ''), ''].join('\n') },
      [
        `${GAOMING}:1:value is missing (the columns are id, place, year, value_printed, value, date, source_id, confidence)`,
      ],
    ],
    [
      'an extra column',
      { [GAOMING]: [`${HEADER},remark`, `${ROW_2015},x`, ''].join('\n') },
      [`${GAOMING}:1 "remark" is no column of this table (describe it in dataset.yaml or take it out)`],
    ],
    [
      'columns in another order',
      { [GAOMING]: [HEADER.replace('id,place', 'place,id'), ''].join('\n') },
      [
        `${GAOMING}:1 has its columns in another order (id, place, year, value_printed, value, date, source_id, confidence)`,
      ],
    ],
    [
      'too few cells',
      bad((row) => row.replace(',A', '')),
      [`${GAOMING}:2 has 7 cells, not 8 (quote a cell that holds a comma)`],
    ],
    [
      'GBK instead of UTF-8',
      {
        [GAOMING]: Buffer.concat([
          Buffer.from(`${HEADER}\ngf-x,`),
          Buffer.from([0xb8, 0xdf, 0xc3, 0xf7]),
          Buffer.from(',2015,,,,s,A\n'),
        ]),
      },
      [`${GAOMING}:2 is not UTF-8 (it reads as GBK; save it as UTF-8)`],
    ],
    [
      'an unclosed quote',
      table(ROW_2018, 'gf-gm-2015-gdp,"gaoming,2015,711亿元,71100000000,2016-02,gf-gm-gov-report-2016,A'),
      [`${GAOMING}:3 opens a quote that is never closed (a cell that holds " is written "a ""b"" c")`],
    ],
    [
      'a duplicate key',
      table(ROW_2015, ROW_2018, ROW_2015),
      [`${GAOMING}:4:id "gf-gm-2015-gdp" is in row 2 already (a key names one row)`],
    ],
    [
      'an unknown source',
      bad((row) => row.replace('gov-report-2016', 'gov-report-1916')),
      [
        `${GAOMING}:2:source_id "gf-gm-gov-report-1916" is not in sources/sources (add it to data/sources/sources.csv or correct the spelling)`,
      ],
    ],
    [
      'a number with a comma in the wrong place',
      bad((row) => row.replace('71100000000', '"711,00.5"')),
      [`${GAOMING}:2:value "711,00.5" is not a number (write 71100.5)`],
    ],
    [
      'a number in 万',
      bad((row) => row.replace('71100000000', '3.5万')),
      [`${GAOMING}:2:value "3.5万" is not a number (write 35000)`],
    ],
    [
      'a number in 亿元',
      bad((row) => row.replace('71100000000', '879.49亿元')),
      [`${GAOMING}:2:value "879.49亿元" is not a number (write 87949000000)`],
    ],
    [
      'a number that is no number at all',
      bad((row) => row.replace('71100000000', '不详')),
      [`${GAOMING}:2:value "不详" is not a number (a plain number, like 879.49)`],
    ],
    [
      'a number beyond all numbers',
      bad((row) => row.replace('71100000000', '7E600')),
      [`${GAOMING}:2:value "7E600" is not a number (a plain number, like 879.49)`],
    ],
    [
      'a year that begins with zero',
      bad((row) => row.replace(',2015,', ',0015,')),
      [`${GAOMING}:2:year "0015" is not a year (four digits, like 2015)`],
    ],
    [
      'a date the calendar does not have',
      bad((row) => row.replace('2016-02', '2016-02-30')),
      [`${GAOMING}:2:date "2016-02-30" is not a date (write 2014, 2014-12 or 2014-12-15)`],
    ],
    [
      'a Chinese date that is not one',
      bad((row) => row.replace('2016-02', '二〇一六年底')),
      [`${GAOMING}:2:date "二〇一六年底" is not a date (write 2014, 2014-12 or 2014-12-15)`],
    ],
    [
      'a year out of range',
      bad((row) => row.replace(',2015,', ',1915,')),
      [`${GAOMING}:2:year "1915" is too small (at least 1978)`],
    ],
    [
      'a code that is none',
      bad((row) => row.replace(/A$/, 'M')),
      [`${GAOMING}:2:confidence "M" is none of the codes (A, B, C)`],
    ],
    [
      'a required cell that is empty',
      bad((row) => row.replace(/A$/, '')),
      [`${GAOMING}:2:confidence is missing (every row has a confidence)`],
    ],
    ['an empty file', { [GAOMING]: '' }, [`${GAOMING} is empty (begin with the header ${HEADER})`]],
    [
      'YAML that does not parse',
      { 'data/gaoming/dataset.yaml': 'id: gaoming\ntitle: { en: Gaoming, zh: 高明\nversion: 1.0.0\n' },
      [expect.stringMatching(/^data\/gaoming\/dataset\.yaml:[234] is not YAML: /) as unknown as string],
    ],
    [
      'a version without a line of what changed',
      { 'data/gaoming/CHANGES.md': '## 0.9.0\n' },
      [
        `data/gaoming/CHANGES.md begins with version 0.9.0, but dataset.yaml says 1.0.0 (begin it with "## 1.0.0 — ${RELEASE_DATE}")`,
      ],
    ],
    [
      'a version without its day',
      { 'data/gaoming/CHANGES.md': '## 1.0.0\n\n- First publication.\n' },
      [
        `data/gaoming/CHANGES.md:1.0.0 has no day (write "## 1.0.0 — ${RELEASE_DATE}", the day of the version)`,
      ],
    ],
    [
      'a version with a day that the calendar does not have',
      { 'data/gaoming/CHANGES.md': '## 1.0.0 — 2026-02-30\n' },
      [
        `data/gaoming/CHANGES.md:1.0.0 "2026-02-30" is not a day (write "## 1.0.0 — ${RELEASE_DATE}", the day of the version)`,
      ],
    ],
  ];
  test.each(cases)('%s', async (_name, files, faults) => {
    const found = await new Project(files).faults();
    for (const fault of faults) expect(found).toContainEqual(fault);
    if (!_name.startsWith('YAML')) expect(found).toEqual(faults);
  });

  test('a folder without dataset.yaml', async () => {
    const project = new Project();
    mkdirSync(join(project.root, 'data/stray'));
    expect(await project.faults()).toEqual([
      'data/stray has no dataset.yaml (describe the dataset there, or move the folder out of data/)',
    ]);
  });

  test('all faults of a run at once', async () => {
    const faults = await new Project(
      table('a,gaoming,15,,x,,nowhere,Z', 'a,gaoming,2015,,1,,gf-gm-report-2019,A'),
    ).faults();
    expect(faults).toHaveLength(5);
  });
});
