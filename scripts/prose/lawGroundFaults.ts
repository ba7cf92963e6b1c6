import { lawTagFault } from '../../src/model/lawTag.ts';
import { text as cell, type Row } from '../../src/model/row.ts';
import { findArticle, textOf } from '../../src/published/lawRecord.ts';
import type { Fault } from '../lib/fault.ts';

/** What is wrong with a tag of law and the articles it rests on: the tag itself, an id that is no row, or articles that cannot support it. */
export function groundFaults(tag: string, articles: readonly string[]): Omit<Fault, 'file'>[] {
  const fault = lawTagFault(tag, articles);
  if (fault) return [{ column: 'tag', value: tag, ...fault }];
  const found: Row[] = [];
  const faults: Omit<Fault, 'file'>[] = [];
  for (const id of articles)
    try {
      found.push(findArticle(id, 'the tag'));
    } catch (error) {
      faults.push({
        column: 'articles',
        value: id,
        what: `is no article: ${(error as Error).message}`,
      });
    }
  if (faults.length > 0 || found.length === 0) return faults;
  return unsupported(tag, found).map((ground) => ({ column: 'articles', ...ground }));
}

/** Statuses of a text that no longer binds, or not yet: a recommendation cannot rest on it. */
const NOT_BINDING = ['amended', 'repealed', 'draft'];

/** Where the articles cannot support the tag, whatever they say. */
function unsupported(
  tag: string,
  articles: readonly Row[],
): { value: string; what: string; right: string }[] {
  const ids = articles.map((article) => cell(article, 'id')).join(' ');
  const dead = articles.filter((article) => NOT_BINDING.includes(cell(textOf(article), 'status')));
  const faults = dead.map((article) => ({
    value: cell(article, 'id'),
    what: `is an article of a text whose status is "${cell(textOf(article), 'status')}"`,
    right: `an article of what binds today${cell(textOf(article), 'replaced_by') && `: ${cell(textOf(article), 'replaced_by')}`}`,
  }));
  if (!articles.some((article) => article['kind'] === 'text'))
    faults.push({
      value: ids,
      what: 'names only how a text is read or applied, or what was reported of it',
      right: 'name what a text says as well, or take the tag not-checked and cite the reading',
    });
  if (tag !== 'province' && !articles.some((article) => textOf(article)['place'] === 'cn'))
    faults.push({
      value: ids,
      what: 'names only texts of places, from which nothing follows for a county elsewhere',
      right: 'name what a national text says as well, or take the tag not-checked',
    });
  if (tag === 'province' && !articles.some((article) => article['decided_by'] === 'province'))
    faults.push({
      value: ids,
      what: 'is tagged as decided by the province, and no article leaves it to the province',
      right: 'name the article whose decided_by is province, or take another tag',
    });
  return faults;
}
