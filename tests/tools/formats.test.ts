import { existsSync, readFileSync } from 'node:fs';
import { databasePath } from '../publishedDatabase.ts';
import { dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Cell, Row } from '../../src/model/row.ts';
import { COMPRESSORS } from '../../src/components/explore/engine/partFile.ts';
import { has, PANDAS, run } from './tools.ts';
import { trickyProject } from './tricky.ts';

let folder: string;
let rows: Row[];
const COLUMNS = ['id', 'words', 'year', 'amount', 'count', 'truth', 'date', 'source_id', 'confidence'];
/** A cell as text, so that readers without types can be compared. */
const shown = (cell: Cell | bigint | undefined): string =>
  cell === null || cell === undefined ? '' : typeof cell === 'bigint' ? String(cell) : String(cell);
const asText = (all: Record<string, Cell | bigint>[]): string[][] =>
  all.map((row) => COLUMNS.map((name) => shown(row[name])));

beforeAll(async () => {
  const { project, rows: expected } = await trickyProject();
  folder = join(project.root, 'public/data/tricky');
  rows = expected;
});

describe('the same row read through every format is the same', () => {
  test('CSV, with a parser', () => {
    const { data } = Papa.parse<Record<string, string>>(readFileSync(join(folder, 'tricky.csv'), 'utf8'), {
      header: true,
      skipEmptyLines: true,
    });
    expect(asText(data)).toEqual(asText(rows));
  });

  test('Parquet, typed, with hyparquet', async () => {
    const file = await asyncBufferFromFile(join(folder, 'tricky.parquet'));
    const read = (await parquetReadObjects({ file, compressors: COMPRESSORS })) as Record<
      string,
      Cell | bigint
    >[];
    expect(asText(read)).toEqual(asText(rows));
    expect(typeof read[1]!['count']).toBe('bigint');
    expect(typeof read[1]!['amount']).toBe('number');
    const metadata = await parquetMetadataAsync(file);
    expect(
      metadata.row_groups[0]!.columns.every((column) => column.meta_data?.statistics !== undefined),
    ).toBe(true);
    expect(metadata.key_value_metadata?.find(({ key }) => key === 'title_zh')?.value).toBe('难读的单元格');
  });

  test('Parquet, CSV and JSON with DuckDB', async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const query = async (from: string): Promise<string[][]> =>
      asText(
        (await (await connection.runAndReadAll(`SELECT * FROM ${from}`)).getRowObjectsJson()) as Record<
          string,
          Cell
        >[],
      );
    expect(await query(`read_parquet('${folder}/tricky.parquet')`)).toEqual(asText(rows));
    expect(await query(`read_csv('${folder}/tricky.csv', header = true, all_varchar = true)`)).toEqual(
      asText(rows),
    );
    const types = await connection.runAndReadAll(
      `SELECT typeof("count") AS c, typeof(amount) AS a, typeof(truth) AS t, typeof(year) AS y FROM read_parquet('${folder}/tricky.parquet') LIMIT 1`,
    );
    expect(types.getRowObjects()[0]).toEqual({ c: 'BIGINT', a: 'DOUBLE', t: 'BOOLEAN', y: 'INTEGER' });
  });

  test('XLSX, typed: text stays text, and there are no formulas', async () => {
    const book = await readXlsx(readFileSync(join(folder, 'tricky.xlsx')));
    const [header, ...cells] = book.sheets[0]!.rows as Cell[][];
    expect(header).toEqual(COLUMNS);
    expect(cells.map((row) => COLUMNS.map((_, column) => shown(row[column] ?? null)))).toEqual(asText(rows));
    expect(book.sheets.map(({ name }) => name)).toEqual([
      'tricky',
      'dictionary 字典',
      'sources 来源',
      'notes 说明',
    ]);
  });

  test.skipIf(!has('sqlite3'))('SQLite, with the sqlite3 command', () => {
    const database = databasePath(dirname(folder));
    const read = JSON.parse(
      run('sqlite3', ['-json', database, 'SELECT * FROM tricky ORDER BY rowid']),
    ) as Record<string, Cell>[];
    const numbers = rows.map((row) => ({ ...row, truth: Number(row['truth']) }));
    expect(asText(read)).toEqual(asText(numbers));
    expect(run('sqlite3', [database, 'PRAGMA integrity_check; PRAGMA foreign_key_check']).trim()).toBe('ok');
    expect(run('sqlite3', [database, `SELECT title_zh FROM datasets WHERE id = 'tricky'`]).trim()).toBe(
      '难读的单元格',
    );
  });

  test.skipIf(!has('Rscript'))('CSV, with R’s read.csv as the page prints it', () => {
    // Cells are returned as hexadecimal bytes, independent of the terminal's encoding.
    const program = `d <- read.csv("${folder}/tricky.csv", na.strings = "", fileEncoding = "UTF-8", colClasses = "character")
for (i in seq_len(nrow(d))) cat(paste(sapply(d[i, ], function(x) if (is.na(x)) "" else paste(charToRaw(enc2utf8(x)), collapse = "")), collapse = ","), "\\n", sep = "")`;
    const read = run('Rscript', ['--vanilla', '-e', program])
      .trimEnd()
      .split('\n')
      .map((line) => line.split(',').map((cell) => Buffer.from(cell, 'hex').toString('utf8')));
    expect(read).toEqual(
      asText(rows).map((row, index) =>
        row.map((cell, column) => (COLUMNS[column] === 'truth' ? String(rows[index]!['truth']) : cell)),
      ),
    );
  });

  test.skipIf(!PANDAS)('CSV, JSON and XLSX, with pandas', () => {
    const program = `
import json, sys, pandas as pd
f = sys.argv[1]
text = lambda d: json.loads(d.to_json(orient="values", force_ascii=False))
print(json.dumps({
  "csv": text(pd.read_csv(f + "/tricky.csv", dtype=str, keep_default_na=False)),
  "excel": text(pd.read_csv(f + "/tricky.excel.csv", dtype=str, keep_default_na=False, encoding="utf-8-sig")),
  "xlsx": text(pd.read_excel(f + "/tricky.xlsx", dtype=str, keep_default_na=False)),
  "words": text(pd.read_json(f + "/tricky.json", dtype=False)[["id", "words"]]),
}))`;
    const read = JSON.parse(run(PANDAS!, ['-c', program, folder])) as Record<string, string[][]>;
    expect(read['csv']).toEqual(asText(rows));
    expect(read['words']).toEqual(rows.map((row) => [row['id'], row['words']]));
    // In the CSV for Excel a cell that would run as a formula begins with an apostrophe.
    expect(read['excel']!.map(([, words]) => words!.replace(/^'/, ''))).toEqual(
      rows.map((row) => row['words']),
    );
    expect(read['excel']!.filter(([, words]) => words!.startsWith("'")).map(([id]) => id)).toEqual([
      'row-2',
      'row-3',
      'row-4',
    ]);
    expect(read['xlsx']!.map(([id, words]) => [id, words])).toEqual(
      rows.map((row) => [row['id'], row['words']]),
    );
  });

  test.skipIf(!has('soffice'))(
    'XLSX and the CSV for Excel, with LibreOffice',
    () => {
      const out = join(folder, 'libreoffice');
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      run('soffice', [
        profile,
        '--headless',
        '--convert-to',
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1',
        '--outdir',
        out,
        join(folder, 'tricky.xlsx'),
      ]);
      const made = ['tricky.csv', 'tricky-tricky.csv']
        .map((name) => join(out, name))
        .find((path) => existsSync(path))!;
      const { data } = Papa.parse<Record<string, string>>(readFileSync(made, 'utf8'), {
        header: true,
        skipEmptyLines: true,
      });
      expect(data.map((row) => [row['id'], row['words']])).toEqual(
        rows.map((row) => [row['id'], row['words']]),
      );
      run('soffice', [
        profile,
        '--headless',
        '--convert-to',
        'xlsx',
        '--outdir',
        out,
        join(folder, 'tricky.excel.csv'),
      ]);
      expect(existsSync(join(out, 'tricky.excel.xlsx'))).toBe(true);
    },
    120_000,
  );

  test.skipIf(!has('unzip'))('ZIP: complete, with correct checksums', () => {
    const out = join(folder, 'unzipped');
    expect(run('unzip', ['-t', join(folder, 'tricky.zip')])).toContain('No errors detected');
    run('unzip', ['-q', join(folder, 'tricky.zip'), '-d', out]);
    expect(run('sha256sum', ['-c', 'SHA256SUMS'], { cwd: out })).not.toContain('FAILED');
    for (const name of [
      'README.md',
      'LICENSE.txt',
      'CITATION.cff',
      'datapackage.json',
      'tricky.csv',
      'tricky.parquet',
      'tricky.xlsx',
    ])
      expect(existsSync(join(out, name)), name).toBe(true);
  });
});
