/** What ranking looks at in a result. */
export interface Ranked {
  /** As the index scores the words of the page. */
  score: number;
  path: string;
  title: string;
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

/** Orders results: by the index's score, weighed by the kind of page, and with a bonus where the title holds the whole query. */
export function rank<T extends Ranked>(results: readonly T[], query: string): T[] {
  const wanted = query.trim().toLowerCase();
  const points = ({ score, path, title }: Ranked): number => {
    const weight = WEIGHTS.find(([part]) => path.includes(part))?.[1] ?? 0.75;
    return score * weight * (title.toLowerCase().includes(wanted) ? IN_TITLE : 1);
  };
  return [...results].sort((a, b) => points(b) - points(a));
}
