import { expect, test } from 'vitest';
import { linkTerms } from '../../../../src/components/text/linkTerms.ts';

const term = (id: string, word: string): { id: string; word: string; definition: string } => ({
  id,
  word,
  definition: `what "${word}" means`,
});
const TENDER = term('open-tender', 'open tender');
const EN = '/en/glossary/';

test('the first mention is linked, with its definition, and no other', () =>
  expect(linkTerms('<p>Open tenders and an open tender.</p>', [TENDER], 'en', EN)).toBe(
    '<p><a class="term" href="/en/glossary/#open-tender" title="what &quot;open tender&quot; means">Open tenders</a> and an open tender.</p>',
  ));

test('nothing is linked in headings, links, numbers, pictures or outside of paragraphs', () => {
  const html =
    '<h2>open tender</h2><p><a href="/">open tender</a><span class="num">open tender</span></p><figure><p>open tender</p></figure>open tender';
  expect(linkTerms(html, [TENDER], 'en', EN)).toBe(html);
});

test('of words that overlap the longest wins; parts of words are no words', () => {
  const linked = linkTerms(
    '<p>社会组织与社会，reopen tendering</p>',
    [term('a', '社会'), term('b', '社会组织')],
    'zh',
    '/zh/glossary/',
  );
  expect(linked).toContain(
    '#b" title="what &quot;社会组织&quot; means">社会组织</a>与<a class="term" href="/zh/glossary/#a"',
  );
  expect(linkTerms('<p>reopen tendering</p>', [TENDER], 'en', EN)).toBe('<p>reopen tendering</p>');
});
