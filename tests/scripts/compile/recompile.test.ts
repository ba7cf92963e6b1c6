import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { COMPILE, HEADER, manyRows, Project, ROW_2015, ROW_2018, start, table } from '../project.ts';

const GAOMING = 'data/gaoming/gaoming.csv';

describe('what was published before', () => {
  test('stays untouched when the data has a fault', async () => {
    const project = new Project();
    await project.compile();
    const before = project.read('public/data/index.json');
    project.write(GAOMING, [HEADER, ROW_2015, ROW_2015, ''].join('\n'));
    expect(await project.faults()).toHaveLength(1);
    expect(project.read('public/data/index.json')).toBe(before);
    expect(existsSync(join(project.root, '.compile/next'))).toBe(false);
  });

  test('is put back when a run was ended between its two renames', async () => {
    const project = new Project();
    await project.compile();
    const { renameSync } = await import('node:fs');
    renameSync(join(project.root, 'public/data'), join(project.root, '.compile/previous'));
    project.write(GAOMING, HEADER);
    project.write('data/sources/sources.csv', 'no header');
    expect((await project.faults()).length).toBeGreaterThan(0);
    expect(existsSync(join(project.root, 'public/data/index.json'))).toBe(true);
  });

  test('loses files that the data no longer has', async () => {
    const project = new Project();
    await project.compile();
    writeFileSync(join(project.root, 'public/data/old.csv'), 'x');
    await project.compile();
    expect(existsSync(join(project.root, 'public/data/old.csv'))).toBe(false);
  });
});

describe('a second compile', () => {
  test('gives the same bytes as a first one', async () => {
    const changed = table(ROW_2015, ROW_2018.replace('879.49亿元,87949000000', '880亿元,88000000000'));
    const project = new Project();
    await project.compile();
    for (const [path, content] of Object.entries(changed)) project.write(path, content);
    await project.compile();
    const fresh = new Project(changed);
    await fresh.compile();
    expect(project.published()).toEqual(fresh.published());
  });

  test('finds a reference that a change of another dataset broke, and names the row as it is in the file', async () => {
    const project = new Project({ [GAOMING]: [HEADER, ROW_2015, '', ROW_2018, ''].join('\n') });
    await project.compile();
    project.write(
      'data/sources/sources.csv',
      'id,title,url\ngf-gm-gov-report-2016,2016年高明区政府工作报告,\n',
    );
    expect(await project.faults()).toEqual([
      `${GAOMING}:4:source_id "gf-gm-report-2019" is not in sources/sources (add it to data/sources/sources.csv or correct the spelling)`,
    ]);
  });

  test('writes the sources again that the descriptions of other datasets quote', async () => {
    const project = new Project();
    await project.compile();
    project.write(
      'data/sources/sources.csv',
      'id,title,url\ngf-gm-gov-report-2016,Another title,\ngf-gm-report-2019,B,\n',
    );
    await project.compile();
    expect(project.read('public/data/gaoming/datacite.json')).toContain('Another title');
  });

  test('writes the addresses again where the site has another address', async () => {
    const project = new Project();
    await project.compile();
    const env = { SITE_URL: 'https://site.test', BASE_PATH: '' };
    await start(process.execPath, [COMPILE], { cwd: project.root, env }).ended;
    expect(project.read('public/data/gaoming/datapackage.json')).toContain('https://site.test/');
  });
});

describe('interrupted and concurrent runs', () => {
  test('a second run waits for nobody: it says who is at work', async () => {
    const project = new Project();
    // The process that started this one runs as long as this one does.
    project.write('.compile/lock', String(process.ppid));
    await expect(project.compile()).rejects.toThrow(
      `another compile is at work here (process ${process.ppid})`,
    );
  });

  test('a lock that a killed run left behind is taken over', async () => {
    const project = new Project();
    project.write('.compile/lock', '2147483646');
    await project.compile();
    expect(existsSync(join(project.root, '.compile/lock'))).toBe(false);
  });

  test('of two runs at once one publishes, and the other says so or comes after', async () => {
    const project = new Project(table(...manyRows(5_000)));
    const runs = [1, 2].map(() => start(process.execPath, [COMPILE], { cwd: project.root }).ended);
    const ended = await Promise.all(runs);
    expect(ended.map(({ code }) => code)).toContain(0);
    for (const { code, said } of ended)
      if (code !== 0) expect(said).toMatch(/^another compile is at work here \(process \d+\)/);
    const alone = new Project(table(...manyRows(5_000)));
    await alone.compile();
    expect(project.published()).toEqual(alone.published());
    expect(existsSync(join(project.root, '.compile/lock'))).toBe(false);
  });

  test.each(['', '0', '-1', 'x'])('a lock that was cut short (%j) is taken over', async (owner) => {
    const project = new Project({ '.compile/lock': owner });
    await project.compile();
    expect(existsSync(join(project.root, '.compile/lock'))).toBe(false);
  });

  test.each([0, 60, 250])(
    'a run killed %i ms after it began to write leaves the old output whole, and the next one ends well',
    async (milliseconds) => {
      const project = new Project();
      await project.compile();
      const before = project.published();
      for (const [path, content] of Object.entries(table(...manyRows(60_000)))) project.write(path, content);
      const { child, ended } = start(process.execPath, [COMPILE], { cwd: project.root });
      while (!existsSync(join(project.root, '.compile/next/gaoming/gaoming.csv.gz'))) await after(2);
      await after(milliseconds);
      child.kill('SIGKILL');
      expect((await ended).code).toBeNull();
      expect(project.published()).toEqual(before);
      const catalogue = await project.compile();
      expect(catalogue.datasets[0]!.tables[0]!.rows).toBe(60_000);
      expect(readdirSync(join(project.root, '.compile'))).toEqual(['kept.json', 'published.json']);
    },
  );
});
