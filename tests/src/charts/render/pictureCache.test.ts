import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Engine } from '../../../../src/charts/render/engine.ts';
import { cachedEngine } from '../../../../src/charts/render/pictureCache.ts';

let folder: string;
let made: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pictures-'));
  made = [];
});
afterEach(() => rmSync(folder, { recursive: true }));

/** An engine whose pictures are their input, and which notes what it makes. */
const engine = (makers: string[] = ['1']): Engine =>
  cachedEngine(
    {
      document: {} as Engine['document'],
      serialise: (element) => element.outerHTML,
      outline(svg) {
        made.push(`outline ${svg}`);
        return `<outline>${svg}`;
      },
      png(svg, zoom) {
        made.push(`png ${svg} ${zoom}`);
        return Buffer.from(`${svg}@${zoom}`);
      },
      pdf(svg, { title }) {
        made.push(`pdf ${svg} ${title}`);
        return Promise.resolve(Buffer.from(`${svg}: ${title}`));
      },
    },
    folder,
    makers,
  );
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

const about = (title: string) => ({ title, author: 'A', language: 'en', day: '2026-12-01' });

test('a picture is made once, also by another build', async () => {
  for (const one of [engine(), engine()]) {
    expect(text(one.png('矩形', 2))).toBe('矩形@2');
    expect(one.outline('矩形')).toBe('<outline>矩形');
    expect(text(await one.pdf('矩形', about('t')))).toBe('矩形: t');
  }
  expect(made).toEqual(['png 矩形 2', 'outline 矩形', 'pdf 矩形 t']);
});

test('a PDF with other properties is another file', async () => {
  const one = engine();
  expect(text(await one.pdf('a', about('t')))).toBe('a: t');
  expect(text(await one.pdf('a', about('u')))).toBe('a: u');
  expect(text(await one.pdf('b', about('t')))).toBe('b: t');
});

test('another drawing, size or kind is another picture', () => {
  const one = engine();
  expect(text(one.png('a', 2))).toBe('a@2');
  expect(text(one.png('b', 2))).toBe('b@2');
  expect(text(one.png('a', 4))).toBe('a@4');
  expect(one.outline('a')).toBe('<outline>a');
  expect(made).toHaveLength(4);
});

test('with another font or version everything is made anew', () => {
  engine(['1', 'font']).png('a', 2);
  engine(['1f', 'ont']).png('a', 2);
  expect(made).toHaveLength(2);
});

test('a picture that was not used for two weeks is deleted', () => {
  engine().png('a', 2);
  const [name] = readdirSync(folder);
  const longAgo = new Date(Date.now() - 15 * 86_400_000);
  utimesSync(join(folder, name!), longAgo, longAgo);
  writeFileSync(join(folder, 'recent'), '');
  engine();
  expect(readdirSync(folder)).toEqual(['recent']);
});
