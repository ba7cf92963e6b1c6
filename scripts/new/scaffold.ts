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
    'Origin',
    'Law',
    'What is bought',
    'From whom',
    'How',
    'Money',
    'Evaluation',
    'Problems',
    'Results',
    'What a county can take, and what it cannot',
    'Further reading',
  ],
  zh: [
    '缘起',
    '制度依据',
    '买什么',
    '向谁买',
    '怎么买',
    '钱',
    '评价',
    '问题',
    '结果',
    '县里学得来的与学不来的',
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
  const field = (name: string, type: string, en: string, zh: string, more = ''): string =>
    `      - name: ${name}\n        type: ${type}\n        title: ${both(en, zh)}\n        description: ${both('… meaning of the column', '……该列含义')}${more}\n`;
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
    fields:
${field('id', 'string', 'Id', '编号', '\n        constraints: { required: true, unique: true }')}${field('year', 'year', 'Year', '年份')}${field('value_printed', 'string', 'Value as printed', '原文')}${field('value', 'number', 'Value', '数值')}${field('source_id', 'string', 'Source', '来源', '\n        constraints: { required: true }')}${field('confidence', 'string', 'Confidence', '可信度', '\n        codelist: confidence\n        constraints: { required: true }')}`,
    [`data/${id}/${id}.csv`]: 'id,year,value_printed,value,source_id,confidence\n',
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
