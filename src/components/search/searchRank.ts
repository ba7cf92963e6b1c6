/** The properties of a result that ranking uses. */
export interface Ranked {
  /** The score of the index. */
  score: number;
  /** The proportion of the query in the title, from 0 to 1. */
  inTitle: number;
  path: string;
}

/** Weights by kind of page: texts before tables, tables before lists, which mention many words without discussing them. */
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
/** The weight of a part of the query in the title, relative to the whole. */
const PART_IN_TITLE = 3;

/** Orders results by the index's score, weighted by the kind of page, with a bonus for the part of the query in the title. */
export function rank<T extends Ranked>(results: readonly T[]): T[] {
  const points = ({ score, path, inTitle }: Ranked): number => {
    const weight = WEIGHTS.find(([part]) => path.includes(part))?.[1] ?? 0.75;
    return score * weight * (inTitle === 1 ? IN_TITLE : 1 + (PART_IN_TITLE - 1) * inTitle);
  };
  return [...results].sort((a, b) => points(b) - points(a));
}

/** The proportion of a query in the title: 1 where the title has one of its variants, else the proportion of its words. */
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
