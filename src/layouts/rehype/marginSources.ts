import type { Element, Root } from 'hast';
import type { Plugin } from 'unified';
import { visitParents } from 'unist-util-visit-parents';

/** Elements beside which sources stand. */
const BLOCK = /^(p|li)$/;
/** Elements beside which, and beside whose parts, none stand. */
const CLOSED = /^(table|dl)$/;

/** Thins the margin: a source is named once a paragraph, at its first line, and nothing beside tables. */
export const rehypeMarginSources: Plugin<[], Root> = () => (tree) => {
  const named = new Map<Element, Set<string>>();
  visitParents(tree, 'element', (node, ancestors) => {
    const margin = node.properties['dataMargin'];
    if (typeof margin !== 'string') return;
    const elements = ancestors.filter((one) => one.type === 'element');
    const block = elements.findLast((one) => BLOCK.test(one.tagName));
    // With the number of a note before it, it is still the same source.
    const source = margin.replace(/^\d+ /, '');
    if (!block || elements.some((one) => CLOSED.test(one.tagName)) || named.get(block)?.has(source))
      delete node.properties['dataMargin'];
    else named.set(block, (named.get(block) ?? new Set()).add(source));
  });
};
