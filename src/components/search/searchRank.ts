/** What ranking looks at in a result. */
export interface Ranked {
  /** As the index scores the words of the page. */
  score: number;
  /** How much of the query the title holds, from 0 to 1. */
  inTitle: number;
  path: string;
}

/** Texts come before tables, tables before pages that list things: a list names every word and treats of none. */
const WEIGHTS: readonly (readonly [part: string, weight: number])[] = [
  ['/cases/', 1],
  ['/problems/', 1],
  ['/countermeasures/', 1],
  ['/datasets/', 0.3],
  ['/charts/', 0.3],
  ['/law/', 0.2],
  ['/glossary/', 0.5],
];
const IN_TITLE = 4;
/** For a part of the query in the title, as that part of what the whole is worth. */
const PART_IN_TITLE = 3;

/** Orders results: by the index's score, weighed by the kind of page, and with a bonus for what the title holds of the query. */
export function rank<T extends Ranked>(results: readonly T[]): T[] {
  const points = ({ score, path, inTitle }: Ranked): number => {
    const weight = WEIGHTS.find(([part]) => path.includes(part))?.[1] ?? 0.75;
    return score * weight * (inTitle === 1 ? IN_TITLE : 1 + (PART_IN_TITLE - 1) * inTitle);
  };
  return [...results].sort((a, b) => points(b) - points(a));
}

/** How much of a query the title holds: all of it where one of its variants stands there, else the share of the words. */
export function shareInTitle(title: string, variants: readonly string[]): number {
  const plain = title.toLowerCase();
  return Math.max(
    ...variants.map((variant) => {
      const wanted = variant.trim().toLowerCase();
      if (plain.includes(wanted)) return 1;
      const words = wanted.split(/\s+/);
      return words.filter((word) => word.length > 2 && plain.includes(word)).length / words.length;
    }),
  );
}
