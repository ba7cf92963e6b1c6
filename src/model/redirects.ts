import { LANGUAGES } from './language.ts';
import { href } from './site.ts';

/**
 * Pieces that have moved: the slug they had, and the one they have. Readers and search engines keep the old addresses, so a line stays for
 * good. No new slug is a key, so that an old address leads to its page in one step.
 */
export const MOVED: Record<string, Record<string, string>> = {
  countermeasures: {
    'fitting-procedure': 'procurement-method',
    'growing-providers': 'developing-providers',
    'legal-guarantee': 'legal-framework',
    'multi-centre-governance': 'polycentric-governance',
    'need-first': 'start-from-needs',
    people: 'staff-retention',
    'stable-money': 'stable-funding',
  },
  problems: {
    'little-and-late-money': 'underfunding-and-late-payment',
    'thin-law': 'weak-legal-basis',
  },
};

/** Pages that have moved, by the address below the language: the one they had, and the one they have. */
export const MOVED_PAGES: Record<string, string> = { policies: 'law' };

/** Old address below the language → new one. */
const PATHS: [old: string, path: string][] = [
  ...Object.entries(MOVED_PAGES),
  ...Object.entries(MOVED).flatMap(([kind, slugs]) =>
    Object.entries(slugs).map(([old, slug]): [string, string] => [`${kind}/${old}`, `${kind}/${slug}`]),
  ),
];

/** The old addresses of the site, each with the one it leads to, as the setting `redirects` of Astro takes them. */
export const REDIRECTS: Record<string, string> = Object.fromEntries(
  LANGUAGES.flatMap((language) =>
    PATHS.map(([old, path]) => [`/${language}/${old}/`, href(`/${language}/${path}/`)]),
  ),
);

/** Whether a file of the built site, `en/problems/thin-law/index.html`, only leads to the page that took its place. */
export const isRedirect = (file: string): boolean =>
  `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}` in REDIRECTS;
