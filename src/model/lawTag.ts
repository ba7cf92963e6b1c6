/**
 * What the law says about a recommendation: it is within national law; it is so only under the named conditions; the province
 * decides it; national law does not allow it; or no rule on it was found, which says nothing of what the rules contain.
 */
export const LAW_TAGS = ['within', 'conditions', 'province', 'not-possible', 'not-checked'] as const;

export type LawTag = (typeof LAW_TAGS)[number];

const isLawTag = (value: string): value is LawTag => (LAW_TAGS as readonly string[]).includes(value);

/** Ids in an attribute, separated by spaces. */
export const idsIn = (attribute: string): string[] => attribute.split(/\s+/).filter(Boolean);

/** What is wrong with a tag and its articles, or nothing: every tag but the last rests on an article, the last on none. */
export function lawTagFault(
  tag: string,
  articles: readonly string[],
): { what: string; right: string } | undefined {
  if (!isLawTag(tag)) return { what: 'is no tag', right: `one of ${LAW_TAGS.join(', ')}` };
  if (tag === 'not-checked' && articles.length > 0)
    return { what: 'is not checked and names an article', right: 'take the tag that the article supports' };
  if (tag !== 'not-checked' && articles.length === 0)
    return {
      what: 'names no article',
      right: 'articles="…" with rows of data/policy-articles, or the tag not-checked where no rule was found',
    };
  return undefined;
}
