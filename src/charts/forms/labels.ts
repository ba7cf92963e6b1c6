/** The size of characters in a drawing where none is given, in pixels. */
export const SIZE = 13;
/** The height of a line, in pixels. */
export const LINE = 15;
/** The same in ems, as Plot takes it. */
export const LINE_HEIGHT = LINE / SIZE;

/** Characters an em wide. */
const HAN = /[\u2e80-\uffef●■]/u;
/** Marks that are an em wide beside 汉字. */
const SHARED = /[·‘’“”…—]/;
const NARROW = /[ijltfr.,:;'’|!()[\] ‘“”"-]/;
const WIDE = /[MWmw@%—]/;
const CAPITAL = /[A-Z0-9&≥≤→×€£$¥+=–]/;

/** The width of a character in ems, by an estimate on the wide side of Source Sans 3 and Noto Sans SC. */
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

/** The width of a line of text in pixels, by an estimate that errs on the wide side: a browser and a file character it alike. */
export function lineWidth(line: string, size = SIZE): number {
  const hasHan = HAN.test(line);
  return (
    [...line].reduce(
      (sum, character) => sum + (hasHan && SHARED.test(character) ? 1 : widthOf(character)),
      0,
    ) * size
  );
}

/** The widest of some lines, in pixels. */
export const widest = (lines: readonly string[], size = SIZE): number =>
  Math.ceil(Math.max(0, ...lines.map((line) => lineWidth(line, size))));

/**
 * A text in lines no wider than `maxWidth` pixels. Plot breaks only at spaces; here a line may end between any two 汉字 as well, not before a mark
 * that closes nor after one that opens.
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

/** How many lines a wrapped text has. */
export const lineCount = (wrapped: string): number => wrapped.split('\n').length;
