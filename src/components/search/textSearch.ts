import type { TextPage } from '../../model/textPage.ts';

/** A page in which the words of a query stand. */
export interface TextHit {
  page: TextPage;
  /** Grows with the number of places where they stand. */
  score: number;
  /** The text around the first of them: before, the words, after. */
  excerpt: [before: string, found: string, after: string];
}

const AROUND = 36;
/** What a page whose words stand apart is worth beside one that has the query as it is written. */
const APART = 0.4;

/**
 * Finds a query as it is written, white space aside: Chinese has none between words, so that any part of a sentence is found. Where it
 * stands nowhere as a whole, the pages that hold all its parts are found, and where there are none, those that hold most.
 * @param cut cuts a part into words
 */
export function findText(
  pages: readonly TextPage[],
  query: string,
  cut: (part: string) => string[] = (part) => [part],
): TextHit[] {
  const plain = query.normalize('NFKC').trim();
  if (plain === '') return [];
  const whole = holding(pages, plain);
  if (whole.length > 0) return whole;
  const parts = plain.split(/\s+/);
  if (parts.length > 1) {
    const all = together(pages, parts, parts.length);
    if (all.length > 0) return all;
  }
  const words = [...new Set(parts.flatMap(cut))].filter((word) => word.length > 1);
  return words.length > 1 ? together(pages, words, Math.ceil(words.length / 2)) : [];
}

/** The pages that hold at least so many of the words, those that hold more first. */
function together(pages: readonly TextPage[], words: readonly string[], least: number): TextHit[] {
  const found = new Map<TextPage, TextHit[]>();
  for (const word of words)
    for (const hit of holding(pages, word)) found.set(hit.page, [...(found.get(hit.page) ?? []), hit]);
  return [...found].flatMap(([page, hits]) =>
    hits.length < least
      ? []
      : [
          {
            page,
            score: (APART * hits.reduce((sum, { score }) => sum + score, 0) * hits.length) / words.length,
            excerpt: rarest(hits).excerpt,
          },
        ],
  );
}

/** The word that stands least often says most of a page. */
const rarest = (hits: readonly TextHit[]): TextHit =>
  hits.reduce((best, hit) => (hit.score < best.score ? hit : best));

function holding(pages: readonly TextPage[], words: string): TextHit[] {
  const letters = [...words].filter((letter) => letter.trim() !== '');
  const pattern = new RegExp(
    letters.map((letter) => letter.replace(/[.*+?^${}()|[\]\\]/, '\\$&')).join('\\s*'),
    'giu',
  );
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
        excerpt: [
          text.slice(Math.max(0, first.index - AROUND), first.index),
          first[0],
          text.slice(end, end + 2 * AROUND),
        ],
      } satisfies TextHit,
    ];
  });
}
