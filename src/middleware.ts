import { defineMiddleware } from 'astro:middleware';
import { ownHashes } from './components/page/securityPolicy.ts';
import { markForeign } from './i18n/markForeign.ts';
import { LANGUAGES } from './model/language.ts';

/** Sets the content security policy of every page, and marks the language of foreign words. */
export const onRequest = defineMiddleware(async ({ url, currentLocale }, next) => {
  const response = await next();
  if (!response.headers.get('Content-Type')?.startsWith('text/html')) return response;
  const language = LANGUAGES.find((one) => one === currentLocale && url.pathname.includes(`/${one}/`));
  const html = ownHashes(await response.text());
  return new Response(language ? markForeign(html, language) : html, response);
});
