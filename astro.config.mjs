import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { BASE_PATH, SITE_URL } from './src/model/site.ts';
import { searchIndex } from './scripts/searchIndex.ts';

export default defineConfig({
  site: SITE_URL,
  base: BASE_PATH || '/',
  trailingSlash: 'always',
  i18n: {
    defaultLocale: 'en',
    locales: ['en', 'zh'],
    routing: { prefixDefaultLocale: true, redirectToDefaultLocale: false },
  },
  integrations: [mdx(), searchIndex()],
  build: { inlineStylesheets: 'auto' },
  // Whitespace as HTML means it, which is also how the formatter reads it.
  compressHTML: true,
  devToolbar: { enabled: false },
});
