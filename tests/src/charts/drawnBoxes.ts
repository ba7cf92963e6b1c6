import { Resvg } from '@resvg/resvg-wasm';
import { parseHTML } from 'linkedom';
import { PICTURE_FONTS, pictureFont } from '../../../src/charts/render/fonts.ts';
import { LATIN, SHARED_WITH_LATIN, WIDE } from '../../../src/charts/render/fontRuns.ts';
import { nodeEngine } from '../../../src/charts/render/nodeEngine.ts';
import { escapeXml } from '../../../src/model/xml.ts';

/** A text or a mark of a drawing and its box, in pixels of the drawing. */
export interface DrawnBox {
  kind: 'text' | 'mark';
  /** The lines of a text; of a mark its tip. */
  words: string;
  fill: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The Latin characters, figures and marks that drawings use. */
const CHARACTERS = [
  ...Array.from({ length: 0x17f - 0x20 }, (_, at) => String.fromCodePoint(0x20 + at)).filter((character) =>
    /[^\p{C}]/u.test(character),
  ),
  ...'‘’“”…–—·≥≤→×€£',
];
const EM = 100;
/** The widths of characters as Resvg sets them in the fonts of pictures, in ems: regular and bold. */
const WIDTHS = { 400: await measured(400), 700: await measured(700) };

/** Draws a bar after each character: its position gives the width of the character. */
async function measured(weight: 400 | 700): Promise<Map<string, number>> {
  await nodeEngine();
  const fontBuffers = await Promise.all(PICTURE_FONTS.map((name) => pictureFont(name, CHARACTERS.join(''))));
  const lines = ['', ...CHARACTERS].map(
    (character, line) =>
      `<text xml:space="preserve" x="0" y="${(line + 1) * EM}">${escapeXml(character)}<tspan fill="#f00">|</tspan></text>`,
  );
  const outlines = new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="${(lines.length + 1) * EM}" font-family="${LATIN}" font-size="${EM}" font-weight="${weight}">${lines.join('')}</svg>`,
    { font: { fontBuffers, defaultFontFamily: LATIN } },
  ).toString();
  const bars = [...outlines.matchAll(/<path[^>]*fill="#ff0000"[^>]* d="M ([\d.-]+)/g)].map((bar) =>
    Number(bar[1]),
  );
  if (bars.length !== lines.length) throw new Error(`${bars.length} of ${lines.length} characters were set`);
  return new Map(CHARACTERS.map((character, at) => [character, (bars[at + 1]! - bars[0]!) / EM]));
}

/** The width of a drawn line, in pixels; characters that are not in the Latin font are an em wide, and so is shared punctuation beside 汉字. */
export function lineWidth(line: string, size: number, heavy = false): number {
  const widths = WIDTHS[heavy ? 700 : 400];
  const hasHan = WIDE.test(line);
  return [...line].reduce((sum, character) => {
    const isWide = hasHan && SHARED_WITH_LATIN.includes(character);
    return sum + size * (isWide ? 1 : (widths.get(character) ?? 1));
  }, 0);
}

/** The height of characters above and below the middle of a line, in ems: less than the font's box, which no character fills. */
const HALF = 0.45;

/**
 * Every text and every mark with a tip in a drawing of Plot, with its box. It supports what Plot writes: translated groups, texts in
 * one or more lines, circles, rectangles and paths of dots.
 */
export function drawnBoxes(svg: string): DrawnBox[] {
  const { document } = parseHTML(`<html><body>${svg}</body></html>`);
  const boxes: DrawnBox[] = [];
  walk(document.querySelector('svg')!, { x: 0, y: 0, inherited: {} });
  return boxes;

  function walk(element: Element, from: { x: number; y: number; inherited: Record<string, string> }): void {
    const inherited = { ...from.inherited };
    for (const name of ['font-size', 'font-weight', 'text-anchor', 'fill', 'visibility']) {
      const value = element.getAttribute(name);
      if (value !== null) inherited[name] = value;
    }
    const transform = element.getAttribute('transform') ?? '';
    const [dx = 0, dy = 0] =
      /translate\(([-\d.e]+)(?:[, ]([-\d.e]+))?\)/.exec(transform)?.slice(1).map(Number) ?? [];
    const at = { x: from.x + dx, y: from.y + dy, inherited };
    const turned = /rotate\(-90\)/.test(transform);
    const title = [...element.children].find((child) => nameOf(child) === 'title')?.textContent ?? '';
    if (nameOf(element) === 'text') boxes.push(textBox(element, at, turned));
    else if (title !== '') boxes.push(markBox(element, at, title));
    else for (const child of element.children) walk(child, at);
  }
}

/** The name of an element: the HTML parser writes it in capitals. */
const nameOf = (element: Element): string => element.tagName.toLowerCase();

interface At {
  x: number;
  y: number;
  inherited: Record<string, string>;
}

function textBox(element: Element, { x, y, inherited }: At, turned: boolean): DrawnBox {
  const size = Number.parseFloat(inherited['font-size'] ?? '13');
  const heavy = Number(inherited['font-weight'] ?? 400) >= 600;
  const spans = [...element.children].filter((child) => nameOf(child) === 'tspan');
  const lines = spans.length > 0 ? spans.map((span) => span.textContent ?? '') : [element.textContent ?? ''];
  const em = (value: string | null): number => (value === null ? 0 : Number.parseFloat(value) * size);
  // The baseline of the first line; the middle of its characters is about a third of an em above it.
  const first = em((spans[0] ?? element).getAttribute('y'));
  const width = Math.max(...lines.map((line) => lineWidth(line, size, heavy)));
  const anchor = inherited['text-anchor'] ?? 'start';
  const start = anchor === 'end' ? -width : anchor === 'middle' ? -width / 2 : 0;
  const middle = first - 0.32 * size;
  const [top, bottom] = [middle - HALF * size, middle + (lines.length - 1 + HALF) * size];
  const common = { kind: 'text', words: lines.join('\n'), fill: inherited['fill'] ?? '' } as const;
  // A rotated text runs upwards.
  return turned
    ? { ...common, left: x + top, right: x + bottom, top: y - start - width, bottom: y - start }
    : { ...common, left: x + start, right: x + start + width, top: y + top, bottom: y + bottom };
}

function markBox(element: Element, { x, y, inherited }: At, words: string): DrawnBox {
  const of = (name: string): number => Number(element.getAttribute(name) ?? 0);
  const common = { kind: 'mark', words, fill: inherited['fill'] ?? '' } as const;
  if (nameOf(element) === 'circle')
    return {
      ...common,
      left: x + of('cx') - of('r'),
      right: x + of('cx') + of('r'),
      top: y + of('cy') - of('r'),
      bottom: y + of('cy') + of('r'),
    };
  if (nameOf(element) === 'rect')
    return {
      ...common,
      left: x + of('x'),
      right: x + of('x') + of('width'),
      top: y + of('y'),
      bottom: y + of('y') + of('height'),
    };
  // The path of a dot is centred on its translation.
  return { ...common, left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 };
}
