import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { isRedirect, MOVED, MOVED_PAGES, REDIRECTS } from '../../../src/model/redirects.ts';

describe.each(Object.entries(MOVED))('the old addresses of %s', (kind, slugs) => {
  test.each(Object.entries(slugs))('%s leads to a piece that is there, %s', (old, slug) => {
    expect(existsSync(`content/${kind}/${slug}/en.mdx`)).toBe(true);
    expect(existsSync(`content/${kind}/${old}`)).toBe(false);
  });

  test('lead there in one step', () => {
    for (const slug of Object.values(slugs)) expect(slugs).not.toHaveProperty(slug);
  });
});

test.each(Object.entries(MOVED_PAGES))('the page %s leads to one that is there, %s', (old, path) => {
  expect(existsSync(`src/pages/[lang]/${path}/index.astro`)).toBe(true);
  expect(existsSync(`src/pages/[lang]/${old}`)).toBe(false);
  expect(REDIRECTS[`/zh/${old}/`]).toMatch(new RegExp(`/zh/${path}/$`));
  expect(isRedirect(`en/${old}/index.html`)).toBe(true);
});

test('every old address is there in both languages', () => {
  expect(REDIRECTS['/en/countermeasures/stable-money/']).toMatch(/\/en\/countermeasures\/stable-funding\/$/);
  expect(REDIRECTS['/zh/countermeasures/stable-money/']).toMatch(/\/zh\/countermeasures\/stable-funding\/$/);
});

test('only the file at an old address is a redirect', () => {
  expect(isRedirect('zh/countermeasures/stable-money/index.html')).toBe(true);
  const pieces = readdirSync('content/countermeasures');
  expect(pieces.filter((slug) => isRedirect(`en/countermeasures/${slug}/index.html`))).toEqual([]);
});
