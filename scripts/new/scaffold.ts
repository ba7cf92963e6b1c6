import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { LANGUAGES } from '../../src/model/language.ts';
import { RELEASE_DATE } from '../../src/model/site.ts';
import { type Effects } from '../lib/effects.ts';
import { CommandError } from '../lib/fault.ts';

const KEBAB = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const SECTIONS = {
  en: [
    'Origins',
    'Legal basis',
    'What is bought',
    'From whom',
    'How it is bought',
    'Money',
    'Evaluation',
    'Problems',
    'Results',
    'What a county can take from it, and what it cannot',
    'Further reading',
  ],
  zh: [
    '缘起',
    '制度依据',
    '买什么',
    '向谁买',
    '怎么买',
    '资金',
    '评价',
    '问题',
    '结果',
    '县级政府可以借鉴之处与不宜照搬之处',
    '延伸阅读',
  ],
} as const;

/**
 * Creates the files of a new case, dataset or chart, with everything that the checks require. Texts to be filled in begin with
 * `…`, which the compile and the build refuse.
 * @throws CommandError where the name is not kebab-case or is taken
 */
export function scaffold(root: string, kind: string, name: string, effects: Effects): void {
  if (!KEBAB.test(name))
    throw new CommandError(`"${name}" is not a valid name: write it in kebab-case, like five-districts-gdp`);
  const make: Record<string, () => Record<string, string>> = {
    case: () => caseFiles(name),
    dataset: () => datasetFiles(name),
    chart: () => chartFiles(root, name),
  };
  const files = make[kind]?.();
  if (!files) throw new CommandError('usage: npm run new:case|new:dataset|new:chart -- NAME', 2);
  const [first] = Object.keys(files);
  if (existsSync(join(root, first!))) throw new CommandError(`${first} exists`);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
    effects.log(path);
  }
}

function caseFiles(slug: string): Record<string, string> {
  return Object.fromEntries(
    LANGUAGES.map((language) => [
      `content/cases/${slug}/${language}.mdx`,
      `---
title: …
summary: …
place: ${slug}
kind: domestic
order: 99
fields: [social-work]
years: [2010, 2020]
updated: ${RELEASE_DATE}
---

<Gap>

…

</Gap>

${SECTIONS[language].map((section) => `## ${section}\n\n<Gap>\n\n…\n\n</Gap>\n`).join('\n')}`,
    ]),
  );
}

function datasetFiles(id: string): Record<string, string> {
  const both = (en: string, zh: string): string => `{ en: ${en}, zh: ${zh} }`;
  const field = (name: string, type: string, title: string, description: string, ...more: string[]): string =>
    [`- name: ${name}`, `  type: ${type}`, `  title: ${title}`, `  description: ${description}`, ...more]
      .map((line) => `      ${line}\n`)
      .join('');
  const toWrite = both('… meaning of the column', '……该列含义');
  const required = '  constraints: { required: true }';
  const notApplicable = '  missing: not-applicable';
  // What every dataset of evidence means by these columns is written already.
  const fields = {
    id: field('id', 'string', both('Id', '编号'), toWrite, '  constraints: { required: true, unique: true }'),
    year: field('year', 'year', both('Year', '年份'), toWrite),
    value_printed: field(
      'value_printed',
      'string',
      both('Value as printed', '原文数值'),
      both('The figure as the source prints it.', '来源所载的原文数字。'),
    ),
    value: field('value', 'number', both('Value', '数值'), toWrite),
    precision: field(
      'precision',
      'string',
      both('Precision', '精确度'),
      both('How exact the printed value is.', '原文数值的精确程度。'),
      '  codelist: precision',
      required,
    ),
    source_id: field(
      'source_id',
      'string',
      both('Source', '来源'),
      both('The publication the row was read from.', '本行所据出版物的编号。'),
      required,
    ),
    also_in: field(
      'also_in',
      'string',
      both('Also in', '另见'),
      both('Other publications that print the same.', '载有同一内容的其他出版物的编号。'),
      notApplicable,
    ),
    confidence: field(
      'confidence',
      'string',
      both('Confidence', '可信度'),
      both('How near the row stands to the official publisher.', '本行距官方发布者的远近。'),
      '  codelist: confidence',
      required,
    ),
    disagrees_with: field(
      'disagrees_with',
      'string',
      both('Disagrees with', '与之不符'),
      both('Ids of rows that give another value for the same thing.', '对同一事物给出不同数值的数据行编号。'),
      notApplicable,
    ),
    preferred: field(
      'preferred',
      'boolean',
      both('Preferred', '是否采用'),
      both(
        'True of one of the rows that disagree and of every row that disagrees with none.',
        '相互不符的各行中只有一行为true，其余各行均为true。',
      ),
      required,
    ),
  };
  return {
    [`data/${id}/dataset.yaml`]: `id: ${id}
title: ${both('… what the dataset holds', '……数据集名称')}
description: ${both('… what a row is and of which places and years', '……一行是什么、涉及哪些地方与年份')}
method: ${both('… where the figures were read and how they were coded', '……数字从何处读取、如何编码')}
caveats: { en: [… what a careful reader must know], zh: [……使用时须注意什么] }
version: 1.0.0
licence: draft
group: context
keywords: { en: [… at least one], zh: [……至少一个] }
tables:
  - name: ${id}
    title: ${both('… what the table holds', '……表的名称')}
    primaryKey: [id]
    foreignKeys:
      - { fields: [source_id], reference: { dataset: sources, table: sources, fields: [id] } }
      - { fields: [also_in], list: true, reference: { dataset: sources, table: sources, fields: [id] } }
    fields:
${Object.values(fields).join('')}`,
    [`data/${id}/${id}.csv`]: `${Object.keys(fields).join()}\n`,
    [`data/${id}/CHANGES.md`]: `# Changes\n\n## 1.0.0 — ${RELEASE_DATE}\n\n- First publication.\n`,
  };
}

function chartFiles(root: string, id: string): Record<string, string> {
  const template = readFileSync(join(import.meta.dirname, 'chart.txt'), 'utf8');
  const variable = id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const list = readFileSync(join(root, 'src/charts/charts.ts'), 'utf8');
  refuseTaken(root, id, variable, { 'src/charts/charts.ts': list, 'scripts/new/chart.txt': template });
  return {
    [`src/charts/${id}.ts`]: template.replaceAll('{{variable}}', variable).replaceAll('{{id}}', id),
    'src/charts/charts.ts': list
      .replace(/^(import type \{ Chart \} .*\n)/, `$1import { ${variable} } from './${id}.ts';\n`)
      .replace(/\n\];/, `\n  ${variable},\n];`),
  };
}

/** Texts in quotes. */
const TEXTS = /'(?:[^'\\\n]|\\.)*'/g;

/**
 * The constant of a new chart is declared in its own file and imported into the list, and its file has a name of its own.
 * @throws CommandError where TypeScript does not allow such a name, or it is taken
 */
function refuseTaken(root: string, id: string, variable: string, files: Record<string, string>): void {
  if (!isVariable(variable))
    throw new CommandError(
      `"${id}" is a word of JavaScript and cannot name a chart: write in more than one word what it shows, like five-districts-gdp`,
    );
  const [taken] = globSync(`{src,scripts}/**/${id}.*`, { cwd: root }).filter(
    (path) => !path.startsWith('src/charts/'),
  );
  if (taken !== undefined) throw new CommandError(`"${id}" is the name of ${taken}: choose another`);
  for (const [file, content] of Object.entries(files))
    if (new RegExp(`\\b${variable}\\b`).test(content.replace(TEXTS, '')))
      throw new CommandError(`"${variable}" is a name that ${file} uses: choose another`);
}

/** Whether a constant of a module can have that name, and hides nothing that every module has (`undefined`, `fetch`). */
function isVariable(word: string): boolean {
  if (word in globalThis) return false;
  try {
    // Only compiled, never run. In an async function `await` is reserved, as it is in a module.
    return new Script(`'use strict'; async () => { const ${word} = 0; };`) instanceof Script;
  } catch {
    return false;
  }
}
