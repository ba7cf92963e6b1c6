import { fitsChoices, WORDS } from './listChoices.ts';

/**
 * Narrows a list by the form `[data-list-filters]`, whose value is the selector of the items; the choice is in the address, so that it can
 * be shared and the back button works. An item has its codes in `data-<control>`. A representation of an item elsewhere on the
 * page (`data-stands-for` its id) is hidden with it, and so is a group of items (`data-list-group`) when all of them are hidden. A group that can be
 * closed is open while the list is narrowed, and opens for a link to an item in it. A link (`data-sets` the name of a control, `data-value`) sets that
 * control, or clears it where it has that value; it has the number of items (`[data-count]`) that fit it and what else is chosen. Words are also found in `data-also` of an item. Where no item is
 * left, `[data-none]` is shown, and its link searches the whole site for the words.
 */
const form = document.querySelector<HTMLFormElement>('form[data-list-filters]')!;
const items = [...document.querySelectorAll<HTMLElement>(form.dataset['listFilters']!)];
const controls = [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('select, input')];
const groups = [...document.querySelectorAll<HTMLElement>('[data-list-group]')];
const standIns = [...document.querySelectorAll<HTMLElement>('[data-stands-for]')];
const tiles = [...document.querySelectorAll<HTMLAnchorElement>('a[data-sets]')];
const output = form.querySelector('output')!;
const none = form.querySelector<HTMLElement>('[data-none]');

const fits = (item: HTMLElement, chosen: Record<string, string>): boolean =>
  fitsChoices({ ...item.dataset, [WORDS]: `${item.textContent} ${item.dataset['also'] ?? ''}` }, chosen);

function show(): void {
  const chosen = Object.fromEntries(controls.map(({ name, value }) => [name, value]));
  for (const item of items) item.hidden = !fits(item, chosen);
  for (const tile of tiles) {
    const { sets, value } = tile.dataset as { sets: string; value: string };
    const count = items.filter((item) => fits(item, { ...chosen, [sets]: value })).length;
    tile.querySelector('[data-count]')!.textContent = String(count);
    tile.ariaCurrent = String(chosen[sets] === value);
    tile.ariaDisabled = String(count === 0 && chosen[sets] !== value);
  }
  const shown = new Set(items.filter((item) => !item.hidden));
  const ids = new Set([...shown].map(({ id }) => id));
  for (const one of standIns) one.hidden = !ids.has(one.dataset['standsFor']!);
  const isNarrowed = Object.values(chosen).some((value) => value !== '');
  for (const group of groups) {
    group.hidden = ![...shown].some((item) => group.contains(item));
    if (isNarrowed && group instanceof HTMLDetailsElement) group.open = true;
  }
  output.textContent = `${shown.size} / ${items.length}`;
  if (none) none.hidden = shown.size > 0;
  const everywhere = none?.querySelector('a');
  if (everywhere) everywhere.search = new URLSearchParams({ q: chosen[WORDS] ?? '' }).toString();
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
for (const tile of tiles)
  tile.addEventListener('click', (event) => {
    event.preventDefault();
    if (tile.ariaDisabled === 'true') return;
    const control = controls.find(({ name }) => name === tile.dataset['sets'])!;
    control.value = tile.ariaCurrent === 'true' ? '' : tile.dataset['value']!;
    write();
  });
addEventListener('popstate', read);
read();
document.documentElement.classList.remove('view-pending');

/** Opens the group of the item that the address leads to. */
function openTarget(): void {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const group = target ? target.closest('details') : null;
  if (!target || !group || group.open) return;
  group.open = true;
  target.scrollIntoView();
}
addEventListener('hashchange', openTarget);
openTarget();
