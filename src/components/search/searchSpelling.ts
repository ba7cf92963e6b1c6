/** The shortest word that is corrected. */
const LONG = 5;

/** Whether two words differ by one inserted, deleted, replaced or transposed letter. */
export function oneEditApart(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const inA = a.slice(start, a.length - end);
  const inB = b.slice(start, b.length - end);
  if (inA.length <= 1 && inB.length <= 1) return true;
  return inA.length === 2 && inB.length === 2 && inA[0] === inB[1] && inA[1] === inB[0];
}

/** A word without its commonest endings, so that an inflected form is not taken for a misspelling. */
const root = (word: string): string => word.replace(/(?:ings?|ed|es|ers?|ors?|ions?|ments?|al|ly|e|s)$/, '');

/**
 * A query with each unknown word replaced by the commonest one that is one edit away; `undefined` where nothing was replaced.
 * @param vocabulary the words of the pages, commonest first
 */
export function respell(query: string, vocabulary: readonly string[]): string | undefined {
  const known = new Set(vocabulary.map(root));
  const words = query.toLowerCase().match(/[\p{Letter}\p{Number}]+/gu) ?? [];
  const corrected = words.map((word) =>
    word.length < LONG || known.has(root(word))
      ? word
      : (vocabulary.find((candidate) => oneEditApart(word, candidate)) ?? word),
  );
  return corrected.every((word, at) => word === words[at]) ? undefined : corrected.join(' ');
}
