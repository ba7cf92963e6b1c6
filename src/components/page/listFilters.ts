import { fitsChoices, WORDS } from './listChoices.ts';

/**
 * Narrows a list by the form `[data-list-filters]`, whose value is the selector of the items; the choice is in the address, so that it can
 * be shared and the back button works. An item has its codes in `data-<control>`. A representation of an item elsewhere on the
 * page (`data-stands-for` its id) is hidden with it, and so is a group of items (`data-list-group`) when all of them are hidden. A group that can be
 * closed is open while the list is narrowed. A button (`data-sets` the name of a control, `value`) sets that control, or clears it when it is pressed;
 * it has the number of items (`[data-count]`) that fit it and what else is chosen. Words are also found in `data-also` of an item. Where no item is
 * left, `[data-none]` is shown, and its link searches the whole site for the words.
 */
const form = document.querySelector<HTMLFormElement>('form[data-list-filters]')!;
const items = [...document.querySelectorAll<HTMLElement>(form.dataset['listFilters']!)];
const controls = [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('select, input')];
const groups = [...document.querySelectorAll<HTMLElement>('[data-list-group]')];
const standIns = [...document.querySelectorAll<HTMLElement>('[data-stands-for]')];
const buttons = [...document.querySelectorAll<HTMLButtonElement>('button[data-sets]')];
const output = form.querySelector('output')!;
const none = form.querySelector<HTMLElement>('[data-none]');

const fits = (item: HTMLElement, chosen: Record<string, string>): boolean =>
  fitsChoices({ ...item.dataset, [WORDS]: `${item.textContent} ${item.dataset['also'] ?? ''}` }, chosen);

function show(): void {
  const chosen = Object.fromEntries(controls.map(({ name, value }) => [name, value]));
  for (const item of items) item.hidden = !fits(item, chosen);
  for (const button of buttons) {
    const name = button.dataset['sets']!;
    const count = items.filter((item) => fits(item, { ...chosen, [name]: button.value })).length;
    button.querySelector('[data-count]')!.textContent = String(count);
    button.ariaPressed = String(chosen[name] === button.value);
    button.disabled = count === 0 && chosen[name] !== button.value;
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
for (const button of buttons)
  button.addEventListener('click', () => {
    const control = controls.find(({ name }) => name === button.dataset['sets'])!;
    control.value = control.value === button.value ? '' : button.value;
    write();
  });
addEventListener('popstate', read);
read();
document.documentElement.classList.remove('view-pending');
