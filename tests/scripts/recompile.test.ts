import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { HEADER, Project, ROW_2015, ROW_2018, table } from './project.ts';

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
  test('does nothing where nothing changed', async () => {
    const project = new Project();
    const first = await project.compile();
    expect(await project.compile()).toEqual(first);
    expect(project.log.at(-1)).toContain('nothing changed');
  });

  test('does only what changed, to the same bytes as a first one', async () => {
    const changed = table(ROW_2015, ROW_2018.replace('879.49亿元,87949000000', '880亿元,88000000000'));
    const project = new Project();
    await project.compile();
    for (const [path, content] of Object.entries(changed)) project.write(path, content);
    await project.compile();
    expect(project.log.at(-1)).toContain('1 unchanged');
    const fresh = new Project(changed);
    await fresh.compile();
    expect(project.read('public/data/index.json')).toBe(fresh.read('public/data/index.json'));
  });

  test('finds a reference that the change broke', async () => {
    const project = new Project();
    await project.compile();
    project.write(
      'data/sources/sources.csv',
      'id,title,url\ngf-gm-gov-report-2016,2016年高明区政府工作报告,\n',
    );
    expect(await project.faults()).toEqual([
      expect.stringContaining('"gf-gm-report-2019" is not in sources/sources'),
    ]);
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

  test('a run killed in the middle leaves the old output whole, and the next one ends well', async () => {
    const project = new Project();
    await project.compile();
    const before = project.read('public/data/index.json');
    project.write(
      'data/gaoming/gaoming.csv',
      `${[HEADER, ...Array.from({ length: 60_000 }, (_, n) => ROW_2018.replace('gf-gm-2018-gdp', `row-${n}`))].join('\n')}\n`,
    );
    const child = spawn(process.execPath, [join(import.meta.dirname, '../../scripts/compile.ts')], {
      cwd: project.root,
    });
    await new Promise((resolve) => setTimeout(resolve, 500));
    child.kill('SIGKILL');
    await new Promise((resolve) => child.on('exit', resolve));
    expect(project.read('public/data/index.json')).toBe(before);
    await project.compile();
    expect(
      (JSON.parse(project.read('public/data/index.json')) as { datasets: { tables: { rows: number }[] }[] })
        .datasets[0]!.tables[0]!.rows,
    ).toBe(60_000);
  });
});
