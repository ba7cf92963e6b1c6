import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Effects } from '../../scripts/lib/effects.ts';
import { compile } from '../../scripts/compile/compile.ts';
import { FaultsFound, describeFault } from '../../scripts/lib/fault.ts';

/** A small project of shortened real rows in a temporary folder. */
export class Project {
  readonly root = mkdtempSync(join(tmpdir(), 'project-'));
  readonly log: string[] = [];

  constructor(files: Record<string, string | Uint8Array> = {}) {
    for (const [path, content] of Object.entries({ ...SMALL, ...files })) this.write(path, content);
  }

  write(path: string, content: string | Uint8Array): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), content);
  }

  remove(path: string): void {
    rmSync(join(this.root, path), { recursive: true });
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), 'utf8');
  }

  compile(): ReturnType<typeof compile> {
    const effects: Effects = {
      log: (line) => this.log.push(line),
      error: (line) => this.log.push(line),
      progress: () => undefined,
      confidential: () => undefined,
    };
    return compile(this.root, effects);
  }

  /** The checksum of each published file. */
  published(root = this.root): Record<string, string> {
    const folder = join(root, 'public', 'data');
    const files = globSync('**/*', { cwd: folder }).sort();
    return Object.fromEntries(
      files
        .filter((file) => statSync(join(folder, file)).isFile())
        .map((file) => [
          file,
          createHash('sha256')
            .update(readFileSync(join(folder, file)))
            .digest('hex'),
        ]),
    );
  }

  /** The faults of a compile, as printed. */
  async faults(): Promise<string[]> {
    try {
      await this.compile();
      return [];
    } catch (error) {
      if (error instanceof FaultsFound) return error.faults.map(describeFault);
      throw error;
    }
  }
}

/** The command file, for runs in a separate process. */
export const COMPILE = join(import.meta.dirname, '..', '..', 'scripts', 'compile.ts');

/** The exit code and the output of a process. */
export interface Ended {
  code: number | null;
  said: string;
}

/** Starts a process; `ended` resolves with its result. */
export function start(
  command: string,
  args: string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(command, args, { ...options, env: { ...process.env, ...options.env } });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, said }));
  });
  return { child, ended };
}

const GDP = 'data/gaoming/gaoming.csv';
export const HEADER = 'id,place,year,value_printed,value,date,source_id,confidence';
export const ROW_2015 = 'gf-gm-2015-gdp,gaoming,2015,711亿元,71100000000,2016-02,gf-gm-gov-report-2016,A';
export const ROW_2018 = 'gf-gm-2018-gdp,gaoming,2018,879.49亿元,87949000000,2019,gf-gm-report-2019,C';

/** The given number of different rows. */
export const manyRows = (count: number): string[] =>
  Array.from({ length: count }, (_, n) => ROW_2018.replace('gf-gm-2018-gdp', `row-${n}`));

/** The table `gaoming` with these records below its header. */
export const table = (...records: string[]): Record<string, string> => ({
  [GDP]: [HEADER, ...records, ''].join('\n'),
});

const both = (text: string): string => `{ en: ${text}, zh: ${text} }`;
/** A field of a described dataset. */
export const field = (name: string, type: string, constraints = ''): string =>
  `      - { name: ${name}, type: ${type}, title: ${both(name)}, description: ${both(name)}${constraints && `, constraints: ${constraints}`} }`;
/** The fields that every table of evidence has, and the key that goes with them. */
export const EVIDENCE_FIELDS = [
  field('source_id', 'string', '{ required: true }'),
  field('confidence', 'string', '{ required: true, enum: [A, B, C] }'),
];
export const SOURCE_KEY =
  '    foreignKeys: [{ fields: [source_id], reference: { dataset: sources, table: sources, fields: [id] } }]';
/** The `dataset.yaml` of a dataset of one table, which is of evidence where it has the fields for it. */
export const dataset = (id: string, fields: string[], more = ''): string =>
  [
    `id: ${id}`,
    `title: ${both(id)}`,
    `description: ${both(id)}`,
    `method: ${both(id)}`,
    'caveats: { en: [], zh: [] }',
    'version: 1.0.0',
    'licence: CC-BY-4.0',
    'group: context',
    'keywords: { en: [], zh: [] }',
    'tables:',
    `  - name: ${id}`,
    `    title: ${both(id)}`,
    '    primaryKey: [id]',
    ...(fields.some((one) => one.includes('name: source_id')) ? [] : ['    evidence: false']),
    more,
    '    fields:',
    ...fields,
    '',
  ].join('\n');

const SMALL: Record<string, string> = {
  'data/gaoming/dataset.yaml': dataset(
    'gaoming',
    [
      field('id', 'string', '{ required: true }'),
      field('place', 'string'),
      field('year', 'year', '{ minimum: 1978 }'),
      field('value_printed', 'string'),
      field('value', 'number'),
      field('date', 'partial-date'),
      ...EVIDENCE_FIELDS,
    ],
    SOURCE_KEY,
  ),
  'data/gaoming/CHANGES.md': '## 1.0.0 — 2026-11-24\n\n- First publication.\n',
  ...table(ROW_2015, ROW_2018),
  'data/sources/dataset.yaml': dataset('sources', [
    field('id', 'string', '{ required: true }'),
    field('title', 'string'),
    field('url', 'url'),
  ]),
  'data/sources/CHANGES.md': '## 1.0.0 — 2026-11-24\n\n- First publication.\n',
  'data/sources/sources.csv':
    'id,title,url\ngf-gm-gov-report-2016,2016年高明区政府工作报告,\ngf-gm-report-2019,"2019年政府工作报告, 高明",https://example.org/a\n',
};
