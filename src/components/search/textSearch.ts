import type { Synonyms } from '../../model/synonyms.ts';
import type { TextPage } from '../../model/textPage.ts';
import { queryPattern } from './queryPattern.ts';

/** A page that contains the words of a query. */
interface TextHit {
  page: TextPage;
  /** Grows with the number of occurrences. */
  score: number;
  /** The proportion of the query in the title, from 0 to 1. */
  inTitle: number;
  /** The text around the first occurrence: before, the words, after. */
  excerpt: [before: string, found: string, after: string];
}

/** How a query is read. */
interface Reading {
  /** Cuts a part of the query into words. */
  cut?: (part: string) => string[];
  /** Words with synonyms. */
  synonyms?: Synonyms;
}

const AROUND = 36;
/** The score of a page with the separate words, relative to one with the query as written. */
const APART = 0.4;

/**
 * Finds a query as it is written, white space aside: Chinese has none between words, so that any part of a sentence is found. Parts with a
 * space between them are also found separately. Where there is no such match, the pages with most of its words are found.
 */
export function findText(
  pages: readonly TextPage[],
  query: string,
  { cut = (part) => [part], synonyms = {} }: Reading = {},
): TextHit[] {
  const plain = query.normalize('NFKC').trim();
  if (plain === '') return [];
  const parts = plain.split(/\s+/);
  const whole = holding(pages, plain, synonyms);
  const apart = parts.length > 1 ? together(pages, parts, parts.length, synonyms) : [];
  const wholePages = new Set(whole.map(({ page }) => page));
  const found = [...whole, ...apart.filter(({ page }) => !wholePages.has(page))];
  if (found.length > 0) return found;
  const words = [...new Set(parts.flatMap(cut))].filter((word) => word.length > 1);
  return words.length > 1 ? together(pages, words, Math.ceil(words.length / 2), synonyms) : [];
}

/** The pages with at least the given number of words, those with more first. */
function together(
  pages: readonly TextPage[],
  words: readonly string[],
  least: number,
  synonyms: Synonyms,
): TextHit[] {
  const found = new Map<TextPage, TextHit[]>();
  for (const word of words)
    for (const hit of holding(pages, word, synonyms))
      found.set(hit.page, [...(found.get(hit.page) ?? []), hit]);
  return [...found].flatMap(([page, hits]) =>
    hits.length < least
      ? []
      : [
          {
            page,
            score: (APART * hits.reduce((sum, { score }) => sum + score, 0) * hits.length) / words.length,
            inTitle: hits.reduce((sum, { inTitle }) => sum + inTitle, 0) / words.length,
            excerpt: rarest(hits).excerpt,
          },
        ],
  );
}

/** Scores by the rarest word. */
const rarest = (hits: readonly TextHit[]): TextHit =>
  hits.reduce((best, hit) => (hit.score < best.score ? hit : best));

function holding(pages: readonly TextPage[], words: string, synonyms: Synonyms): TextHit[] {
  const pattern = queryPattern(words, synonyms);
  if (!pattern) return [];
  return pages.flatMap((page) => {
    const text = `${page.title} ${page.text}`;
    const matches = [...text.matchAll(pattern)];
    const [first] = matches;
    if (!first) return [];
    const end = first.index + first[0].length;
    return [
      {
        page,
        score: 1 + Math.log(matches.length),
        inTitle: first.index < page.title.length ? 1 : 0,
        excerpt: [
          text.slice(Math.max(0, first.index - AROUND), first.index),
          first[0],
          text.slice(end, end + 2 * AROUND),
        ],
      } satisfies TextHit,
    ];
  });
}
