import type { Root } from 'hast';
import { h } from 'hastscript';
import type { Plugin } from 'unified';
import { SKIP, visit } from 'unist-util-visit';

interface Options {
  /** What the link is for, in the language of the page; the heading before it says which section, and is not said twice. */
  label: string;
}

/** Gives each heading of a text a link to itself beside it, so that a section can be cited without scripts. */
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
