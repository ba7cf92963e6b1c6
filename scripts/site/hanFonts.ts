import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import subsetFont from 'subset-font';
import { fontFile } from '../../src/charts/render/fonts.ts';
import { HAN_STYLES } from '../../src/model/site.ts';

/** Characters per file. Smaller files would save little, as every page has some rare characters, and need more requests. */
const CHARACTERS = 400;

/** Characters that a Chinese font draws one em wide: 汉字, kana, their punctuation and full-width forms. */
const WIDE = [
  [0x2e80, 0x303f],
  [0x3041, 0x30ff],
  [0x31c0, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff01, 0xff60],
  [0x20000, 0x323af],
] as const;
/**
 * A font of 612 bytes that draws one hollow box, an em wide, for every character of `WIDE`; made once for this project (TrueType, character map
 * of format 13). The box that a browser draws for a missing character is narrower, so that every line would break again when the fonts arrive.
 */
const BOXES = new URL('hanBoxes.ttf', import.meta.url);
const hex = (code: number): string => code.toString(16);
const CHARACTER = new RegExp(
  `[${WIDE.map(([first, last]) => `\\u{${hex(first)}}-\\u{${hex(last)}}`).join('')}]`,
  'gu',
);
const isPoint = (character: string): boolean => /\p{Punctuation}/u.test(character);

/**
 * Noto Sans SC for devices without a Chinese font, subset to the characters of the built site: files in `dist/_astro`, and the
 * style sheet that names them, which only such devices request (`HAN_SCRIPT`).
 */
export function hanFonts(): AstroIntegration {
  return {
    name: 'han-fonts',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const characters = charactersOf(folder);
        const { styles, files } = await subsetFonts(characters);
        mkdirSync(join(folder, '_astro'), { recursive: true });
        for (const [name, font] of files) writeFileSync(join(folder, name), font);
        writeFileSync(join(folder, HAN_STYLES), styles);
        const bytes = [...files.values()].reduce((sum, font) => sum + font.length, 0);
        logger.info(`${characters.length} Chinese characters in ${files.size} fonts of ${bytes} bytes`);
      },
    },
  };
}

/** The characters of the built site, by the number of pages; last those found only in data and in scripts, which show them later. */
export function charactersOf(folder: string): string[] {
  const pagesWith = new Map<string, number>();
  const read = (patterns: string[], weight: number): void => {
    for (const file of globSync(patterns, { cwd: folder }))
      if (!file.includes('/row/'))
        for (const character of new Set(readFileSync(join(folder, file), 'utf8').match(CHARACTER)))
          pagesWith.set(character, (pagesWith.get(character) ?? 0) + weight);
  };
  read(['*.html', '{en,zh,embed}/**/*.html'], 1);
  read(['data/**/*.json', 'search/*.json', '_astro/*.js'], 0);
  return [...pagesWith]
    .sort(([a, of], [b, on]) => on - of || (a < b ? -1 : 1))
    .map(([character]) => character);
}

/**
 * The fonts of these characters, by their paths below the site's root, and the style sheet that names them. The style sheet embeds what a page
 * needs for its first layout, so that nothing moves when the files arrive: boxes as wide as the characters, and the punctuation, half of
 * whose width a line may trim.
 */
async function subsetFonts(
  characters: readonly string[],
): Promise<{ styles: string; files: Map<string, Buffer> }> {
  const files = new Map<string, Buffer>();
  const points = characters.filter(isPoint);
  const faces = [
    face('Han as Boxes', inline('font/ttf', readFileSync(BOXES)), WIDE.map(span).join()),
    face('Han of Noto', inline('font/woff2', await subsetOfNoto(points)), rangesOf(points)),
  ];
  const others = characters.filter((character) => !isPoint(character));
  for (let at = 0; at < others.length; at += CHARACTERS) {
    const some = others.slice(at, at + CHARACTERS);
    const font = await subsetOfNoto(some);
    const name = `_astro/han.${createHash('sha256').update(font).digest('hex').slice(0, 8)}.woff2`;
    files.set(name, font);
    faces.push(face('Han of Noto', `url(${name})`, rangesOf(some)));
  }
  return { styles: [...faces, RULES, ''].join('\n'), files };
}

/**
 * Charts name their own fonts, so these are overridden. The page is hidden for a tenth of a second, in which the browser decodes the two fonts
 * in the style sheet; it decodes them asynchronously and would otherwise paint once without them.
 */
const RULES =
  'svg[font-family]{font-family:var(--sans)}body{animation:han .1s step-end}@keyframes han{from{visibility:hidden}}';

/** One weight, which browsers embolden, since a second would double the download. Copyright and licence are kept in the file. */
const subsetOfNoto = (characters: readonly string[]): Promise<Buffer> =>
  subsetFont(readFileSync(fontFile('han-400')), characters.join(''), {
    targetFormat: 'woff2',
    keepFeatures: ['halt', 'chws'],
    preserveNameIds: [0, 13, 14],
  });

const face = (family: string, source: string, ranges: string): string =>
  `@font-face{font-family:'${family}';font-weight:400;font-display:swap;src:${source};unicode-range:${ranges}}`;

const inline = (type: string, font: Buffer): string => `url(data:${type};base64,${font.toString('base64')})`;

const span = ([first, last]: readonly [number, number]): string =>
  first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`;

/** Characters as a `unicode-range`. */
function rangesOf(characters: readonly string[]): string {
  const spans: [number, number][] = [];
  for (const code of characters.map((character) => character.codePointAt(0)!).sort((a, b) => a - b)) {
    const before = spans.at(-1);
    if (before && before[1] === code - 1) before[1] = code;
    else spans.push([code, code]);
  }
  return spans.map(span).join();
}
