import { defineMiddleware } from 'astro:middleware';
import { markForeign } from './i18n/markForeign.ts';
import { LANGUAGES } from './model/language.ts';

/** Every page of a language says of foreign words in which language they are. */
export const onRequest = defineMiddleware(async ({ url, currentLocale }, next) => {
  const response = await next();
  const language = LANGUAGES.find((one) => one === currentLocale && url.pathname.includes(`/${one}/`));
  if (!language || !response.headers.get('Content-Type')?.startsWith('text/html')) return response;
  return new Response(markForeign(await response.text(), language), response);
});
