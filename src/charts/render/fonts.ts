import { closeSync, existsSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import subsetFont from 'subset-font';
import { SHARED_WITH_LATIN, WIDE, WIDE_SPANS } from './fontRuns.ts';

/** The fonts of pictures, by the name of their file on the site: Source Sans 3 and Noto Sans SC, regular and bold. */
const FONTS = {
  'latin-400': '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'latin-700': '@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf',
  'han-400': '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  'han-700': '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
} as const;
export type PictureFont = keyof typeof FONTS;

const found = new Map<PictureFont, string>();

/**
 * The file of a font.
 * @throws Error naming the font and how to get it, where it is missing or cut short
 */
export function fontFile(name: PictureFont): string {
  let file = found.get(name);
  if (file === undefined) {
    const [scope, folder, ...rest] = FONTS[name].split('/');
    const module = `${scope}/${folder}`;
    try {
      file = join(dirname(createRequire(import.meta.url).resolve(`${module}/package.json`)), ...rest);
    } catch {
      throw missing(module, 'is missing');
    }
    wholeFonts([file]);
    found.set(name, file);
  }
  return file;
}

export const PICTURE_FONTS = Object.keys(FONTS) as PictureFont[];

/**
 * A font of pictures with only the characters it is used for. If a Han font had Latin letters too, Resvg would use it for whole texts in which
 * one character is missing from the Latin font.
 * @param words the texts of the pictures; without them a Han font has all its characters
 * @throws Error naming the font where it is missing or cut short
 */
export function pictureFont(name: PictureFont, words?: string): Promise<Uint8Array> {
  const characters = name.startsWith('han')
    ? (words ?? ALL_HAN).replaceAll(NOT_HAN, '') + SHARED_WITH_LATIN
    : (words ?? ALL_LATIN).replaceAll(HAN_CHARACTERS, '') + ASCII;
  // Without ligatures: Resvg omits a whole text in which two dashes become one glyph.
  return subsetFont(readFileSync(fontFile(name)), characters, {
    targetFormat: 'truetype',
    keepFeatures: ['kern'],
  });
}

const span = (first: number, last: number): string =>
  Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)).join('');
const ASCII = span(0x20, 0x7e);
const ALL_LATIN = span(0xa0, 0x2e7f);
const ALL_HAN = WIDE_SPANS.map(([first, last]) => span(first, last)).join('');
const HAN_CHARACTERS = new RegExp(WIDE, 'gu');
const NOT_HAN = new RegExp(`[^${WIDE.source.slice(1)}`, 'gu');

/**
 * Checks that each font file exists and is complete, since a drawing would silently omit the text of a font that cannot be read.
 * @throws Error naming the first that is not
 */
export function wholeFonts(files: string[]): string[] {
  for (const file of files) {
    if (!existsSync(file)) throw missing(file, 'is missing');
    if (!isWhole(file)) throw missing(file, 'is no font or was cut short');
  }
  return files;
}

const missing = (what: string, how: string): Error =>
  new Error(`a font of pictures ${how} (${what}); \`npm install\` brings it`);

/** Whether a file is TrueType, and every table in its directory is within the file. @see https://learn.microsoft.com/typography/opentype/spec/otff */
function isWhole(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const head = Buffer.alloc(12);
    if (readSync(file, head, 0, 12, 0) < 12 || head.readUInt32BE(0) !== 0x00010000) return false;
    const directory = Buffer.alloc(16 * head.readUInt16BE(4));
    if (readSync(file, directory, 0, directory.length, 12) < directory.length) return false;
    for (let at = 0; at < directory.length; at += 16)
      if (directory.readUInt32BE(at + 8) + directory.readUInt32BE(at + 12) > size) return false;
    return directory.length > 0;
  } finally {
    closeSync(file);
  }
}
