import type { Root } from 'hast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import type { Figure } from '../../components/text/figures.ts';

interface Options {
  /** The charts that the page shows, numbered. */
  figures: Figure[];
  /** The words for a number: `Figure 2`, `图 2`. */
  name: (number: number) => string;
}

/**
 * Fills the links of `<Fig />` in a text with the numbers of their charts.
 * @throws Error where the text refers to a chart that it does not show, or shows in several views
 */
export const rehypeFigureReferences: Plugin<[Options], Root> =
  ({ figures, name }) =>
  (tree) =>
    visit(tree, 'element', (node) => {
      const chart = node.properties['dataFigure'];
      if (chart === undefined) return;
      const found = figures.filter((one) => one.chart === chart);
      if (found.length !== 1)
        throw new Error(
          `<Fig id="${String(chart)}" /> points at a chart that the page shows ${found.length === 0 ? 'nowhere' : 'more than once'}; it shows ${figures.map((one) => one.chart).join(', ') || 'none'}`,
        );
      const [figure] = found as [Figure];
      node.properties = { className: ['figure-link'], href: `#${figure.anchor}` };
      node.children = [{ type: 'text', value: name(figure.number) }];
    });
