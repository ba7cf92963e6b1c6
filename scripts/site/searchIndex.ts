import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { parseHTML } from 'linkedom';
import * as pagefind from 'pagefind';
import { HTML_LANG, LANGUAGES, type Language } from '../../src/model/language.ts';
import type { IndexedPage, TextPage } from '../../src/model/textPage.ts';
import { readRows } from '../../src/published/readCatalogue.ts';
import { readSynonyms } from '../prose/readSynonyms.ts';
import { lawEntries } from './lawEntries.ts';
import { placeNames } from './placeNames.ts';

/**
 * Indexes the built site for search: with Pagefind, one index per language, into `dist/pagefind`; and as plain text per language into
 * `dist/search`, in which Chinese queries are searched as substrings. `dist/search` also has the words of each language, for queries that are
 * misspelt, the places with their pinyin, the laws with their numbers and articles, and the synonyms.
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      // A fault in the table ends the build at its start.
      'astro:build:start': () => void readSynonyms(process.cwd()),
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const { index, errors } = await pagefind.createIndex({});
        if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
        const added = await index.addDirectory({ path: folder });
        await index.writeFiles({ outputPath: join(folder, 'pagefind') });
        await pagefind.close();
        mkdirSync(join(folder, 'search'), { recursive: true });
        const write = (name: string, content: unknown): void =>
          writeFileSync(join(folder, 'search', name), JSON.stringify(content));
        const synonyms = readSynonyms(process.cwd());
        for (const language of LANGUAGES) {
          const pages = textPages(folder, language);
          write(`${language}.json`, pages);
          write(`${language}.words.json`, vocabulary(pages, Object.keys(synonyms[language])));
          write(`${language}.pages.json`, indexedPages(folder, pages, language));
          const [policies, articles] = [readRows('policies'), readRows('policy-articles')];
          write(`${language}.laws.json`, lawEntries({ policies, articles, pages, language }));
        }
        write('synonyms.json', synonyms);
        write('places.json', placeNames(readRows('places')));
        logger.info(`${added.page_count} pages indexed for search`);
      },
    },
  };
}

/** The searchable pages of a language as plain text. */
function textPages(folder: string, language: Language): TextPage[] {
  return globSync(`${language}/**/index.html`, { cwd: folder })
    .filter((file) => !file.includes('/row/'))
    .sort()
    .flatMap((file) => {
      const { document } = parseHTML(readFileSync(join(folder, file), 'utf8'));
      const body = document.querySelector('[data-pagefind-body]');
      if (!body) return [];
      const filters: Record<string, string[]> = {};
      for (const element of [body, ...body.querySelectorAll('[data-pagefind-filter]')]) {
        const [name = '', value = element.textContent!.trim()] = element
          .getAttribute('data-pagefind-filter')!
          .split(':');
        (filters[name] ??= []).push(value);
      }
      for (const ignored of [...body.querySelectorAll('[data-pagefind-ignore], script, style, svg')])
        ignored.remove();
      const title =
        /^title:(.*)/.exec(body.getAttribute('data-pagefind-meta') ?? '')?.[1] ??
        body.querySelector('h1')?.textContent ??
        '';
      return [
        {
          path: `/${file.replace(/index\.html$/, '')}`,
          title: plain(title),
          text: plain(body.textContent ?? ''),
          filters,
        },
      ];
    });
}

/**
 * The pages by Pagefind's ids, so that results are ordered, grouped and counted without a request for each. Each of its
 * fragments is a gzip of a marker and JSON. @see https://github.com/Pagefind/pagefind/blob/main/pagefind/src/output/mod.rs
 */
function indexedPages(folder: string, pages: readonly TextPage[], language: Language): IndexedPage[] {
  const named = new Map(
    globSync(`${HTML_LANG[language].toLowerCase()}_*.pf_fragment`, {
      cwd: join(folder, 'pagefind/fragment'),
    }).map((file) => {
      const content = gunzipSync(readFileSync(join(folder, 'pagefind/fragment', file))).toString('utf8');
      const { url } = JSON.parse(content.slice(content.indexOf('{'))) as { url: string };
      return [url, basename(file, '.pf_fragment')] as const;
    }),
  );
  return pages.map(({ path, title, filters }) => {
    const id = named.get(path);
    if (!id) throw new Error(`Pagefind has no fragment for ${path}: did its format change?`);
    return { id, path, title, filters };
  });
}

/** The longer words of the pages and synonyms in Latin letters, those of most pages first. */
function vocabulary(pages: readonly TextPage[], synonyms: readonly string[]): string[] {
  const longer = (text: string): Set<string> => new Set(text.toLowerCase().match(/\p{Script=Latin}{4,}/gu));
  const pagesWith = new Map([...longer(synonyms.join(' '))].map((word) => [word, 0]));
  for (const { title, text } of pages)
    for (const word of longer(`${title} ${text}`)) pagesWith.set(word, (pagesWith.get(word) ?? 0) + 1);
  return [...pagesWith].sort(([a, of], [b, on]) => on - of || (a < b ? -1 : 1)).map(([word]) => word);
}

const plain = (text: string): string =>
  text
    .replace(/\u2060/g, '')
    .replace(/\s+/g, ' ')
    .trim();
