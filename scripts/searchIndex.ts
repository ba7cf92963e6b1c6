import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { parseHTML } from 'linkedom';
import * as pagefind from 'pagefind';
import { LANGUAGES, type Language } from '../src/model/language.ts';
import type { TextPage } from '../src/model/textPage.ts';

/**
 * Indexes the built site for search: with Pagefind, one index a language, into `dist/pagefind`; and as plain text a language into
 * `dist/search`, in which a Chinese query is found wherever it stands.
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const { index, errors } = await pagefind.createIndex({});
        if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
        const added = await index.addDirectory({ path: folder });
        await index.writeFiles({ outputPath: join(folder, 'pagefind') });
        await pagefind.close();
        mkdirSync(join(folder, 'search'), { recursive: true });
        for (const language of LANGUAGES)
          writeFileSync(
            join(folder, 'search', `${language}.json`),
            JSON.stringify(textPages(folder, language)),
          );
        logger.info(`${added.page_count} pages indexed for search`);
      },
    },
  };
}

/** The pages of a language that are to be found, as plain text. */
export function textPages(folder: string, language: Language): TextPage[] {
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

const plain = (text: string): string =>
  text
    .replace(/\u2060/g, '')
    .replace(/\s+/g, ' ')
    .trim();
