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
export const MOVED_PAGES: Record<string, string> = {
  policies: 'law',
  templates: 'documents',
};

/** Datasets whose rows went into another one. */
export const MOVED_DATASETS: Record<string, string> = {
  'oxford-spending': 'payments',
  'lambeth-payments': 'payments',
  'philadelphia-contracts': 'contracts',
  'japan-contracts': 'contracts',
  'yichang-awards': 'contracts',
  'china-notices': 'notices',
  'shandong-intentions': 'notices',
};

/** Charts that became small figures of a text, or another chart: the address below the language. */
export const MOVED_CHARTS: Record<string, string> = {
  'five-districts-gdp': 'cases/gaoming/#figure-five-districts-gdp',
  'amounts-per-resident': 'cases/nanhai/#figure-amounts-per-resident',
  'nanhai-2017-budget': 'cases/nanhai/#figure-nanhai-2017-budget',
  'five-provinces': 'problems/few-and-dependent-providers/#figure-five-provinces',
  'social-worker-turnover': 'problems/staff-turnover/#figure-social-worker-turnover',
  'new-york-late-contracts': 'cases/united-states/#figure-new-york-late-contracts',
  'yichang-fields': 'countermeasures/disclosure/#figure-yichang-fields',
  'uk-delivery': 'cases/united-kingdom/#figure-uk-delivery',
  'french-associations': 'cases/france/#figure-french-associations',
  'evidence-map': 'charts/province-tiles',
  'practice-known': 'charts/practice-matrix',
  'gaoming-gdp': 'charts/gaoming-through-time',
  'sweden-counties': 'charts/elder-care-private',
};

/** Rows that went from one dataset to another with their ids, which have a page each. */
export const MOVED_ROWS: { from: string; to: string; ids: string[] }[] = [
  {
    from: 'china-procurement',
    to: 'social-work-programmes',
    ids: ['cp-f-cn-684', 'gf-cn-2020-central', 'pr-fig-016', 'pr-fig-017'],
  },
  {
    from: 'case-figures',
    to: 'purchases',
    ids: [
      'an-f-ks-hitech-2022',
      'an-f-lx-call-2024',
      'an-f-lx-meals-2024',
      'pb-f-sd-11320k',
      't2-f-fs-venture-2014-cc',
      't2-f-fs-venture-2014-sd',
    ],
  },
  {
    from: 'purchases',
    to: 'prices',
    ids: [
      'cp-f-cz-120',
      'cp-f-fc-300',
      'cp-f-gz-2m-each',
      'cp-f-hk-10600',
      'cp-f-hk-4130',
      'cp-f-hk-6250',
      'cp-f-hk-9870',
      'cp-f-hs-5',
      'cp-f-jsg-5',
      'cp-f-lg-200',
      'cp-f-lh-100',
      'cp-f-lh-50',
      'cp-f-lj-5',
      'cp-f-nxs-20k',
      'cp-f-pj-4400',
      'cp-f-sxo-5000',
      'cp-f-sz-500k',
      'cp-f-sz-60k',
      'cp-f-tc-6',
      'cp-f-tn-10k',
      'cp-f-wh-10',
      'cp-f-wujin-3',
      'cp-f-wx-20',
      'cp-f-zh-20',
      'cp-f-zh-3',
      'cp-f-zh-50',
      'cp-f-zj-6',
      'gf-dali-2015-percomm',
      'gf-gd-2017-station',
    ],
  },
  {
    from: 'facts',
    to: 'policy-articles',
    ids: [
      'cn-x-public-voice',
      'cn-x-supplement-10',
      'ru-x-102-10',
      'ru-x-102-14',
      'ru-x-102-24',
      'ru-x-102-24-gd',
      'ru-x-102-catalogue-below',
      'ru-x-102-compete',
      'ru-x-110-open',
      'ru-x-110-user',
      'ru-x-124',
      'ru-x-bud-14',
      'ru-x-gpl-31',
      'ru-x-gpl-36',
      'ru-x-gpl-37',
      'ru-x-gpl-38',
      'ru-x-gpl-48',
      'ru-x-gpl-50',
      'ru-x-gpr-20',
      'ru-x-gpr-38',
      'ru-x-gpr-39',
      'ru-x-gpr-49',
      'ru-x-gpr-50',
      'ru-x-gpr-52',
      'ru-x-gpr-72',
      'ru-x-lists',
    ],
  },
];

const rowPath = (dataset: string, id: string): string => `datasets/${dataset}/row/${id}`;

/** Old address below the language → new one. */
const PATHS: [old: string, path: string][] = [
  ...Object.entries(MOVED_PAGES),
  ...Object.entries(MOVED_DATASETS).map(([old, id]): [string, string] => [
    `datasets/${old}`,
    `datasets/${id}`,
  ]),
  ...Object.entries(MOVED_CHARTS).map(([old, path]): [string, string] => [`charts/${old}`, path]),
  ...Object.entries(MOVED).flatMap(([kind, slugs]) =>
    Object.entries(slugs).map(([old, slug]): [string, string] => [`${kind}/${old}`, `${kind}/${slug}`]),
  ),
  ...MOVED_ROWS.flatMap(({ from, to, ids }) =>
    ids.map((id): [string, string] => [rowPath(from, id), rowPath(to, id)]),
  ),
];

/** The old addresses of the site, each with the one it leads to, as the setting `redirects` of Astro takes them. */
export const REDIRECTS: Record<string, string> = Object.fromEntries(
  LANGUAGES.flatMap((language) => [
    ...PATHS.map(([old, path]) => [
      `/${language}/${old}/`,
      href(`/${language}/${path.includes('#') ? path : `${path}/`}`),
    ]),
    // Pages of others embed a chart by this address.
    ...Object.entries(MOVED_CHARTS)
      .filter(([, path]) => path.startsWith('charts/'))
      .map(([old, path]) => [
        `/embed/${old}.${language}/`,
        href(`/embed/${path.slice('charts/'.length)}.${language}/`),
      ]),
  ]),
);

/** Whether a file of the built site, `en/problems/thin-law/index.html`, only leads to the page that took its place. */
export const isRedirect = (file: string): boolean =>
  `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}` in REDIRECTS;
