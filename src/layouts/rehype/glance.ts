import type { Root } from 'hast';
import type { Plugin } from 'unified';
import { EXIT, visit } from 'unist-util-visit';

interface Options {
  /** The facts at a glance. */
  glance: Root;
}

/** Inserts the facts at a glance before the first heading, or at the end of a text without one. */
export const rehypeGlance: Plugin<[Options], Root> =
  ({ glance }) =>
  (tree) => {
    let [place, at]: [Pick<Root, 'children'>, number] = [tree, tree.children.length];
    visit(tree, { tagName: 'h2' }, (_heading, index, parent) => {
      [place, at] = [parent as Root, index!];
      return EXIT;
    });
    place.children.splice(at, 0, ...glance.children);
  };
