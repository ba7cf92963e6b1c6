import { describe, expect, test } from 'vitest';
import { figureFor } from '../../../../src/components/text/figures.ts';

const locals = (): App.Locals => ({}) as App.Locals;

describe('figures', () => {
  test('are numbered in the order of the text; the anchor names the chosen view', () => {
    const page = locals();
    figureFor(page, 'gaoming-gdp', '', 'GDP');
    figureFor(page, 'findings-problems', 'problem=late-payment', 'Findings');
    expect(page.figures).toEqual([
      { anchor: 'figure-gaoming-gdp', chart: 'gaoming-gdp', title: 'GDP', number: 1 },
      {
        anchor: 'figure-findings-problems-problem-late-payment',
        chart: 'findings-problems',
        title: 'Findings',
        number: 2,
      },
    ]);
  });

  test('a repeated drawing fails the build', () => {
    const page = locals();
    figureFor(page, 'gaoming-gdp', '', 'GDP');
    expect(() => figureFor(page, 'gaoming-gdp', '', 'GDP')).toThrow('twice');
  });
});
