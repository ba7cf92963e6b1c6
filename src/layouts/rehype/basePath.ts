import type { Root } from 'hast';
import type { Plugin } from 'unified';
import { visit } from 'unist-util-visit';
import { LANGUAGES } from '../../model/language.ts';

interface Options {
  /** The address of a page within the site, below the path at which the site stands. */
  href: (path: string) => string;
}

/** Links in a text are written from the root of the site, `/en/…`; where the site stands below a path, they follow. */
export const rehypeBasePath: Plugin<[Options], Root> =
  ({ href }) =>
  (tree) =>
    visit(tree, 'element', ({ properties }) => {
      const address = properties['href'];
      if (typeof address === 'string' && LANGUAGES.some((language) => address.startsWith(`/${language}/`)))
        properties['href'] = href(address);
    });
