import type { Language } from '../../model/language.ts';
import type { LawEntry } from '../../model/lawEntry.ts';
import type { PlaceName } from '../../model/placeName.ts';
import type { Synonyms } from '../../model/synonyms.ts';
import type { IndexedPage, TextPage } from '../../model/textPage.ts';
import { countValues, passes, type Chosen, type Counts, type Values } from './searchFacets.ts';
import { lawsMeant } from './searchLaws.ts';
import { placesMeant } from './searchPlaces.ts';
import { HAN, segmentQuery } from './searchQuery.ts';
import { rank, shareInTitle, type Ranked } from './searchRank.ts';
import { respell } from './searchSpelling.ts';
import { variants } from './searchSynonyms.ts';
import { findText } from './textSearch.ts';

/** The part of Pagefind that the search uses. @see https://pagefind.app/docs/api/ */
interface Pagefind {
  options(options: object): Promise<void>;
  init(): Promise<void>;
  search(
    query: string,
  ): Promise<{ results: { id: string; score: number; data(): Promise<{ excerpt: string }> }[] }>;
}

/** A result as it is shown. */
export interface Found extends Ranked {
  title: string;
  kind: string;
  values: Values;
  passage(): Promise<Passage>;
}
/** The text around the match. */
export type Passage = { text: string; found: boolean }[];

export interface Answer {
  /** Results that pass the filters, best first. */
  found: Found[];
  counts: Counts;
  /** The query that was searched, where it differs from the one typed: a corrected spelling, or a name for its pinyin. */
  shownFor: string[];
}

/** The address of the index. */
export interface IndexFiles {
  pagefind: string;
  texts: string;
  pages: string;
  words: string;
  places: string;
  synonyms: string;
  laws: string;
  base: string;
}

export const FILTERS = ['kind', 'place', 'field', 'year'];
/** @see https://pagefind.app/docs/ranking/ */
const RANKING = { pageLength: 0.1, termFrequency: 0.6 };

/** Searches the built index: Chinese as substrings of the texts, other languages by word stems. */
export class SearchEngine {
  readonly #files: IndexFiles;
  /** Of the pages, as BCP 47 says it: `zh-CN`. */
  readonly #language: string;
  readonly #pages: Language;
  readonly #parts = new Map<string, Promise<unknown>>();

  constructor(files: IndexFiles, language: string) {
    this.#files = files;
    this.#language = language;
    this.#pages = language.slice(0, 2) as Language;
  }

  /** Loads the index for the first query. */
  warm(): void {
    for (const name of ['places', 'words', 'synonyms', 'laws'] as const) void this.#json(name);
    if (this.#language.startsWith('zh')) void this.#json('texts');
    void this.#pagefind();
  }

  /** The filter values of all pages. */
  async counts(): Promise<Counts> {
    const pages = await this.#json<IndexedPage[]>('pages');
    return countValues(
      pages.map(({ filters }) => filters),
      {},
      FILTERS,
    );
  }

  async answer(query: string, chosen: Chosen): Promise<Answer> {
    const [laws, inPages] = await Promise.all([
      this.#laws(query),
      HAN.test(query) ? this.#inTexts(query) : this.#inLatin(query),
    ]);
    const found = distinct([...laws, ...inPages.found]);
    const { shownFor } = inPages;
    return {
      found: found.filter(({ values }) => passes(values, chosen)),
      counts: countValues(
        found.map(({ values }) => values),
        chosen,
        FILTERS,
      ),
      shownFor,
    };
  }

  /** The laws that a query names come before every page that speaks of them. */
  async #laws(query: string): Promise<Found[]> {
    const [laws, synonyms] = await Promise.all([
      this.#json<LawEntry[]>('laws'),
      this.#once('both', async () => {
        const { en, zh } = await this.#synonyms();
        return { ...en, ...zh };
      }),
    ]);
    return lawsMeant(query, laws, synonyms).map(({ law, article }) => {
      const words = article?.says ?? law.what;
      return this.#found({ ...law, path: article?.path ?? law.path }, { score: 1, inTitle: 1 }, async () => [
        { text: words, found: false },
      ]);
    });
  }

  async #inTexts(query: string): Promise<Omit<Answer, 'counts'>> {
    const [texts, synonyms] = await Promise.all([this.#json<TextPage[]>('texts'), this.#synonyms()]);
    const hits = findText(texts, query, {
      cut: (part) => segmentQuery(part, this.#language).split(' '),
      synonyms: synonyms[this.#pages],
    });
    const found = hits.map(({ page, score, inTitle, excerpt: [before, words, after] }) =>
      this.#found(page, { score, inTitle }, async () => [
        { text: `…${before}`, found: false },
        { text: words, found: true },
        { text: `${after}…`, found: false },
      ]),
    );
    return { found: rank(found), shownFor: [] };
  }

  async #inLatin(query: string): Promise<Omit<Answer, 'counts'>> {
    const [typed, names] = await Promise.all([this.#inIndex(query), this.#json<PlaceName[]>('places')]);
    const meant = placesMeant(query, names);
    if (meant.length > 0) {
      const words = meant.map((place) => (this.#language.startsWith('zh') ? place.zh : place.en));
      const others = words.filter((word) => word.toLowerCase() !== query.toLowerCase());
      const named = (await Promise.all(others.map((word) => this.#named(word)))).flat();
      if (named.length > 0)
        return {
          found: distinct([...named, ...typed]),
          shownFor: typed.length > 0 ? [...others, query] : others,
        };
    }
    // For an unknown word Pagefind searches its prefix; a similar known word is more likely meant.
    const other = respell(query, await this.#json<string[]>('words'));
    const found = other === undefined ? [] : await this.#inIndex(other);
    return found.length > 0 ? { found, shownFor: [other!] } : { found: typed, shownFor: [] };
  }

  async #named(word: string): Promise<Found[]> {
    return HAN.test(word) ? (await this.#inTexts(word)).found : this.#inIndex(word);
  }

  /** The pages with a query, or with one of its variants by synonyms. */
  async #inIndex(query: string): Promise<Found[]> {
    const [engine, pages, synonyms] = await Promise.all([
      this.#pagefind(),
      this.#json<IndexedPage[]>('pages'),
      this.#synonyms(),
    ]);
    const byId = new Map(pages.map((page) => [page.id, page]));
    const asked = variants(query.trim(), synonyms[this.#pages]);
    const found = new Map<string, Found>();
    for (const words of asked)
      for (const { id, score, data } of (await engine.search(words)).results) {
        const page = byId.get(id)!;
        if ((found.get(id)?.score ?? 0) >= score) continue;
        const inTitle = shareInTitle(page.title, asked);
        found.set(
          id,
          this.#found(page, { score, inTitle }, async () => marked((await data()).excerpt)),
        );
      }
    return rank([...found.values()]);
  }

  #found(
    page: Omit<IndexedPage, 'id'>,
    { score, inTitle }: Pick<Ranked, 'score' | 'inTitle'>,
    passage: Found['passage'],
  ): Found {
    const { path, title, filters } = page;
    return {
      score,
      inTitle,
      path: this.#files.base.replace(/\/$/, '') + path,
      title,
      kind: filters['kind']?.[0] ?? '',
      values: filters,
      passage,
    };
  }

  #pagefind(): Promise<Pagefind> {
    return this.#once('pagefind', async () => {
      const address = new URL(this.#files.pagefind, location.href).href;
      const module = (await import(/* @vite-ignore */ address)) as Pagefind;
      // Rank a long text about a word above a short page that only mentions it.
      // On so small an index a worker takes longer to start than a search.
      await module.options({ ranking: RANKING, baseUrl: this.#files.base, noWorker: true });
      await module.init();
      return module;
    });
  }

  #synonyms(): Promise<Record<Language, Synonyms>> {
    return this.#json('synonyms');
  }

  #json<T>(name: Exclude<keyof IndexFiles, 'pagefind' | 'base'>): Promise<T> {
    return this.#once(name, async () => (await fetch(this.#files[name])).json() as Promise<T>);
  }

  #once<T>(name: string, make: () => Promise<T>): Promise<T> {
    const made = (this.#parts.get(name) as Promise<T> | undefined) ?? make();
    this.#parts.set(name, made);
    return made;
  }
}

/** Parses an excerpt: Pagefind escapes its text, so that only its own `<mark>` is markup. */
function marked(excerpt: string): Passage {
  const holder = document.createElement('template');
  holder.innerHTML = excerpt;
  return [...holder.content.childNodes].map((node) => ({
    text: node.textContent ?? '',
    found: node instanceof HTMLElement,
  }));
}

/** Each page once, at its first position; a place within a page counts as the page. */
function distinct(results: readonly Found[]): Found[] {
  const paths = new Set<string>();
  return results.filter(({ path }) => {
    const page = path.replace(/#.*/, '');
    return !paths.has(page) && paths.add(page);
  });
}
