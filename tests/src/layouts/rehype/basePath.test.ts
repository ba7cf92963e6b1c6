import { expect, test } from 'vitest';
import { rehypeBasePath } from '../../../../src/layouts/rehype/basePath.ts';
import { run } from './run.ts';

test('links from the root of the site follow it below a path; others stay', () => {
  const href = (path: string): string => `/site${path}`;
  expect(
    run(
      '<a href="/en/cases/"></a><a href="/zh/"></a><a href="#a"></a><a href="/site/en/"></a><a href="/english"></a><a href="https://a.example/en/"></a>',
      rehypeBasePath,
      { href },
    ),
  ).toBe(
    '<a href="/site/en/cases/"></a><a href="/site/zh/"></a><a href="#a"></a><a href="/site/en/"></a><a href="/english"></a><a href="https://a.example/en/"></a>',
  );
});
