import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { EMBED_INTEGRITY, embedCode } from '../../../../src/components/chart/embedCode.ts';

test('the embed script matches its Subresource Integrity hash', () => {
  const sum = createHash('sha384').update(readFileSync('public/embed.js')).digest('base64');
  expect(EMBED_INTEGRITY).toBe(`sha384-${sum}`);
  expect(
    embedCode('A “title” & more', 'https://a.example/embed/x/?a=b&c=d', 'https://a.example/embed.js'),
  ).toContain(`integrity="sha384-${sum}" crossorigin="anonymous"`);
});

test('a frozen chart needs no script', () =>
  expect(embedCode('图', 'https://a.example/cite/x/2026.12/')).not.toContain('<script'));

test('a title and an address are escaped in the code', () => {
  const code = embedCode('“A” & "B" <C>', 'https://a.example/embed/x/?a=b&c=d');
  expect(code).toContain('title="“A” &amp; &quot;B&quot; &lt;C&gt;"');
  expect(code).toContain('src="https://a.example/embed/x/?a=b&amp;c=d"');
});
