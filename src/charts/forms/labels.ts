/** The default font size of a drawing, in pixels. */
export const SIZE = 13;
/** The height of a line, in pixels. */
export const LINE = 15;
/** The same in ems, as Plot expects it. */
export const LINE_HEIGHT = LINE / SIZE;

/** Characters an em wide. */
const HAN = /[\u2e80-\uffef●■▲◆▼▶]/u;
/** Punctuation that is an em wide beside 汉字. */
const SHARED = /[·‘’“”…—]/;
const NARROW = /[ijltfr.,:;'’|!()[\] ‘“”"-]/;
const WIDE = /[MWmw@%—]/;
const CAPITAL = /[A-Z0-9&≥≤→×€£$¥+=–]/;

/** The width of a character in ems, a generous estimate for Source Sans 3 and Noto Sans SC. */
const widthOf = (character: string): number =>
  HAN.test(character)
    ? 1
    : NARROW.test(character)
      ? 0.4
      : WIDE.test(character)
        ? 0.93
        : CAPITAL.test(character)
          ? 0.66
          : 0.58;

/** The width of a line of text in pixels, a generous estimate: the same in the browser and in a file. */
export function lineWidth(line: string, size = SIZE): number {
  const hasHan = HAN.test(line);
  return (
    [...line].reduce(
      (sum, character) => sum + (hasHan && SHARED.test(character) ? 1 : widthOf(character)),
      0,
    ) * size
  );
}

/** The width of the widest line, in pixels. */
export const widest = (lines: readonly string[], size = SIZE): number =>
  Math.ceil(Math.max(0, ...lines.map((line) => lineWidth(line, size))));

/**
 * A text in lines no wider than `maxWidth` pixels. Plot breaks only at spaces; here a line may also end between any two 汉字, but not before
 * closing or after opening punctuation.
 * @param widthOfLine of a line in pixels
 */
export function wrap(text: string, maxWidth: number, size = SIZE, widthOfLine = lineWidth): string {
  const pieces =
    text.match(
      /[（「『“《]*[\u2e80-\uffef][，。；：、）」』”》！？]*|[（「『“《]*[^\s\u2e80-\uffef]+[，。；：、）」』”》！？]*\s*|\s+/gu,
    ) ?? [];
  const lines: string[] = [''];
  for (const piece of pieces) {
    const line = lines.at(-1)!;
    if (line !== '' && widthOfLine((line + piece).trimEnd(), size) > maxWidth) lines.push(piece);
    else lines[lines.length - 1] = line + piece;
  }
  return lines.map((line) => line.trimEnd()).join('\n');
}

/** The number of lines of a wrapped text. */
export const lineCount = (wrapped: string): number => wrapped.split('\n').length;
