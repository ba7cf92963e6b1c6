import { expect, test } from 'vitest';
import { rehypeFigureReferences } from '../../../../src/layouts/rehype/figureReferences.ts';
import { run } from './run.ts';

const figure = (chart: string, number: number, view = '') => ({
  anchor: `figure-${chart}${view}`,
  chart,
  title: chart,
  number,
});
const name = (number: number): string => `Figure ${number}`;
const HTML = 'See <a data-figure="findings-problems"></a>.';

test('a text refers to a chart by its number and anchor', () => {
  const figures = [figure('gaoming-gdp', 1), figure('findings-problems', 2, '-late')];
  expect(run(HTML, rehypeFigureReferences, { figures, name })).toBe(
    'See <a class="figure-link" href="#figure-findings-problems-late">Figure 2</a>.',
  );
});

test('a chart that the page does not show, or shows in several views, fails the build', () => {
  expect(() => run(HTML, rehypeFigureReferences, { figures: [], name })).toThrow(
    '<Fig id="findings-problems" /> points at a chart that the page shows nowhere; it shows none',
  );
  const figures = [figure('findings-problems', 1), figure('findings-problems', 2, '-late')];
  expect(() => run(HTML, rehypeFigureReferences, { figures, name })).toThrow('more than once');
});
