import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { Project, ROW_2015, ROW_2018, table } from '../project.ts';

const NOTHING = /^nothing changed: /;

describe('a compile of what was compiled before', () => {
  let project: Project;
  let before: Record<string, string>;
  const again = async (): Promise<string> => {
    project.log.length = 0;
    await project.compile();
    return project.log.join('\n');
  };
  beforeEach(async () => {
    project = new Project(table(ROW_2015));
    await project.compile();
    before = project.published();
  });

  test('does nothing, says so, and gives the same catalogue', async () => {
    const catalogue = await project.compile();
    expect(await again()).toMatch(NOTHING);
    expect(await project.compile()).toEqual(catalogue);
    expect(project.published()).toEqual(before);
  });

  test.each<[name: string, change: (root: string) => void]>([
    ['a row', (root) => appendFileSync(join(root, 'data/gaoming/gaoming.csv'), `${ROW_2018}\r\n`)],
    [
      'a label of the same length',
      () =>
        project.write(
          'data/gaoming/dataset.yaml',
          project.read('data/gaoming/dataset.yaml').replace('en: ', 'en:  '),
        ),
    ],
    ['a published file that is gone', (root) => rmSync(join(root, 'public/data/gaoming/gaoming.json'))],
    [
      'a published file that was cut short',
      (root) => writeFileSync(join(root, 'public/data/gaoming/gaoming.json'), '[]'),
    ],
    ['a file that was not published', (root) => writeFileSync(join(root, 'public/data/new.txt'), '')],
    [
      'the note that was cut short',
      (root) => writeFileSync(join(root, '.compile/published.json'), '{"key":"'),
    ],
    ['the note that is gone', (root) => rmSync(join(root, '.compile/published.json'))],
  ])('does all again after a change of %s', async (_name, change) => {
    change(project.root);
    expect(await again()).not.toMatch(NOTHING);
    expect(await again()).toMatch(NOTHING);
  });

  test('does all again for another address of the site', async () => {
    const { publishing } = await import('../../../scripts/compile/unchanged.ts');
    expect(publishing(project.root).isUnchanged()).toBe(true);
    process.env['BASE_PATH'] = '/elsewhere';
    try {
      expect(publishing(project.root).isUnchanged()).toBe(false);
    } finally {
      delete process.env['BASE_PATH'];
    }
  });

  test('reads what has faults until they are mended', async () => {
    project.write(
      'data/gaoming/gaoming.csv',
      project.read('data/gaoming/gaoming.csv').replace(',2015,', ',no year,'),
    );
    expect(await project.faults()).not.toEqual([]);
    expect(await project.faults()).not.toEqual([]);
  });
});
