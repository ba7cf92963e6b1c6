import { announceAtRest } from '../page/announce.ts';
import { foreignLang } from '../../i18n/foreign.ts';
import type { Language } from '../../model/language.ts';
import {
  FILTERS,
  SearchEngine,
  type Answer,
  type Found,
  type IndexFiles,
  type Passage,
} from './searchEngine.ts';
import { groupByKind, type Counts } from './searchFacets.ts';

/** The texts that the page passes to the script. */
type Words = Record<'result' | 'results' | 'shownFor' | 'hint' | 'notBuilt' | 'all' | 'between', string>;

/** Results per kind that are shown before a kind is chosen. */
const SHOWN = 5;

const form = document.querySelector<HTMLFormElement>('[data-search]')!;
const list = document.querySelector<HTMLElement>('[data-search-results]')!;
const status = document.querySelector<HTMLElement>('[data-search-status]')!;
const nothing = document.querySelector<HTMLElement>('[data-search-nothing]')!;
const words = JSON.parse(form.dataset['words']!) as Words;
const page = document.documentElement.lang;
const engine = new SearchEngine(JSON.parse(form.dataset['search']!) as IndexFiles, page);
const box = form.elements.namedItem('q') as HTMLInputElement;
const select = (name: string): HTMLSelectElement => form.elements.namedItem(name) as HTMLSelectElement;
let latest = 0;

async function search(): Promise<void> {
  const turn = (latest += 1);
  const query = box.value.trim();
  const chosen = Object.fromEntries(
    FILTERS.map((name) => [name, select(name).value] as const).filter(([, value]) => value),
  );
  try {
    if (query === '') {
      show({ found: [], counts: {}, shownFor: [] }, words.hint);
      await whole();
      const counts = await engine.counts();
      if (turn === latest) offer(counts);
      return;
    }
    const answer = await engine.answer(query, chosen);
    if (turn !== latest) return;
    offer(answer.counts);
    const shownFor =
      answer.shownFor.length > 0 ? ` · ${words.shownFor}${answer.shownFor.join(words.between)}` : '';
    show(
      answer,
      `${answer.found.length} ${answer.found.length === 1 ? words.result : words.results}${shownFor}`,
    );
    nothing.hidden = answer.found.length > 0;
    if (!nothing.hidden) advise(query, Object.keys(chosen).length > 0);
  } catch {
    status.textContent = words.notBuilt;
  }
}

/** Fetches nothing before the page is loaded. */
function whole(): Promise<unknown> {
  return document.readyState === 'complete'
    ? Promise.resolve()
    : new Promise((resolve) => addEventListener('load', resolve, { once: true }));
}

function show({ found }: Answer, message: string): void {
  status.textContent = message;
  if (box.value.trim() !== '') announceAtRest(message);
  nothing.hidden = true;
  list.replaceChildren(...groupByKind(found).map(([kind, members]) => groupElement(kind, members)));
}

/** Suggestions where nothing is found. */
function advise(query: string, filtered: boolean): void {
  nothing.querySelector<HTMLElement>('[data-unfilter]')!.hidden = !filtered;
  const twin = nothing.querySelector<HTMLAnchorElement>('[data-twin-search]')!;
  twin.search = `?q=${encodeURIComponent(query)}`;
}

/** Fills the filters with the values of the results and their counts; a chosen value stays. */
function offer(counts: Counts): void {
  for (const name of FILTERS) {
    const control = select(name);
    const wanted = control.value || (new URLSearchParams(location.search).get(name) ?? '');
    const values = Object.entries(counts[name] ?? {}).sort(([a, of], [b, on]) =>
      name === 'year' ? b.localeCompare(a) : on - of || a.localeCompare(b, page),
    );
    if (wanted !== '' && !values.some(([value]) => value === wanted)) values.push([wanted, 0]);
    setOptions(control, [
      ['', words.all],
      ...values.map(([value, count]) => [value, `${value} (${count})`] as const),
    ]);
    if (control.value !== wanted) control.value = wanted;
  }
}

/** Changes only what differs: screen readers announce a rebuilt control again, at every key typed. */
function setOptions(control: HTMLSelectElement, wanted: (readonly [value: string, label: string])[]): void {
  for (const [index, [value, label]] of wanted.entries()) {
    const option = control.options[index];
    if (!option) control.append(new Option(label, value));
    else if (option.value !== value || option.text !== label) Object.assign(option, { value, text: label });
  }
  control.options.length = wanted.length;
}

function groupElement(kind: string, members: readonly Found[]): HTMLElement {
  const group = document.createElement('section');
  const heading = document.createElement('h2');
  heading.textContent = `${kind} (${members.length})`;
  const results = document.createElement('ol');
  const whole = select('kind').value === kind;
  results.append(...members.slice(0, whole ? members.length : SHOWN).map(resultElement));
  group.append(heading, results);
  if (members.length > results.childElementCount) {
    const more = document.createElement('button');
    more.type = 'button';
    more.textContent = `${words.all} ${members.length}`;
    more.setAttribute('aria-label', `${words.all} ${members.length}: ${kind}`);
    more.addEventListener('click', () => {
      select('kind').value = kind;
      changed();
      select('kind').focus();
    });
    group.append(more);
  }
  return group;
}

function resultElement({ path, title, passage }: Found): HTMLLIElement {
  const item = document.createElement('li');
  const heading = document.createElement('h3');
  const link = document.createElement('a');
  link.href = path;
  link.textContent = title;
  heading.append(link);
  const text = document.createElement('p');
  item.append(heading, text);
  void passage().then((parts) => text.append(...parts.map(partNode)));
  return item;
}

function partNode({ text, found }: Passage[number]): Node {
  const lang = foreignLang(text, page.slice(0, 2) as Language);
  if (!found && !lang) return document.createTextNode(text);
  const element = document.createElement(found ? 'mark' : 'span');
  if (lang) element.lang = lang;
  element.textContent = text;
  return element;
}

/** Up and Down move between the box and the results; Enter opens one, as on any link. */
function move(event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  const stops = [box, ...list.querySelectorAll<HTMLElement>('h3 a')];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const next = stops[at + step];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}

function changed(): void {
  const query = new URLSearchParams();
  if (box.value) query.set('q', box.value);
  for (const name of FILTERS) if (select(name).value) query.set(name, select(name).value);
  history.replaceState(null, '', query.size > 0 ? `?${query}` : location.pathname);
  void search();
}

async function read(): Promise<void> {
  const query = new URLSearchParams(location.search);
  box.value = query.get('q') ?? '';
  // Add an option for a value that has none yet, so that it can be selected.
  for (const name of FILTERS) {
    const value = query.get(name) ?? '';
    if (value !== '') select(name).append(new Option(value, value));
    select(name).value = value;
  }
  await search();
}

form.addEventListener('submit', (event) => event.preventDefault());
form.addEventListener('input', changed);
box.addEventListener('focus', () => engine.warm(), { once: true });
addEventListener('keydown', move);
addEventListener('popstate', () => void read());
nothing.querySelector('[data-unfilter]')!.addEventListener('click', () => {
  for (const name of FILTERS) select(name).value = '';
  changed();
  box.focus();
});
void read();
