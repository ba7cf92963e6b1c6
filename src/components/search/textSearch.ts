import type { Synonyms } from '../../model/synonyms.ts';
import type { TextPage } from '../../model/textPage.ts';
import { queryPattern } from './queryPattern.ts';

/** A page in which the words of a query stand. */
interface TextHit {
  page: TextPage;
  /** Grows with the number of places where they stand. */
  score: number;
  /** How much of the query the title holds, from 0 to 1. */
  inTitle: number;
  /** The text around the first of them: before, the words, after. */
  excerpt: [before: string, found: string, after: string];
}

/** How a query is read. */
interface Reading {
  /** Cuts a part of the query into words. */
  cut?: (part: string) => string[];
  /** Words that also stand for others. */
  synonyms?: Synonyms;
}

const AROUND = 36;
/** What a page whose words stand apart is worth beside one that has the query as it is written. */
const APART = 0.4;

/**
 * Finds a query as it is written, white space aside: Chinese has none between words, so that any part of a sentence is found. Parts with a
 * space between them are also found apart. Where the query stands nowhere so, the pages that hold most of its words are found.
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

/** The pages that hold at least so many of the words, those that hold more first. */
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

/** The word that stands least often says most of a page. */
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
