import { describe, expect, test } from 'vitest';
import { projectTitle, tieProjects } from '../../../../scripts/ingest/table/project.ts';

describe('the notices of one project', () => {
  test.each([
    '某区妇幼保健院信息化建设项目公开招标采购公告',
    '某区妇幼保健院信息化建设项目公开招标中标公告',
    '某区妇幼保健院信息化建设项目更正公告',
    '某区妇幼保健院信息化建设(第二次)招标公告',
    '某咨询有限公司关于某区妇幼保健院信息化建设采购项目（重新招标）的公开招标公告',
    '某区妇幼保健院信息化建设 合同公告',
  ])('%s', (title) => expect(projectTitle(title)).toBe('某区妇幼保健院信息化建设'));

  test.each(['采购公告', '招标公告（第2次）', ''])('“%s” is too short without its stage', (title) =>
    expect(projectTitle(title)).toBeNull(),
  );

  test('get the id of the earliest; a single notice gets none, and none is removed', () => {
    const rows = [
      { id: 'c', date: '2024-09-20', key: 'x' },
      { id: 'a', date: '2024-08-26', key: 'x' },
      { id: 'b', date: null, key: 'x' },
      { id: 'd', date: '2024-01-01', key: 'y' },
      { id: 'e', date: '2024-01-02', key: null },
      { id: 'f', date: '2024-01-03', key: null },
    ];
    expect(tieProjects(rows, (row) => row['key'] as string | null)).toEqual({ projects: 1, notices: 3 });
    expect(rows.map((row) => 'project' in row && row.project)).toEqual(['a', 'a', 'a', false, false, false]);
  });
});
