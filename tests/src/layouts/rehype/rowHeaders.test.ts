import { expect, test } from 'vitest';
import { rehypeRowHeaders } from '../../../../src/layouts/rehype/rowHeaders.ts';
import { run } from './run.ts';

test('the first cell of a row is its header, with its content', () =>
  expect(
    run(
      '<table><thead><tr><th>place</th><th>price</th></tr></thead><tbody><tr><td>Gaoming <em>(Foshan)</em></td><td>2</td></tr></tbody></table>',
      rehypeRowHeaders,
    ),
  ).toBe(
    '<table><thead><tr><th>place</th><th>price</th></tr></thead><tbody><tr><th scope="row">Gaoming <em>(Foshan)</em></th><td>2</td></tr></tbody></table>',
  ));

test('an empty cell is not a header', () => {
  const html = '<table><tbody><tr><td></td><td>2</td></tr></tbody></table>';
  expect(run(html, rehypeRowHeaders)).toBe(html);
});
