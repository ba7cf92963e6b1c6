import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fontFile, pictureFont, wholeFonts } from '../../../../src/charts/render/fonts.ts';

const folder = mkdtempSync(join(tmpdir(), 'fonts-'));
const written = (name: string, content: Uint8Array | string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

describe('a font of pictures', () => {
  test('has either Latin or Han characters, so that none is taken from the wrong font', async () => {
    const latin = (await pictureFont('latin-400', 'é 高')).length;
    expect(latin, 'Han characters add nothing').toBe((await pictureFont('latin-400', 'é ')).length);
    const han = (await pictureFont('han-700', '高 A')).length;
    expect(han, 'Latin letters are not included').toBe((await pictureFont('han-700', '高')).length);
    expect((await pictureFont('han-700', '高明')).length).toBeGreaterThan(han);
  });

  test('that is missing is reported, with how to get it', () =>
    expect(() => wholeFonts([join(folder, 'nowhere.ttf')])).toThrow(
      /^a font of pictures is missing \(.*nowhere\.ttf\); `npm install` brings it$/,
    ));

  test.each([
    ['empty', ''],
    ['a page that says 404', '<!doctype html><title>404</title>'],
    ['cut short', readFileSync(fontFile('han-400')).subarray(0, 100_000)],
    ['cut within its directory', readFileSync(fontFile('han-400')).subarray(0, 20)],
  ])('that is %s is no font, and named', (name, content) =>
    expect(() => wholeFonts([written(`${name}.ttf`, content)])).toThrow(/is no font or was cut short/),
  );
});
