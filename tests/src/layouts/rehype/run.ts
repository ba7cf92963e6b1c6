import rehypeParse from 'rehype-parse';
import rehypeStringify from 'rehype-stringify';
import { unified, type Plugin } from 'unified';
import type { Root } from 'hast';

/** A piece of HTML after one plugin. */
export const run = <Options extends unknown[]>(
  html: string,
  plugin: Plugin<Options, Root>,
  ...options: Options
): string =>
  unified()
    .use(rehypeParse, { fragment: true })
    .use(plugin as Plugin<unknown[], Root>, ...options)
    .use(rehypeStringify)
    .processSync(html)
    .toString();
