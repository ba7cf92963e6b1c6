import { h } from 'hastscript';
import { expect, test } from 'vitest';
import { rehypeGlance } from '../../../../src/layouts/rehype/glance.ts';
import { run } from './run.ts';

const glance = (): Parameters<typeof rehypeGlance>[0] => ({
  glance: { type: 'root', children: [h('dl'), h('p')] },
});

test('the facts at a glance follow the answer, before the first section', () =>
  expect(run('<p>answer</p><h2>a</h2><h2>b</h2>', rehypeGlance, glance())).toBe(
    '<p>answer</p><dl></dl><p></p><h2>a</h2><h2>b</h2>',
  ));

test('a text without sections ends with them', () =>
  expect(run('<p>answer</p>', rehypeGlance, glance())).toBe('<p>answer</p><dl></dl><p></p>'));
