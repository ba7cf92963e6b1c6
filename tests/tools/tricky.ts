import type { Row } from '../../src/model/row.ts';
import { dataset, EVIDENCE_FIELDS, field, Project, SOURCE_KEY } from '../scripts/project.ts';

/** Cells that readers get wrong: leading zeros, long codes, formulas, quotes, line ends, Chinese, text that looks like a date or an empty value. */
const CELLS = [
  '0012',
  '914406000000000001',
  '=1+1',
  '@SUM(A1)',
  '-3',
  'a "quoted", cell',
  'two\nlines',
  '高明区，荷城街道',
  'NA',
  'null',
  '1/2',
  '2014-12',
  'é ¥ £ ’ 🀄',
  'TRUE',
  '1e5',
  ' '.trim() || 'x',
];

/** A project of one table with those cells, compiled. */
export async function trickyProject(): Promise<{ project: Project; rows: Row[] }> {
  const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  const lines = CELLS.map((cell, index) =>
    [
      `row-${index}`,
      quoted(cell),
      index % 3 === 0 ? '' : 2000 + index,
      index % 2 === 0 ? '' : `${index * 1234567.25}`,
      index % 4 === 0 ? '' : index * 1_000_000_007,
      index % 2 === 0 ? 'true' : 'false',
      '2014-12-05',
      'gf-gm-gov-report-2016',
      'A',
    ].join(','),
  );
  const project = new Project({
    'data/tricky/dataset.yaml': dataset(
      'tricky',
      [
        field('id', 'string', '{ required: true }'),
        field('words', 'string'),
        field('year', 'year'),
        field('amount', 'number, unit: CNY'),
        field('count', 'integer'),
        field('truth', 'boolean'),
        field('date', 'partial-date'),
        ...EVIDENCE_FIELDS,
      ],
      SOURCE_KEY,
    ).replaceAll('zh: tricky', 'zh: 难读的单元格'),
    'data/tricky/CHANGES.md': '## 1.0.0 — 2026-11-24\n\n- First.\n',
    'data/tricky/tricky.csv': `id,words,year,amount,count,truth,date,source_id,confidence\n${lines.join('\n')}\n`,
  });
  await project.compile();
  return { project, rows: JSON.parse(project.read('public/data/tricky/tricky.json')) as Row[] };
}
