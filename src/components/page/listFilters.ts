import { fitsChoices, WORDS } from './listChoices.ts';

/**
 * Narrows a list by the form `[data-list-filters]`, whose value is the selector of the items; the choice is in the address, so that it can
 * be shared and the back button works. An item has its codes in `data-<control>`. A representation of an item elsewhere on the
 * page (`data-stands-for` its id) is hidden with it, and so is a group of items (`data-list-group`) when all of them are hidden. A group that can be
 * closed is open while the list is narrowed.
 */
const form = document.querySelector<HTMLFormElement>('form[data-list-filters]')!;
const items = [...document.querySelectorAll<HTMLElement>(form.dataset['listFilters']!)];
const controls = [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('select, input')];
const groups = [...document.querySelectorAll<HTMLElement>('[data-list-group]')];
const standIns = [...document.querySelectorAll<HTMLElement>('[data-stands-for]')];
const output = form.querySelector('output')!;

function show(): void {
  const chosen = Object.fromEntries(controls.map(({ name, value }) => [name, value]));
  for (const item of items)
    item.hidden = !fitsChoices({ ...item.dataset, [WORDS]: item.textContent }, chosen);
  const shown = new Set(items.filter((item) => !item.hidden));
  const ids = new Set([...shown].map(({ id }) => id));
  for (const one of standIns) one.hidden = !ids.has(one.dataset['standsFor']!);
  const isNarrowed = Object.values(chosen).some((value) => value !== '');
  for (const group of groups) {
    group.hidden = ![...shown].some((item) => group.contains(item));
    if (isNarrowed && group instanceof HTMLDetailsElement) group.open = true;
  }
  output.textContent = `${shown.size} / ${items.length}`;
}

function read(): void {
  const query = new URLSearchParams(location.search);
  for (const control of controls) control.value = query.get(control.name) ?? '';
  show();
}

function write(): void {
  const query = new URLSearchParams();
  for (const { name, value } of controls) if (value) query.set(name, value);
  history.pushState(null, '', query.size > 0 ? `?${query}` : location.pathname);
  show();
}

form.addEventListener('change', write);
form.addEventListener('input', show);
form.addEventListener('submit', (event) => event.preventDefault());
form.querySelector('[data-clear]')?.addEventListener('click', () => {
  for (const control of controls) control.value = '';
  write();
});
addEventListener('popstate', read);
read();
