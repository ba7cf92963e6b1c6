import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { EVERY_CHART } from '../../src/charts/charts.ts';
import { isPlaceholder, LANGUAGES, type Language } from '../../src/model/language.ts';
import { LAW_TAGS } from '../../src/model/lawTag.ts';
import { number } from '../../src/model/row.ts';
import { findPlace, findRow, findSourceOf } from '../../src/published/lookup.ts';
import { articleLinkFaults } from './articleLinks.ts';
import { compareAdvice, readAdvice, type Advice } from './advice.ts';
import { compareTwins, readProse, type Prose, type Reference } from './readProse.ts';
import { readWordings, wordingFaults } from './wording.ts';
import { type Effects } from '../lib/effects.ts';
import { FaultsFound, type Fault } from '../lib/fault.ts';

/**
 * Checks the texts in `content/` against each other, the published data and the wordings that are not used, and reports length and reading level.
 * Folders on the command line limit the check: `node scripts/prose.ts content/cases/gaoming`.
 * @throws FaultsFound with every fault
 */
export function checkProse(root: string, only: string[], effects: Effects): void {
  const folders = [
    ...new Set(globSync('content/*/*/*.mdx', { cwd: root }).map((path) => dirname(path))),
  ].sort();
  const wordings = readWordings(root);
  const faults: Fault[] = [];
  const totals: Record<Language, number> = { en: 0, zh: 0 };
  const tags: string[] = [];
  for (const folder of folders.filter(
    (one) => only.length === 0 || only.some((wanted) => one.startsWith(wanted.replace(/\/$/, ''))),
  )) {
    const texts = {} as Record<Language, Prose>;
    const advice = {} as Record<Language, Advice>;
    for (const language of LANGUAGES) {
      const file = `${folder}/${language}.mdx`;
      if (!existsSync(join(root, file))) {
        faults.push({ file, what: 'is missing', right: 'every piece is written in both languages' });
        continue;
      }
      const mdx = readFileSync(join(root, file), 'utf8');
      const prose = readProse(mdx, language);
      texts[language] = prose;
      advice[language] = readAdvice(folder, mdx);
      faults.push(
        ...[
          ...headFaults(root, mdx),
          ...advice[language].faults,
          ...articleLinkFaults(mdx),
          ...wordingFaults(mdx, language, wordings),
        ].map((fault) => ({ ...fault, file })),
      );
      totals[language] += prose.length;
      // Pages about the site itself describe our own work and need no source.
      const own = folder.startsWith('content/pages/') ? [] : prose.faults;
      faults.push(
        ...own.map((fault) => ({ ...fault, file })),
        ...unknownReferences(prose.references).map((fault) => ({ ...fault, file })),
      );
    }
    if (texts.en && texts.zh) {
      faults.push(
        ...[...compareTwins(texts.en, texts.zh), ...compareAdvice(advice.en, advice.zh)].map((fault) => ({
          ...fault,
          file: `${folder}/zh.mdx`,
        })),
      );
      tags.push(...advice.zh.recommendations.map(({ law }) => law.split(' ')[0]!));
      const { en, zh } = texts;
      effects.log(
        `${folder}: ${en.length} words (${en.perSentence} a sentence), ${zh.length} 汉字 (${zh.perSentence} 每句), ${en.references.length} references`,
      );
    }
  }
  if (faults.length > 0) throw new FaultsFound(faults);
  effects.log(`prose: ${totals.en} English words, ${totals.zh} 汉字`);
  const counts = LAW_TAGS.map((tag) => `${tags.filter((one) => one === tag).length} ${tag}`);
  effects.log(`recommendations: ${tags.length}, of them ${counts.join(', ')}`);
}

/** Unknown references in the frontmatter of a text, and a title or summary that still is a placeholder. */
function headFaults(root: string, mdx: string): Omit<Fault, 'file'>[] {
  const head = (parse(/^---\n([\s\S]*?)\n---\n/.exec(mdx)?.[1] ?? '') ?? {}) as Record<string, unknown>;
  const list = (name: string): string[] => (Array.isArray(head[name]) ? head[name].map(String) : []);
  const faults: Omit<Fault, 'file'>[] = [];
  for (const name of ['title', 'summary'])
    if (isPlaceholder(String(head[name] ?? '')))
      faults.push({ column: name, value: String(head[name]), what: 'is still to be written' });
  if (head['place'] !== undefined && !isPlace(String(head['place'])))
    faults.push({
      column: 'place',
      value: String(head['place']),
      what: 'is not a place',
      right: 'take an id of data/places/places.csv, or add the place there',
    });
  for (const [name, folder] of [
    ['cases', 'cases'],
    ['addresses', 'problems'],
  ] as const)
    for (const value of list(name))
      if (!existsSync(join(root, 'content', folder, value)))
        faults.push({ column: name, value, what: `is not a folder of content/${folder}` });
  return faults;
}

function isPlace(id: string): boolean {
  try {
    return (findPlace(id), true);
  } catch {
    return false;
  }
}

function unknownReferences(references: Reference[]): Omit<Fault, 'file'>[] {
  const shown = references.filter(({ component }) => component === 'Chart').flatMap(({ ids }) => ids);
  return references.flatMap(({ component, ids, field }) =>
    ids.flatMap((id) => {
      try {
        if (component === 'Chart')
          return EVERY_CHART.some((chart) => chart.id === id) ? [] : [{ value: id, what: 'is not a chart' }];
        if (component === 'Fig')
          return shown.includes(id) ? [] : [{ value: id, what: 'is a chart that this text does not show' }];
        if (component === 'Art') return [];
        if (component === 'Cite') return (findSourceOf(id), []);
        const { row } = findRow(id);
        const column = field ?? ('value' in row ? 'value' : 'amount');
        return number(row, column) === null ? [{ value: id, what: `has no number in "${column}"` }] : [];
      } catch (error) {
        return [{ value: id, what: `is unknown: ${(error as Error).message}` }];
      }
    }),
  );
}
