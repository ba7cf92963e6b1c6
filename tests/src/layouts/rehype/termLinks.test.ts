import { expect, test } from 'vitest';
import type { Language } from '../../../../src/model/language.ts';
import { rehypeTermLinks, type LinkedTerm } from '../../../../src/layouts/rehype/termLinks.ts';
import { run } from './run.ts';

const term = (id: string, word: string): LinkedTerm => ({ id, word, definition: `what "${word}" means` });
const TENDER = term('open-tender', 'open tender');
const linkTerms = (html: string, terms: LinkedTerm[], language: Language): string =>
  run(html, rehypeTermLinks, { terms, language });

test('only the first mention is linked, with its definition', () =>
  expect(linkTerms('<p>Open tenders and an open tender.</p><p>open tender</p>', [TENDER], 'en')).toBe(
    '<p><a class="term" href="/en/glossary/#open-tender" title="what &#x22;open tender&#x22; means">Open tenders</a> and an open tender.</p><p>open tender</p>',
  ));

test('in lists and within emphasis too', () =>
  expect(linkTerms('<ul><li>an <em>open tender</em></li></ul>', [TENDER], 'en')).toContain(
    '<em><a class="term"',
  ));

test('nothing is linked in headings, links, numbers, pictures or outside of paragraphs', () => {
  const html =
    '<h2>open tender</h2><p><a href="/">open tender</a><span class="num">open tender</span></p><figure><p>open tender</p></figure>open tender';
  expect(linkTerms(html, [TENDER], 'en')).toBe(html);
});

test('of words that overlap the longest wins, and each is linked', () =>
  expect(
    linkTerms('<p>社会组织与社会</p>', [term('a', '社会'), term('b', '社会组织')], 'zh').replaceAll(
      / title="[^"]*"/g,
      '',
    ),
  ).toBe(
    '<p><a class="term" href="/zh/glossary/#b">社会组织</a>与<a class="term" href="/zh/glossary/#a">社会</a></p>',
  ));

test('parts of English words are not linked', () =>
  expect(linkTerms('<p>reopen tendering</p>', [TENDER], 'en')).toBe('<p>reopen tendering</p>'));

test('a word with a character that HTML escapes is found', () =>
  expect(linkTerms('<p>the R&amp;D budget</p>', [term('rd', 'R&D')], 'en')).toContain('#rd"'));
