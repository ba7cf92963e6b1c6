import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const PACKAGE = '@expo-google-fonts/noto-sans-sc';
const FILES = ['400Regular/NotoSansSC_400Regular.ttf', '700Bold/NotoSansSC_700Bold.ttf'];

let found: string[] | undefined;

/**
 * The files of Noto Sans SC, regular and bold, in which pictures are lettered.
 * @throws Error naming the font and how to get it, where one is missing or cut short
 */
export function noto(): string[] {
  return (found ??= wholeFonts(FILES.map((file) => join(folder(), file))));
}

function folder(): string {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${PACKAGE}/package.json`));
  } catch {
    throw missing(PACKAGE, 'is missing');
  }
}

/**
 * The same files, each of which is there and whole. A drawing would leave out the letters of a font that it cannot read.
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
  new Error(
    `the font Noto Sans SC, which pictures are lettered in, ${how} (${what}); \`npm install\` brings it`,
  );

/** Whether a file is TrueType, and every table that its directory lists lies within it. @see https://learn.microsoft.com/typography/opentype/spec/otff */
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
