import type { TextPage } from '../model/textPage.ts';
import { HAN, segmentQuery } from './searchQuery.ts';
import { rank, type Ranked } from './searchRank.ts';
import { findText } from './textSearch.ts';

/** The part of Pagefind that the page uses. @see https://pagefind.app/docs/api/ */
interface Pagefind {
  options(options: object): Promise<void>;
  filters(): Promise<Record<string, Record<string, number>>>;
  search(
    query: string,
    options: { filters: Record<string, string> },
  ): Promise<{ results: { score: number; data(): Promise<PagefindResult> }[] }>;
}
interface PagefindResult {
  url: string;
  excerpt: string;
  meta: { title: string };
  filters: Record<string, string[]>;
}

const SHOWN = 20;
/** How many results are weighed; those behind keep the index's order and are not shown. */
const WEIGHED = 40;
/** @see https://pagefind.app/docs/ranking/ */
const RANKING = { pageLength: 0.1, termFrequency: 0.6 };
const FILTERS = ['kind', 'place', 'field'];

const form = document.querySelector<HTMLFormElement>('[data-search]')!;
const list = document.querySelector<HTMLOListElement>('[data-search-results]')!;
const status = document.querySelector<HTMLElement>('[data-search-status]')!;
const words = JSON.parse(form.dataset['words']!) as Record<'results' | 'none' | 'hint' | 'notBuilt', string>;
const control = (name: string): HTMLInputElement | HTMLSelectElement =>
  form.elements.namedItem(name) as HTMLInputElement;

let pagefind: Promise<Pagefind> | undefined;
let texts: Promise<TextPage[]> | undefined;
let latest = 0;

function load(): Promise<Pagefind> {
  return (pagefind ??= (async () => {
    const module = (await import(
      /* @vite-ignore */ new URL(form.dataset['search']!, location.href).href
    )) as Pagefind;
    // A long text that treats of a word comes before a short page that only names it.
    await module.options({ ranking: RANKING, baseUrl: form.dataset['base'] });
    const available = await module.filters();
    for (const name of FILTERS)
      for (const [value, count] of Object.entries(available[name] ?? {})) {
        const option = document.createElement('option');
        option.value = value;
        option.textContent = `${value} (${count})`;
        control(name).append(option);
      }
    return module;
  })());
}

async function search(): Promise<void> {
  const turn = (latest += 1);
  const query = control('q').value.trim();
  const filters = Object.fromEntries(
    FILTERS.map((name) => [name, control(name).value]).filter(([, value]) => value),
  );
  if (query === '') {
    list.replaceChildren();
    status.textContent = words.hint;
    return;
  }
  try {
    const found = HAN.test(query) ? await searchText(query, filters) : await searchIndex(query, filters);
    if (turn !== latest) return;
    status.textContent = found.length > 0 ? `${found.length} ${words.results}` : words.none;
    list.replaceChildren(...rank(found, query).slice(0, SHOWN).map(resultElement));
  } catch {
    status.textContent = words.notBuilt;
  }
}

/** A result as it is shown. */
interface Found extends Ranked {
  kind: string;
  excerpt: Node[];
}

/** Chinese, wherever it stands: in the texts themselves. */
async function searchText(query: string, filters: Record<string, string>): Promise<Found[]> {
  texts ??= fetch(form.dataset['texts']!).then((response) => response.json() as Promise<TextPage[]>);
  await load();
  return findText(await texts, query, filters).map(({ page, score, excerpt: [before, found, after] }) => {
    const mark = document.createElement('mark');
    mark.textContent = found;
    return {
      score,
      path: form.dataset['base']!.replace(/\/$/, '') + page.path,
      title: page.title,
      kind: page.filters['kind']?.[0] ?? '',
      excerpt: [document.createTextNode(`…${before}`), mark, document.createTextNode(`${after}…`)],
    };
  });
}

/** Other languages, by the stems of their words: in the index. */
async function searchIndex(query: string, filters: Record<string, string>): Promise<Found[]> {
  const engine = await load();
  const { results } = await engine.search(segmentQuery(query, document.documentElement.lang), { filters });
  return Promise.all(
    results.slice(0, WEIGHED).map(async ({ score, data }) => {
      const { url, meta, excerpt, filters: own } = await data();
      const holder = document.createElement('template');
      holder.innerHTML = excerpt; // Pagefind escapes the text; only its own <mark> is markup.
      return {
        score,
        path: url,
        title: meta.title,
        kind: own['kind']?.[0] ?? '',
        excerpt: [...holder.content.childNodes],
      };
    }),
  );
}

function resultElement({ path, title, kind, excerpt }: Found): HTMLLIElement {
  const item = document.createElement('li');
  const heading = document.createElement('h2');
  const link = document.createElement('a');
  link.href = path;
  link.textContent = title;
  heading.append(link);
  const pill = document.createElement('span');
  pill.className = 'pill';
  pill.textContent = kind;
  const passage = document.createElement('p');
  passage.append(...excerpt);
  item.append(pill, heading, passage);
  return item;
}

async function read(): Promise<void> {
  const query = new URLSearchParams(location.search);
  control('q').value = query.get('q') ?? '';
  if (FILTERS.some((name) => query.has(name))) await load().catch(() => undefined);
  for (const name of FILTERS) control(name).value = query.get(name) ?? '';
  await search();
}

form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('input', () => {
  const query = new URLSearchParams();
  for (const name of ['q', ...FILTERS]) if (control(name).value) query.set(name, control(name).value);
  history.replaceState(null, '', query.size > 0 ? `?${query}` : location.pathname);
  void search();
});
addEventListener('popstate', () => void read());
void read();
