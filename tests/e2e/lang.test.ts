import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { isRedirect } from '../../src/model/redirects.ts';

const DIST = 'dist';
const pagesOf = (language: string): string[] =>
  globSync(`${language}/**/index.html`, { cwd: DIST })
    .filter((path) => !isRedirect(path))
    .sort()
    .filter((path, at) => !path.includes('/row/') || at % 50 === 0);
const documentOf = (path: string): Document =>
  parseHTML(readFileSync(join(DIST, path), 'utf8')).document as unknown as Document;

/** Elements that allow no child elements, or whose text is not read aloud as running text. */
const NO_PROSE = 'script, style, svg, title, textarea, option, noscript';

/** The texts of a page, each with the language of its nearest element. */
function* texts(document: Document): Generator<{ words: string; lang: string }> {
  const walk = function* (node: Node, lang: string): Generator<{ words: string; lang: string }> {
    for (const child of node.childNodes)
      if (child.nodeType === 3) yield { words: child.textContent ?? '', lang };
      else if (child.nodeType === 1 && !(child as Element).matches(NO_PROSE))
        yield* walk(child, (child as Element).getAttribute('lang') ?? lang);
  };
  yield* walk(document.body, document.documentElement.getAttribute('lang')!);
}

test('on English pages Chinese, Japanese and Korean text has its language', () => {
  const wrong: string[] = [];
  for (const path of pagesOf('en'))
    for (const { words, lang } of texts(documentOf(path)))
      if (
        (/\p{Script=Han}/u.test(words) && !/^(zh|ja|ko)/.test(lang)) ||
        (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(words) && lang !== 'ja') ||
        (/\p{Script=Hangul}/u.test(words) && lang !== 'ko')
      )
        wrong.push(`${path} (${lang}): ${words.trim().slice(0, 60)}`);
  expect(wrong).toEqual([]);
});

test('on Chinese pages kana is Japanese and hangul is Korean', () => {
  const wrong: string[] = [];
  for (const path of pagesOf('zh'))
    for (const { words, lang } of texts(documentOf(path)))
      if (
        (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(words) && lang !== 'ja') ||
        (/\p{Script=Hangul}/u.test(words) && lang !== 'ko')
      )
        wrong.push(`${path} (${lang}): ${words.trim().slice(0, 60)}`);
  expect(wrong).toEqual([]);
});

const sources = JSON.parse(readFileSync('public/data/sources/sources.json', 'utf8')) as {
  title: string;
  lang: string;
}[];

test.each(['en', 'zh'])(
  'in %s, every title of the bibliography is in the language of its source',
  (language) => {
    const shown = [
      ...documentOf(`${language}/sources/index.html`).querySelectorAll('.source > a, .source > cite'),
    ];
    expect(shown.length).toBe(sources.length);
    const langs = new Map(sources.map(({ title, lang }) => [title, lang]));
    for (const element of shown)
      expect(element.getAttribute('lang'), element.textContent!).toBe(langs.get(element.textContent!));
  },
);

test('a long run of Latin letters in a source’s words on a Chinese page names its language', () => {
  const wrong: string[] = [];
  for (const path of pagesOf('zh'))
    for (const source of documentOf(path).querySelectorAll('.source')) {
      const own = source.querySelector('a, cite')?.getAttribute('lang') ?? '';
      if (!/^(en|de|sv|fr|da|nl|pt)$/.test(own)) continue;
      for (const child of source.childNodes)
        if (
          /^[^\p{Script=Han}]*\p{Script=Latin}[\p{Script=Latin}\s,.]{24,}/u.test(child.textContent ?? '') &&
          (child.nodeType === 3 || (child as Element).getAttribute('lang') !== own)
        )
          wrong.push(`${path}: ${child.textContent!.slice(0, 60)}`);
    }
  expect([...new Set(wrong)]).toEqual([]);
});
