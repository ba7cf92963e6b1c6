import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';

/** Indexes the built site with Pagefind, one index a language, into `dist/pagefind`. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const { index, errors } = await pagefind.createIndex({});
        if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
        const folder = fileURLToPath(dir);
        const added = await index.addDirectory({ path: folder });
        await index.writeFiles({ outputPath: `${folder}pagefind` });
        await pagefind.close();
        logger.info(`${added.page_count} pages indexed for search`);
      },
    },
  };
}
