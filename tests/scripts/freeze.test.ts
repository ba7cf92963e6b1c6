import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { put, type Files } from '../../scripts/freeze.ts';
import { HEADER, Project, ROW_2015, ROW_2018, table } from './project.ts';

const quiet = { log: () => undefined, error: () => undefined, progress: () => undefined };
const files = (svg: string): Files => new Map([['gdp.en.svg', svg]]);
const FOLDER = 'public/cite/gdp/2026.11';

describe('a frozen folder', () => {
  const frozen = (): string => {
    const root = mkdtempSync(join(tmpdir(), 'frozen-'));
    put(root, FOLDER, files('<svg/>'), 'raise the release', quiet);
    return root;
  };

  test('is written whole, with its sums', () => {
    const root = frozen();
    expect(readFileSync(join(root, FOLDER, 'gdp.en.svg'), 'utf8')).toBe('<svg/>');
    expect(readFileSync(join(root, FOLDER, 'SHA256SUMS'), 'utf8')).toMatch(
      /^[0-9a-f]{64} {2}gdp\.en\.svg\n$/,
    );
    expect(existsSync(join(root, `${FOLDER}.next`))).toBe(false);
  });

  test('is left alone where nothing would change', () => {
    const said: string[] = [];
    put(frozen(), FOLDER, files('<svg/>'), 'raise the release', { ...quiet, log: (line) => said.push(line) });
    expect(said).toEqual([]);
  });

  test('is refused to what differs, and stays as it was', () => {
    const root = frozen();
    expect(() => put(root, FOLDER, files('<svg>new</svg>'), 'raise the release', quiet)).toThrow(
      'public/cite/gdp/2026.11 exists and would change: a frozen version never does; raise the release',
    );
    expect(readFileSync(join(root, FOLDER, 'gdp.en.svg'), 'utf8')).toBe('<svg/>');
  });

  test('is refused too where somebody touched it', () => {
    const root = frozen();
    writeFileSync(join(root, FOLDER, 'gdp.en.svg'), '<svg>touched</svg>');
    expect(() => put(root, FOLDER, files('<svg/>'), 'raise the release', quiet)).toThrow('would change');
  });
});

describe('a dataset whose version was kept', () => {
  const KEPT = 'public/versions/gaoming/1.0.0/gaoming.csv';
  const kept = (records: string[]): string => [HEADER, ...records, ''].join('\r\n');

  test('compiles as long as its rows are the same', async () => {
    const project = new Project({ [KEPT]: kept([ROW_2015, ROW_2018]) });
    expect(await project.faults()).toEqual([]);
  });

  test('is a fault where rows changed without a new version, and the fault says which', async () => {
    const project = new Project({
      [KEPT]: kept([ROW_2015, ROW_2018]),
      ...table(ROW_2015, ROW_2018.replace(',C', ',B'), ROW_2018.replace('gf-gm-2018-gdp', 'gf-new')),
    });
    expect(await project.faults()).toEqual([
      'data/gaoming/gaoming.csv has changed since version 1.0.0: 1 row added (gf-new); 1 row changed (gf-gm-2018-gdp: confidence) (raise version in data/gaoming/dataset.yaml and say in CHANGES.md what changed)',
    ]);
  });
});
