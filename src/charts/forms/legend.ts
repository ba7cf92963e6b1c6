/**
 * Places the entries of a legend beside each other, in as many lines as the width needs; an entry of several lines has them to itself.
 * @param sizes the width of each entry in pixels, with the space behind it, and its number of lines
 */
export function placed(
  sizes: readonly { width: number; lines?: number }[],
  width: number,
): { x: number; line: number }[] {
  let [x, line] = [0, 0];
  return sizes.map((size) => {
    if (x > 0 && x + size.width > width) [x, line] = [0, line + 1];
    const at = { x, line };
    const lines = size.lines ?? 1;
    [x, line] = lines > 1 ? [0, line + lines] : [x + size.width, line];
    return at;
  });
}
