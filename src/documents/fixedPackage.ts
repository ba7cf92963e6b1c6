import { unzipSync, zipSync, strFromU8, strToU8, type Zippable } from 'fflate';
import { RELEASE_DATE } from '../model/site.ts';
import { FONTS } from './wordStyles.ts';

/** Fonts taken where a device lacks one: its other names, and the nearest that Windows, WPS or macOS has. */
const OTHERWISE: [name: string, otherwise: string, family: string][] = [
  [FONTS.title, '华文中宋', 'auto'],
  [FONTS.heading, 'SimHei', 'modern'],
  [FONTS.text, '仿宋_GB2312', 'modern'],
  ['楷体', '楷体_GB2312', 'modern'],
  [FONTS.latin, 'Liberation Serif', 'roman'],
];

const fontTable = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${OTHERWISE.map(
  ([name, otherwise, family]) =>
    `<w:font w:name="${name}"><w:altName w:val="${otherwise}"/><w:family w:val="${family}"/></w:font>`,
).join('')}</w:fonts>`;

/** The first day that a ZIP can name. */
const ZIP_EPOCH = new Date('1980-01-01T00:00:00');
const DAY = `${RELEASE_DATE}T00:00:00Z`;

/** A Word file with the dates of the release in place of those of the build, so that its bytes are the same on any machine, and with the table of fonts. */
export function fixedPackage(bytes: Uint8Array): Uint8Array {
  const files = unzipSync(bytes);
  const core = 'docProps/core.xml';
  files[core] = strToU8(
    strFromU8(files[core]!).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${DAY}`),
  );
  files['word/fontTable.xml'] = strToU8(fontTable);
  const sorted: Zippable = Object.fromEntries(
    Object.keys(files)
      // Word expects the list of contents first.
      .sort(
        (a, b) =>
          Number(b === '[Content_Types].xml') - Number(a === '[Content_Types].xml') || (a < b ? -1 : 1),
      )
      .map((name) => [name, [files[name]!, { mtime: ZIP_EPOCH, level: 9 }]]),
  );
  return zipSync(sorted);
}
