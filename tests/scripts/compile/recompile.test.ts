import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { readDatasets } from '../../../scripts/compile/read/datasets.ts';
import { compileCode, stampsOf } from '../../../scripts/compile/stamps.ts';
import {
  COMPILE,
  dataset,
  field,
  HEADER,
  manyRows,
  Project,
  ROW_2015,
  ROW_2018,
  start,
  table,
} from '../project.ts';

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

describe('a dataset that is taken over', () => {
  const KEY = '{ fields: [place], reference: { dataset: towns, table: towns, fields: [id] } }';
  const SOURCE = '{ fields: [source_id], reference: { dataset: sources, table: sources, fields: [id] } }';
  const towns = (...ids: string[]): Record<string, string> => ({
    'data/towns/dataset.yaml': dataset('towns', [field('id', 'string', '{ required: true }')]),
    'data/towns/CHANGES.md': '## 1.0.0 — 2026-11-24\n\n- First publication.\n',
    'data/towns/towns.csv': ['id', ...ids, ''].join('\n'),
  });
  /** A project in which rows of `gaoming`, below a blank line, name a town. */
  const project = (): Project =>
    new Project({
      ...towns('gaoming', 'hecheng'),
      'data/gaoming/dataset.yaml': new Project()
        .read('data/gaoming/dataset.yaml')
        .replace(/foreignKeys: .*/, `foreignKeys: [${SOURCE}, ${KEY}]`),
      [GAOMING]: [HEADER, ROW_2015, '', ROW_2018.replace(',gaoming,', ',hecheng,'), ''].join('\n'),
    });

  test('still needs what its rows point at, and the fault names the row as it stands in the file', async () => {
    const one = project();
    await one.compile();
    for (const [path, content] of Object.entries(towns('gaoming'))) one.write(path, content);
    expect(await one.faults()).toEqual([
      `${GAOMING}:4:place "hecheng" is not in towns/towns (add it to data/towns/towns.csv or mend the spelling)`,
    ]);
  });

  test('may be pointed at by a changed one', async () => {
    const one = project();
    await one.compile();
    one.write(GAOMING, [HEADER, ROW_2015, ''].join('\n'));
    expect(await one.faults()).toEqual([]);
    expect(one.log.at(-1)).toContain('2 unchanged');
  });

  test.each([
    [
      'sources',
      'id,title,url\ngf-gm-gov-report-2016,Another title,\ngf-gm-report-2019,B,\n',
      'Another title',
    ],
    ['places', 'id,name_en,name_zh,level\ngaoming,Another name,高明,county\n', 'Another name'],
  ])(
    'is written again where the %s that its descriptions quote have changed',
    async (quoted, content, words) => {
      const columns = ['id', 'name_en', 'name_zh', 'level'].map((name) => field(name, 'string'));
      const one = new Project({
        'data/places/dataset.yaml': dataset('places', columns),
        'data/places/CHANGES.md': '## 1.0.0 — 2026-11-24\n\n- First publication.\n',
        'data/places/places.csv': 'id,name_en,name_zh,level\ngaoming,Gaoming,高明,county\n',
        'data/gaoming/dataset.yaml': new Project()
          .read('data/gaoming/dataset.yaml')
          .replace(/foreignKeys: .*/, `foreignKeys: [${SOURCE}, ${KEY.replaceAll('towns', 'places')}]`),
      });
      await one.compile();
      one.write(`data/${quoted}/${quoted}.csv`, content);
      await one.compile();
      expect(one.read('public/data/gaoming/datacite.json')).toContain(words);
    },
  );

  test('is written again where the site stands elsewhere', async () => {
    const one = new Project();
    await one.compile();
    const env = { SITE_URL: 'https://site.test', BASE_PATH: '' };
    await start(process.execPath, [COMPILE], { cwd: one.root, env }).ended;
    expect(one.read('public/data/gaoming/datapackage.json')).toContain('https://site.test/');
  });
});

describe('the stamps of datasets', () => {
  /** The code of the compile in a folder of its own, to change it. */
  const code = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'code-'));
    for (const file of compileCode('.')) cpSync(file, join(folder, file));
    return folder;
  };
  const { root } = new Project();
  const { datasets } = readDatasets(root);
  const change = (folder: string, file: string): void => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    appendFileSync(join(folder, file), '\n// changed\n');
  };

  test.each([
    'scripts/compile/compile.ts',
    'scripts/compile/write/croissant.ts',
    'src/model/site.ts',
    'package.json',
  ])('change with %s, which the compile runs', (file) => {
    const folder = code();
    const before = stampsOf(root, datasets, folder);
    expect(stampsOf(root, datasets, folder)).toEqual(before);
    change(folder, file);
    for (const { id } of datasets) expect(stampsOf(root, datasets, folder)[id]).not.toBe(before[id]);
  });

  test.each(['scripts/hear.ts', 'scripts/ingest/table/ingestSheet.ts', 'src/pages/index.astro'])(
    'stay with %s, which it does not',
    (file) => {
      const folder = code();
      const before = stampsOf(root, datasets, folder);
      change(folder, file);
      expect(stampsOf(root, datasets, folder)).toEqual(before);
    },
  );
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

  test('stamps that were cut short are not believed', async () => {
    const project = new Project();
    await project.compile();
    project.write('.compile/stamps.json', '{ "gaoming": "12');
    await project.compile();
    expect(project.log.at(-1)).toBe('compiled 2 datasets, 4 rows into public/data');
  });

  test.each([0, 60, 250])(
    'a run killed %i ms after it began to write leaves the old output whole, and the next one ends well',
    async (milliseconds) => {
      const project = new Project();
      await project.compile();
      const before = project.published();
      for (const [path, content] of Object.entries(table(...manyRows(60_000)))) project.write(path, content);
      const { child, ended } = start(process.execPath, [COMPILE], { cwd: project.root });
      while (!existsSync(join(project.root, '.compile/next/gaoming/gaoming.csv'))) await after(2);
      await after(milliseconds);
      child.kill('SIGKILL');
      expect((await ended).code).toBeNull();
      expect(project.published()).toEqual(before);
      const catalogue = await project.compile();
      expect(catalogue.datasets[0]!.tables[0]!.rows).toBe(60_000);
      expect(readdirSync(join(project.root, '.compile'))).toEqual(['stamps.json']);
    },
  );
});
