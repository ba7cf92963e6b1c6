import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { noto, wholeFonts } from '../../src/charts/render/fonts.ts';
import { outlined } from '../../src/charts/render/picture.ts';

const folder = mkdtempSync(join(tmpdir(), 'fonts-'));
const written = (name: string, content: Uint8Array | string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};

describe('the font of pictures', () => {
  test('is there, in both weights, and draws Chinese letters as outlines', () => {
    expect(noto()).toHaveLength(2);
    const text = '<svg xmlns="http://www.w3.org/2000/svg"><text y="20">高明</text></svg>';
    expect(outlined(text)).toContain('<path');
  });

  test('that is missing is named, with how to get it', () =>
    expect(() => wholeFonts([join(folder, 'nowhere.ttf')])).toThrow(
      /^the font Noto Sans SC, .* is missing \(.*nowhere\.ttf\); `npm install` brings it$/,
    ));

  test.each([
    ['empty', ''],
    ['a page that says 404', '<!doctype html><title>404</title>'],
    ['cut short', readFileSync(noto()[0]!).subarray(0, 100_000)],
    ['cut within its directory', readFileSync(noto()[0]!).subarray(0, 20)],
  ])('that is %s is no font, and named', (name, content) =>
    expect(() => wholeFonts([written(`${name}.ttf`, content)])).toThrow(/is no font or was cut short/),
  );
});
