import { describe, expect, test } from 'vitest';
import { figureFor, fillReferences, openReference } from '../../../../src/components/text/figures.ts';

const locals = (): App.Locals => ({}) as App.Locals;
const name = (number: number): string => `Figure ${number}`;

describe('figures', () => {
  test('are numbered in order; a text may point at one that comes later', () => {
    const page = locals();
    figureFor(page, 'gaoming-gdp', '', 'GDP');
    figureFor(page, 'findings-problems', 'problem=late-payment', 'Findings');
    expect(fillReferences(`See ${openReference('findings-problems')}.`, page.figures!, name)).toBe(
      'See <a class="figure-link" href="#figure-findings-problems-problem-late-payment">Figure 2</a>.',
    );
  });

  test('a chart that the page does not show ends the build', () =>
    expect(() => fillReferences(openReference('nowhere'), [], name)).toThrow(
      '<Fig id="nowhere" /> points at a chart that the page shows nowhere; it shows none',
    ));

  test('the same drawing twice ends it too', () => {
    const page = locals();
    figureFor(page, 'gaoming-gdp', '', 'GDP');
    expect(() => figureFor(page, 'gaoming-gdp', '', 'GDP')).toThrow('twice');
  });
});
