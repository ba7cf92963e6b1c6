import type { Root } from 'hast';
import { h } from 'hastscript';
import type { Plugin } from 'unified';
import { SKIP, visit } from 'unist-util-visit';

interface Options {
  /** The purpose of the link in the page's language; the heading before it already names the section. */
  label: string;
}

/** Adds a link to itself beside each heading of a text, so that a section can be cited without scripts. */
export const rehypeHeadingLinks: Plugin<[Options], Root> =
  ({ label }) =>
  (tree) =>
    visit(tree, 'element', (node, index, parent) => {
      const { id } = node.properties;
      if (!/^h[23]$/.test(node.tagName) || typeof id !== 'string') return;
      const link = h('a.anchor', { href: `#${id}`, ariaLabel: label, dataPagefindIgnore: '' }, '#');
      parent!.children[index!] = h('div.headed', node, link);
      return [SKIP, index! + 1];
    });
