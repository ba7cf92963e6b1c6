import { articleNumber, lawName } from '../../i18n/law.ts';
import { lawPath } from '../../i18n/paths.ts';
import { idsIn, lawTagFault } from '../../model/lawTag.ts';
import type { Language } from '../../model/language.ts';
import { text } from '../../model/row.ts';
import { findArticle } from '../../published/lookup.ts';

/** An article on which a tag rests: its name, and its address below the site's root. */
export interface Ground {
  name: string;
  path: string;
}

/**
 * The articles on which the tag of a recommendation rests, those of one text together: `Order 102, Art. 10, 24`. A name is written once.
 * @throws Error where the tag is unknown, lacks its articles, or names a row that is not in `policy-articles`
 */
export function lawGrounds(tag: string, articles: string, language: Language): Ground[] {
  const ids = idsIn(articles);
  const fault = lawTagFault(tag, ids);
  if (fault) throw new Error(`the tag "${tag}" ${fault.what}: ${fault.right}`);
  const grounds = ids.map((id): Ground => {
    const { article, policy } = findArticle(id);
    const number = articleNumber(article, language);
    const joint = language === 'en' && number !== '' ? ', ' : '';
    return {
      name: `${lawName(policy, language)}${joint}${number}`,
      path: lawPath(language, text(policy, 'id'), id),
    };
  });
  return grounds.filter(({ name }, at) => grounds.findIndex((one) => one.name === name) === at);
}
