import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { isRedirect } from '../../src/model/redirects.ts';

const DIST = 'dist';
const KILOBYTE = 1024;
const gzipped = (path: string): number => gzipSync(readFileSync(join(DIST, path)), { level: 9 }).length;

/** Pages to read: home, cases, problems, countermeasures, and the pages about the site. */
const READING = globSync(
  [
    '{en,zh}/index.html',
    '{en,zh}/{cases,problems,countermeasures}/*/index.html',
    '{en,zh}/{about,method,start}/index.html',
    '{en,zh}/documents/{,*/}index.html',
    '{en,zh}/law/{,order-102/,history/,abroad/}index.html',
    '{en,zh}/prices/{,calculator/}index.html',
  ],
  { cwd: DIST },
).filter((path) => !isRedirect(path));

const assets = (page: string, pattern: RegExp): string[] =>
  [...readFileSync(join(DIST, page), 'utf8').matchAll(pattern)].map((match) => match[1]!.replace(/^\//, ''));

/** The scripts that a page loads by itself, with their static imports. */
function scriptsOf(page: string): Set<string> {
  const found = new Set<string>();
  const add = (path: string): void => {
    if (found.has(path)) return;
    found.add(path);
    const code = readFileSync(join(DIST, path), 'utf8');
    for (const [, name] of code.matchAll(/(?:^|[;}\n])\s*import(?:[^'"();]*from)?\s*["']\.\/([^"']+)["']/g))
      add(`_astro/${name}`);
  };
  for (const path of assets(page, /<script[^>]*src="([^"]+)"/g)) add(path);
  return found;
}

describe('a reading page', () => {
  test.each(READING)('%s weighs at most 60 KB compressed, style sheets included', (page) => {
    const styles = assets(page, /<link rel="stylesheet" href="([^"]+)"/g);
    const weight = [page, ...styles].reduce((sum, path) => sum + gzipped(path), 0);
    expect(weight / KILOBYTE).toBeLessThanOrEqual(60);
  });

  test.each(READING)('%s loads at most 15 KB of scripts, and needs none', (page) => {
    const weight = [...scriptsOf(page)].reduce((sum, path) => sum + gzipped(path), 0);
    const inline = [
      ...readFileSync(join(DIST, page), 'utf8').matchAll(
        /<script(?![^>]*(?:src|ld\+json))[^>]*>([\s\S]*?)<\/script>/g,
      ),
    ].map(([, code]) => gzipSync(code!).length);
    expect((weight + inline.reduce((sum, size) => sum + size, 0)) / KILOBYTE).toBeLessThanOrEqual(15);
  });
});

test('there are pages to measure', () => expect(READING.length).toBeGreaterThan(60));

test('Plot is in no page’s own scripts', () => {
  for (const page of ['en/charts/purchases-by-place/index.html', 'en/datasets/purchases/index.html'])
    for (const script of scriptsOf(page))
      expect(readFileSync(join(DIST, script)).length / KILOBYTE, script).toBeLessThan(30);
});
