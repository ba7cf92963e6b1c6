import { expect, test } from 'vitest';
import { rehypeHeadingLinks } from '../../../../src/layouts/rehype/headingLinks.ts';
import { run } from './run.ts';

test('each heading with an id has a link to itself beside it, which search leaves out', () =>
  expect(
    run('<h2 id="价格">价格</h2><h3 id="b">B</h3>', rehypeHeadingLinks, { label: 'link to this section' }),
  ).toBe(
    '<div class="headed"><h2 id="价格">价格</h2><a class="anchor" href="#价格" aria-label="link to this section" data-pagefind-ignore="">#</a></div>' +
      '<div class="headed"><h3 id="b">B</h3><a class="anchor" href="#b" aria-label="link to this section" data-pagefind-ignore="">#</a></div>',
  ));

test('headings without an id, and those below, have none', () => {
  const html = '<h2>a</h2><h4 id="b">b</h4>';
  expect(run(html, rehypeHeadingLinks, { label: '' })).toBe(html);
});
