import type { Root } from 'hast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';

/** Makes the first cell of each table row its header, so that screen readers announce it with each value of a column. */
export const rehypeRowHeaders: Plugin<[], Root> = () => (tree) =>
  visit(tree, 'element', (node) => {
    if (node.tagName !== 'tr') return;
    const first = node.children.find((child) => child.type === 'element');
    if (first?.tagName !== 'td' || first.children.length === 0) return;
    first.tagName = 'th';
    first.properties['scope'] = 'row';
  });
