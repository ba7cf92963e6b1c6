/** Emphasis of a series in a drawing: what belongs to other series is faded. */

/** The marks of a drawing that have a tip: those with a `<title>`, or with its text in `data-title` while the tip is shown. */
export const marksOf = (svg: Element): Element[] =>
  [...svg.querySelectorAll('title, [data-title]')].map((title) =>
    title.tagName.toLowerCase() === 'title' ? title.parentElement! : title,
  );

/**
 * The parts of a drawing that are not of the series of the given marks: the marks, lines and names in other colours, and, where series have the same
 * colour, the other marks.
 */
export function partsOfOthers(svg: Element, own: ReadonlySet<Element>): Element[] {
  const marks = marksOf(svg);
  const coloursIn = (some: Element[]): Set<string> => new Set(some.flatMap(coloursOf));
  const ours = coloursIn(marks.filter((mark) => own.has(mark)));
  const theirs = coloursIn(marks.filter((mark) => !own.has(mark)));
  const drawn = new Set(marks);
  return [...svg.querySelectorAll('path, circle, rect, text')].filter((part) => {
    if (own.has(part)) return false;
    const colours = coloursOf(part).filter((colour) => ours.has(colour) || theirs.has(colour));
    if (colours.length === 0) return false;
    return (
      colours.every((colour) => !ours.has(colour)) ||
      (drawn.has(part) && colours.some((colour) => theirs.has(colour)))
    );
  });
}

/** The colours of an element: its line and its area, or those of the group it is in. Paper is the inside of a hollow mark. */
export const coloursOf = (element: Element): string[] =>
  ['stroke', 'fill'].flatMap((name) => {
    const colour = element.closest(`[${name}]`)?.getAttribute(name) ?? 'none';
    return colour === 'none' || colour.includes('--paper') || colour === 'currentColor' ? [] : [colour];
  });
