import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { REDIRECTS } from './src/model/redirects.ts';
import { BASE_PATH, SITE_URL } from './src/model/site.ts';
import { createHash } from 'node:crypto';
import { INLINE_SCRIPTS } from './src/components/page/inlineScripts.ts';
import { hanFonts } from './scripts/site/hanFonts.ts';
import { searchIndex } from './scripts/site/searchIndex.ts';

export default defineConfig({
  ...(SITE_URL ? { site: SITE_URL } : {}),
  base: BASE_PATH || '/',
  trailingSlash: 'always',
  i18n: {
    defaultLocale: 'en',
    locales: ['en', 'zh'],
    routing: { prefixDefaultLocale: true, redirectToDefaultLocale: false },
  },
  redirects: REDIRECTS,
  integrations: [mdx(), searchIndex(), hanFonts()],
  build: { inlineStylesheets: 'auto' },
  // Whitespace as HTML means it, which is also how the formatter reads it.
  compressHTML: true,
  // Nothing is loaded but from the site itself; of scripts and styles in a page only those whose hashes are named.
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        // The style sheet embeds two small fonts.
        "font-src 'self' data:",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
      ],
      scriptDirective: {
        // Pages that need WebAssembly ask for 'wasm-unsafe-eval' themselves.
        resources: ["'self'"],
        hashes: INLINE_SCRIPTS.map(
          (script) => `sha256-${createHash('sha256').update(script).digest('base64')}`,
        ),
      },
      styleDirective: { resources: ["'self'"] },
    },
  },
  vite: {
    // SQLite finds its WebAssembly beside its own file, and only in a worker that is a module.
    worker: { format: 'es' },
    optimizeDeps: { exclude: ['@sqlite.org/sqlite-wasm'] },
  },
  devToolbar: { enabled: false },
});
