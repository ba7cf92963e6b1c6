import type { TextPage } from '../model/textPage.ts';

/** A page in which the words of a query stand as they are. */
export interface TextHit {
  page: TextPage;
  /** Grows with the number of places where they stand. */
  score: number;
  /** The text around the first of them: before, the words, after. */
  excerpt: [before: string, found: string, after: string];
}

const AROUND = 36;

/**
 * Finds a query as it is written, white space aside: Chinese has none between words, so that any part of a sentence is found.
 * @param filters name → the value a page must have
 */
export function findText(
  pages: readonly TextPage[],
  query: string,
  filters: Record<string, string> = {},
): TextHit[] {
  const parts = [...query].filter((letter) => letter.trim() !== '');
  if (parts.length === 0) return [];
  const pattern = new RegExp(
    parts.map((letter) => letter.replace(/[.*+?^${}()|[\]\\]/, '\\$&')).join('\\s*'),
    'giu',
  );
  return pages.flatMap((page) => {
    if (Object.entries(filters).some(([name, value]) => !page.filters[name]?.includes(value))) return [];
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
