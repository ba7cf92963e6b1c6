import { text, type Row } from '../../../src/model/row.ts';

/** The words for stages of a purchase at the end of a title, in any number and order. */
const STAGE =
  /(?:的|(?:采购)?项目|公开招标|邀请招标|竞争性磋商|竞争性谈判|询价|单一来源|招标|采购|中标|成交|中选|结果|候选人|合同|更正|变更|终止|废标|流标|验收|意向|需求|论证|竞价|比选|遴选|市场调研|公告|公示|通知|意见|[（(](?:重新招标|成交|第?[一二三四五六七八九十\d]+次[^（()）]{0,4}|包\s?\d+|[^（()）]{0,2}标段?)[）)])$/;
/** The agent who publishes for the buyer. */
const AGENT = /^.{2,30}?(?:公司|中心)关于/;
/** A shorter remainder does not identify a project. */
const SHORTEST = 5;

/**
 * The title of a procurement notice without the words for its stage, so that the notices of one project (needs, tender, change, award, contract,
 * acceptance) have one title; `null` where too little is left.
 * @example `"某区妇幼保健院信息化建设项目公开招标中标公告"` → `"某区妇幼保健院信息化建设"`
 */
export function projectTitle(title: string): string | null {
  let rest = title.normalize('NFKC').replace(/\s+/g, '').replace(AGENT, '');
  for (let shorter = rest.replace(STAGE, ''); shorter !== rest; shorter = rest.replace(STAGE, ''))
    rest = shorter;
  return rest.length < SHORTEST ? null : rest;
}

/** The number of projects with several notices, and of those notices. */
export interface ProjectsReport {
  projects: number;
  notices: number;
}

/**
 * Links the rows of one project: each gets as `project` the id of the earliest; a single row gets none. No row is removed, and
 * no amounts are added: which of several amounts counts is for a person to decide.
 * @param keyOf the key that the notices of one project share, `null` where it is unknown
 */
export function tieProjects(rows: readonly Row[], keyOf: (row: Row) => string | null): ProjectsReport {
  const groups = Map.groupBy(rows, keyOf);
  groups.delete(null);
  const report = { projects: 0, notices: 0 };
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const dateOf = (row: Row): string => text(row, 'date') || '9999';
    const first = group.reduce((a, b) => (dateOf(b) < dateOf(a) ? b : a));
    for (const row of group) row['project'] = text(first, 'id');
    report.projects += 1;
    report.notices += group.length;
  }
  return report;
}
