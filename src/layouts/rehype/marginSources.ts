import type { Element, Root } from 'hast';
import type { Plugin } from 'unified';
import { visitParents } from 'unist-util-visit-parents';

/** Elements that have sources in the margin. */
const BLOCK = /^(p|li)$/;
/** Elements that have none, nor within them. */
const CLOSED = /^(table|dl)$/;

/** Removes repeated sources from the margin: a source is named once per paragraph, at its first line, and none beside tables. */
export const rehypeMarginSources: Plugin<[], Root> = () => (tree) => {
  const named = new Map<Element, Set<string>>();
  visitParents(tree, 'element', (node, ancestors) => {
    const margin = node.properties['dataMargin'];
    if (typeof margin !== 'string') return;
    const elements = ancestors.filter((one) => one.type === 'element');
    const block = elements.findLast((one) => BLOCK.test(one.tagName));
    // Compare without the note number.
    const source = margin.replace(/^\d+ /, '');
    if (!block || elements.some((one) => CLOSED.test(one.tagName)) || named.get(block)?.has(source))
      delete node.properties['dataMargin'];
    else named.set(block, (named.get(block) ?? new Set()).add(source));
  });
};
