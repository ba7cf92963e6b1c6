/** Shows two to four places side by side; they are found by their names, and the choice is kept in the address. */
const MOST = 4;
const form = document.querySelector<HTMLFormElement>('[data-compare]')!;
const box = form.querySelector<HTMLInputElement>('input[list]')!;
const list = form.querySelector<HTMLElement>('[data-chosen]')!;
const hint = form.querySelector<HTMLElement>('[data-hint]')!;
const table = document.querySelector<HTMLElement>('[data-compared]')!;
const names = new Map(
  [...form.querySelectorAll('option')].map((option) => [option.dataset['place']!, option.value]),
);
const also = new Map(
  [...form.querySelectorAll('option')].map((option) => [option.dataset['place']!, option.label]),
);
let chosen: string[] = [];

/** The place that was typed: by its whole name in either language, or by the only name that has the words. */
function placeTyped(words: string): string | undefined {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return undefined;
  const named = [...names].map(([place, name]) => ({
    place,
    names: [place, name, also.get(place) ?? ''].map((one) => one.toLowerCase()),
  }));
  const [exact] = named.filter((one) => one.names.includes(wanted));
  const having = named.filter((one) => one.names.some((name) => name.includes(wanted)));
  return (exact ?? (having.length === 1 ? having[0] : undefined))?.place;
}

function chip(place: string): HTMLLIElement {
  const item = document.createElement('li');
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset['remove'] = place;
  button.textContent = `${names.get(place)!} ×`;
  button.setAttribute('aria-label', `${list.dataset['remove']!} ${names.get(place)!}`);
  item.append(button);
  return item;
}

function show(): void {
  for (const cell of document.querySelectorAll<HTMLElement>('th[data-place], td[data-place]'))
    cell.classList.toggle('shown', chosen.includes(cell.dataset['place']!));
  table.style.setProperty('--places', String(Math.max(1, chosen.length)));
  list.replaceChildren(...chosen.map(chip));
  box.disabled = chosen.length >= MOST;
  hint.textContent = chosen.length < 2 ? hint.dataset['hint']! : box.disabled ? hint.dataset['full']! : '';
}

function read(): void {
  const requested =
    new URLSearchParams(location.search).get('places')?.split(',') ?? form.dataset['first']!.split(' ');
  chosen = [...new Set(requested)].filter((place) => names.has(place)).slice(0, MOST);
  show();
}

function choose(places: string[]): void {
  chosen = places;
  history.pushState(null, '', `?places=${places.join(',')}`);
  show();
}

/** Adds the place that was typed. @param final whether the reader has finished, so that what fits no place is reported */
function add(final: boolean): void {
  const place = placeTyped(box.value);
  if (place !== undefined) {
    box.value = '';
    if (!chosen.includes(place)) choose([...chosen, place]);
    if (!box.disabled) box.focus();
  } else if (final && box.value.trim() !== '') hint.textContent = hint.dataset['unknown']!;
}

// A name picked from the list arrives whole; one that is typed waits for Enter.
box.addEventListener('input', () => {
  if ([...names.values()].includes(box.value)) add(false);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  add(true);
});
list.addEventListener('click', (event) => {
  const place = (event.target as HTMLElement).closest<HTMLElement>('[data-remove]')?.dataset['remove'];
  if (place === undefined) return;
  choose(chosen.filter((one) => one !== place));
  box.focus();
});
addEventListener('popstate', read);
read();
document.documentElement.classList.remove('view-pending');

export {};
