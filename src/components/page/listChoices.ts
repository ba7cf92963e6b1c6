/** The range of years of an item; either end may be open. */
const RANGE = ['from', 'to'] as const;
/** The box for words. */
export const WORDS = 'q';

/**
 * Whether an item of a list fits what was chosen.
 * @param codes for each control, the codes the item is filed under, separated by spaces; `year` for the range, empty where not known; `q`, its text
 * @param chosen the value of each control; an empty one filters nothing
 */
export function fitsChoices(
  codes: Readonly<Partial<Record<string, string>>>,
  chosen: Readonly<Record<string, string>>,
): boolean {
  return Object.entries(chosen).every(([name, wanted]) => {
    if (wanted === '') return true;
    if (name === WORDS) {
      const words = (codes[WORDS] ?? '').toLowerCase();
      return wanted
        .toLowerCase()
        .split(/\s+/)
        .every((word) => words.includes(word));
    }
    if (!RANGE.some((end) => end === name)) return (codes[name] ?? '').split(' ').includes(wanted);
    const year = codes['year'] ?? '';
    if (year === '') return false;
    return name === 'from' ? Number(year) >= Number(wanted) : Number(year) <= Number(wanted);
  });
}
