import { readFileSync } from 'node:fs';
import {
  differenceEuclidean,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  filterGrayscale,
  parse,
  wcagContrast,
  type Color,
} from 'culori';
import { describe, expect, test } from 'vitest';
import { COLOUR } from '../../../../src/charts/forms/theme.ts';

/** The colours of series other than Gaoming's. */
const SERIES = [COLOUR.blue, COLOUR.ochre, COLOUR.green, COLOUR.violet, COLOUR.grey];

/** The custom properties of a theme in the style sheet. */
function theme(selector: string): Record<string, string> {
  const css = readFileSync('src/styles/tokens.css', 'utf8');
  const block = css.slice(css.indexOf(selector));
  return Object.fromEntries(
    [...block.slice(0, block.indexOf('}')).matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(
      ([, name, value]) => [name, value!],
    ),
  );
}

const THEMES = { light: theme(':root {'), dark: theme(":root[data-theme='dark']") };
/** Series that are drawn together, in the order of their use. */
const TOGETHER = ['gaoming', 'series-1', 'series-2', 'series-quiet'];
const SIGHTS: Record<string, (colour: Color) => Color> = {
  'full colour': (colour) => colour,
  protanopia: filterDeficiencyProt(1),
  deuteranopia: filterDeficiencyDeuter(1),
  tritanopia: filterDeficiencyTrit(1),
};
const difference = differenceEuclidean('lab65');

describe.each(Object.entries(THEMES))('%s theme', (_name, colours) => {
  const of = (name: string): Color => parse(colours[name]!)!;

  test.each(Object.entries(SIGHTS))('the series are distinguishable in %s', (_sight, see) => {
    for (const [at, a] of TOGETHER.entries())
      for (const b of TOGETHER.slice(at + 1))
        expect(difference(see(of(a)), see(of(b))), `${a} and ${b}`).toBeGreaterThan(15);
  });

  test('in grey, the first series differs from the second in lightness', () => {
    const grey = filterGrayscale(1);
    expect(difference(grey(of('series-1')), grey(of('series-2')))).toBeGreaterThan(10);
  });

  test('text contrasts with the page', () => {
    // Labels of series have their colour, and numbers within a bar the colour of the page.
    const series = Object.keys(colours).filter((name) => /^series-\d$/.test(name));
    expect(series).toHaveLength(SERIES.length);
    for (const ink of ['ink', 'ink-soft', 'accent', 'accent-2', 'gaoming', ...series])
      expect(wcagContrast(of(ink), of('paper')), ink).toBeGreaterThanOrEqual(4.5);
  });
});

test('a drawing without a style sheet has the colours of the light theme', () => {
  for (const [, name, colour] of Object.values(COLOUR).map((one) => /var\(--([\w-]+), (#\w+)\)/.exec(one)!))
    expect(THEMES.light[name!], name).toBe(colour);
});
