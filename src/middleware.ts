import { defineMiddleware } from 'astro:middleware';
import { ownHashes } from './components/page/securityPolicy.ts';
import { markForeign } from './i18n/markForeign.ts';
import { LANGUAGES } from './model/language.ts';

/** Every page admits its own scripts and no others, and, where it is of a language, says of foreign words in which language they are. */
export const onRequest = defineMiddleware(async ({ url, currentLocale }, next) => {
  const response = await next();
  if (!response.headers.get('Content-Type')?.startsWith('text/html')) return response;
  const language = LANGUAGES.find((one) => one === currentLocale && url.pathname.includes(`/${one}/`));
  const html = ownHashes(await response.text());
  return new Response(language ? markForeign(html, language) : html, response);
});
