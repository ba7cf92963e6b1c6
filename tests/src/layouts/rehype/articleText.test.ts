import { afterEach, expect, test, vi } from 'vitest';
import { articleText } from '../../../../src/layouts/rehype/articleText.ts';

const NONE = { language: 'en' as const, figures: [], terms: [], glance: '', before: '' };

afterEach(() => vi.unstubAllEnvs());

test('terms and rows are marked in the text, not in the facts at a glance, which come before the sections', () => {
  const terms = [{ id: 'a', word: 'agency', definition: 'who delivers' }];
  const glance = '<p>agency</p><table><tbody><tr><td>b</td></tr></tbody></table>';
  expect(articleText('<h2 id="c">c</h2><p>agency</p>', { ...NONE, terms, glance }).text).toBe(
    '<p>agency</p><table><tbody><tr><td>b</td></tr></tbody></table>' +
      '<div class="headed"><h2 id="c">c</h2><a class="anchor" href="#c" aria-label="Link to this section" data-pagefind-ignore>#</a></div>' +
      '<p><a class="term" href="/en/glossary/#a" title="who delivers">agency</a></p>',
  );
});

test('charts are named by number; a source is shown once in the margin of a paragraph', () => {
  const figures = [{ anchor: 'figure-gdp', chart: 'gdp', title: 'GDP', number: 1 }];
  const margin = '<i data-margin="A, 2020"></i>';
  expect(articleText(`<p>${margin}${margin}<a data-figure="gdp"></a></p>`, { ...NONE, figures }).text).toBe(
    `<p>${margin}<i></i><a class="figure-link" href="#figure-gdp">Figure\u00a01</a></p>`,
  );
});

test('below a path, links of the text, of terms and of the facts at a glance follow it', async () => {
  vi.stubEnv('BASE_PATH', '/site');
  vi.resetModules();
  const below = await import('../../../../src/layouts/rehype/articleText.ts');
  const terms = [{ id: 'a', word: 'agency', definition: '' }];
  const { text: html } = below.articleText('<p>agency <a href="/en/b/">b</a></p>', {
    ...NONE,
    terms,
    glance: '<a href="/en/c/">c</a>',
  });
  expect([...html.matchAll(/href="([^"]*)"/g)].map(([, address]) => address)).toEqual([
    '/site/en/glossary/#a',
    '/site/en/b/',
    '/site/en/c/',
  ]);
});

test('notes are numbered as they are read: what stands before the text, the text, the facts at a glance in it', () => {
  const link = (number: number) => `<a href="#note-${number}" role="doc-noteref">${number}</a>`;
  const { before, text, order } = articleText(`<p>${link(1)}</p><h2>c</h2>${link(2)}`, {
    ...NONE,
    before: link(4),
    glance: link(3),
  });
  const numbers = (html: string) =>
    [...html.matchAll(/#note-(\d)" role="doc-noteref" aria-label="Note\u00a0\1">\1</g)].map(([, one]) => one);
  expect(numbers(before)).toEqual(['1']);
  expect(numbers(text)).toEqual(['2', '3', '4']);
  expect([...order]).toEqual([
    [4, 1],
    [1, 2],
    [3, 3],
    [2, 4],
  ]);
});

test('everything else stays as the components rendered it: drawings, attributes, spaces', () => {
  const html =
    '<figure class="chart wide" data-astro-cid-7ab3x="" data-width="720"><svg viewBox="0 0 9 9" font-family="a, b"><clipPath id="c"><rect width="9.50" /></clipPath><path stroke-dasharray="2 3" d="M0,0" /><text text-anchor="end" xml:space="preserve"> 1  2</text></svg></figure>\n<p lang="zh">a\u00a0b  <span hidden>“c”</span> &#x26; <br></p>';
  // Attributes without a value stay without one.
  expect(articleText(html, NONE).text).toBe(html.replace('=""', ''));
});
