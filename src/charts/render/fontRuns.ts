import type { Language } from '../../model/language.ts';

/** The fonts of pictures: one for Latin letters, figures and their punctuation, one for 汉字, kana and theirs. */
export const LATIN = 'Source Sans 3';
export const HAN = 'Noto Sans SC';

/** Code point ranges that only a Chinese, Japanese or Korean font has, and draws one em wide. */
export const WIDE_SPANS: readonly (readonly [number, number])[] = [
  [0x2e80, 0x9fff],
  [0xac00, 0xd7af],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff00, 0xffef],
  [0x20000, 0x323af],
];
const hex = (code: number): string => `\\u{${code.toString(16)}}`;
export const WIDE = new RegExp(
  `[${WIDE_SPANS.map(([first, last]) => `${hex(first)}-${hex(last)}`).join('')}]`,
  'u',
);

/** Punctuation that both fonts have, with different widths. */
export const SHARED_WITH_LATIN = '·‘’“”…—';

/** A run of text in one font. */
interface Run {
  text: string;
  font: typeof LATIN | typeof HAN;
}

/**
 * Splits text into runs of one font each. Punctuation that both fonts have is Latin in English; in Chinese it is Han beside a character that
 * is (“高明”), and Latin elsewhere (Gaoming’s, and a dot between spaces).
 */
export function runsOf(text: string, language: Language): Run[] {
  const characters = [...text];
  const isHan = (at: number): boolean => WIDE.test(characters[at] ?? '');
  const isShared = (at: number): boolean => SHARED_WITH_LATIN.includes(characters[at] ?? '\0');
  const runs: Run[] = [];
  for (const [at, character] of characters.entries()) {
    let han = isHan(at);
    if (language === 'zh' && isShared(at)) {
      let [before, after] = [at - 1, at + 1];
      while (isShared(before)) before -= 1;
      while (isShared(after)) after += 1;
      han = isHan(before) || isHan(after);
    }
    const font = han ? HAN : LATIN;
    const last = runs.at(-1);
    if (last?.font === font) last.text += character;
    else runs.push({ text: character, font });
  }
  return runs;
}

/** Whether a text has characters of the Han font. */
export const hasHan = (text: string): boolean => WIDE.test(text);

/** Splits every text of a drawing into runs of one font each, so that a renderer takes no character from the other. */
export function splitFontRuns(svg: Element, language: Language): void {
  for (const element of [...svg.querySelectorAll('text, tspan')])
    for (const node of [...element.childNodes]) {
      // Text nodes.
      if (node.nodeType !== 3) continue;
      const runs = runsOf(node.textContent ?? '', language);
      if (runs.every(({ font }) => font === LATIN)) continue;
      const spans = runs.map(({ text, font }) => {
        const span = svg.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'tspan');
        span.setAttribute('font-family', font);
        span.textContent = text;
        return span;
      });
      for (const span of spans) element.insertBefore(span, node);
      element.removeChild(node);
    }
}
