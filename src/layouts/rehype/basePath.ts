import type { Root } from 'hast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import { LANGUAGES } from '../../model/language.ts';

interface Options {
  /** The address of a page within the site, below the base path. */
  href: (path: string) => string;
}

/** Adds the base path to the links of a text, which are written from the root of the site, `/en/…`. */
export const rehypeBasePath: Plugin<[Options], Root> =
  ({ href }) =>
  (tree) =>
    visit(tree, 'element', ({ properties }) => {
      const address = properties['href'];
      if (typeof address === 'string' && LANGUAGES.some((language) => address.startsWith(`/${language}/`)))
        properties['href'] = href(address);
    });
