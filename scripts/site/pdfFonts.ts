import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** A font file of a package, with its properties in the style sheet below. */
interface PrintFont {
  family: string;
  weight: string;
  style: 'normal' | 'italic';
  file: () => string;
}

const require = createRequire(import.meta.url);
/** A file of a package, resolved only when a page is printed: a build without the development packages prints none. */
const packaged =
  (name: string, file: string): (() => string) =>
  () =>
    join(dirname(require.resolve(`${name}/package.json`)), file);

/**
 * The fonts of a PDF: fixed weights instead of the variable fonts of the screen, which a PDF would embed as outlines of several times the size,
 * and Chinese fonts from packages, so that the result does not depend on the machine. Only Korean titles use a font of the machine.
 */
const FONTS: PrintFont[] = (
  [
    ['400', '100 500', '400Regular'],
    ['600', '501 900', '600SemiBold'],
  ] as const
)
  .flatMap(([weight, range, name]): PrintFont[] => [
    {
      family: 'Print Serif',
      weight: range,
      style: 'normal',
      file: packaged('@fontsource/source-serif-4', `files/source-serif-4-latin-${weight}-normal.woff2`),
    },
    {
      family: 'Print Sans',
      weight: range,
      style: 'normal',
      file: packaged('@fontsource/source-sans-3', `files/source-sans-3-latin-${weight}-normal.woff2`),
    },
    {
      family: 'Print Song',
      weight: range,
      style: 'normal',
      file: packaged('@expo-google-fonts/noto-serif-sc', `${name}/NotoSerifSC_${name}.ttf`),
    },
    {
      family: 'Print Hei',
      weight: range,
      style: 'normal',
      file: packaged('@expo-google-fonts/noto-sans-sc', `${name}/NotoSansSC_${name}.ttf`),
    },
  ])
  .concat({
    family: 'Print Serif',
    weight: '100 900',
    style: 'italic',
    file: packaged('@fontsource/source-serif-4', 'files/source-serif-4-latin-400-italic.woff2'),
  });

/** The files, by the last part of their address. */
export const fontFiles = new Map(FONTS.map(({ file }, at) => [`${at}.font`, file]));

/** The style sheet that replaces the fonts of the screen. @param address the folder of the files */
export const fontStyles = (address: string): string =>
  FONTS.map(
    ({ family, weight, style }, at) =>
      `@font-face{font-family:'${family}';font-weight:${weight};font-style:${style};src:url(${address}${at}.font)}`,
  ).join('') +
  `:root{--serif:'Print Serif','Print Song',serif;--sans:'Print Sans','Print Hei',sans-serif;--mono:'Print Sans','Print Hei',monospace}` +
  // Charts name the fonts of the screen directly.
  `svg[font-family]{font-family:var(--sans)}`;
