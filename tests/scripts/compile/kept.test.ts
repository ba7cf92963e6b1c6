import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Project } from '../project.ts';
import { inMembers, inParts, rowsOf } from './parts.ts';

const PARTS = 'data/gaoming/gaoming';
const KEPT = '.compile/kept.json';
const old = {
  '2015.csv.gz': inMembers(...rowsOf(2015, 10_100)),
  '2016.csv.gz': inMembers(...rowsOf(2016, 10_100)),
};

describe('a new part of a large table', () => {
  let project: Project;
  /** What the last compile took over, as it says. */
  const takenOver = (): string =>
    /\(as before: (.*)\)$/.exec(project.log.at(-1)!)?.[1] ?? '0 parts of large tables';
  const parts = (number: number): RegExp => new RegExp(`^${number} parts `);
  beforeEach(async () => {
    project = inParts(old);
    await project.compile();
    expect(takenOver()).toMatch(parts(0));
  });

  /** A compile of the same data that has nothing to take over. */
  const fresh = new Map<string, Record<string, string>>();
  const afresh = async (): Promise<Record<string, string>> => {
    const described = project.read('data/gaoming/dataset.yaml');
    const key = [described, ...Object.entries(now).map(([name, { length }]) => `${name} ${length}`)].join();
    if (!fresh.has(key)) {
      const other = inParts(now);
      other.write('data/gaoming/dataset.yaml', described);
      await other.compile();
      fresh.set(key, other.published());
    }
    return fresh.get(key)!;
  };
  let now: Record<string, Uint8Array>;
  const change = (name: string, content: Uint8Array): void => {
    now = { ...old, [name]: content };
    project.write(`${PARTS}/${name}`, content);
  };

  test('is compiled without the others, with the bytes of a compile of everything', async () => {
    change('2017.csv.gz', inMembers(...rowsOf(2017, 10)));
    const { datasets } = await project.compile();
    expect(takenOver()).toBe('2 parts of large tables, descriptions of 1 datasets');
    expect(datasets[0]!.tables[0]!.rows).toBe(20_210);
    expect(project.published()).toEqual(await afresh());
  });

  test('that comes first gives the first rows, and those of the next after them', async () => {
    change('2014.csv.gz', inMembers(...rowsOf(2014, 10)));
    await project.compile();
    expect(takenOver()).toMatch(parts(2));
    expect(project.published()).toEqual(await afresh());
  });

  test('that takes the place of another one is read, and the other not', async () => {
    change('2016.csv.gz', inMembers(...rowsOf(2016, 10_000)));
    await project.compile();
    expect(takenOver()).toMatch(parts(0));
    change('2017.csv.gz', inMembers(...rowsOf(2017, 10_200)));
    project.write(`${PARTS}/2016.csv.gz`, old['2016.csv.gz']);
    await project.compile();
    expect(takenOver()).toMatch(parts(0));
    change('2016.csv.gz', inMembers(...rowsOf(2016, 10_000)));
    now = { ...now, '2017.csv.gz': inMembers(...rowsOf(2017, 10_200)) };
    await project.compile();
    expect(takenOver()).toMatch(parts(2));
    expect(project.published()).toEqual(await afresh());
  });

  test('with a key of another part is a fault', async () => {
    change('2017.csv.gz', inMembers(rowsOf(2015, 1)[0]!));
    expect(await project.faults()).toEqual([
      'data/gaoming/gaoming:id "2015-0" is there more than once (a key names one row)',
    ]);
  });

  test('is not needed for a fault that a change elsewhere makes: every row of the old parts is named', async () => {
    project.write('data/sources/sources.csv', 'id,title,url\ngf-gm-gov-report-2016,A,\n');
    const faults = await project.faults();
    expect(faults).toHaveLength(20_200);
    expect(faults[1]).toMatch(
      /^data\/gaoming\/gaoming\/2015\.csv\.gz:3:source_id "gf-gm-report-2019" is not in/,
    );
  });

  test.each<[name: string, change: () => void]>([
    [
      'another description of a field',
      () =>
        project.write(
          'data/gaoming/dataset.yaml',
          project.read('data/gaoming/dataset.yaml').replace('title: { en: year', 'title: { en: the year'),
        ),
    ],
    ['another code', () => project.write(KEPT, project.read(KEPT).replace(/"code":"..../, '"code":"0000'))],
    [
      'published Parquet that was changed',
      () => {
        for (const year of [2015, 2016])
          writeFileSync(join(project.root, `public/data/gaoming/gaoming/${year}.parquet`), 'another');
      },
    ],
    ['notes that are gone', () => project.remove(KEPT)],
  ])('is not all that is read after %s', async (_name, make) => {
    make();
    change('2017.csv.gz', inMembers(...rowsOf(2017, 10)));
    await project.compile();
    expect(takenOver()).toMatch(parts(0));
    expect(project.published()).toEqual(await afresh());
  });
});
