/** Filters the list of cases; the choice stands in the address, so that it can be sent and the back button works. */
const form = document.querySelector<HTMLFormElement>('[data-case-filters]')!;
const cases = [...document.querySelectorAll<HTMLElement>('.cards > li')];
const chosen = (name: string): HTMLSelectElement => form.elements.namedItem(name) as HTMLSelectElement;

function show(): void {
  const kind = chosen('kind').value;
  const field = chosen('field').value;
  for (const one of cases)
    one.hidden =
      (kind !== '' && one.dataset['kind'] !== kind) ||
      (field !== '' && !one.dataset['fields']!.split(' ').includes(field));
  form.querySelector('output')!.textContent =
    `${cases.filter((one) => !one.hidden).length} / ${cases.length}`;
}

function read(): void {
  const query = new URLSearchParams(location.search);
  for (const name of ['kind', 'field']) chosen(name).value = query.get(name) ?? '';
  show();
}

form.addEventListener('change', () => {
  const query = new URLSearchParams();
  for (const name of ['kind', 'field']) if (chosen(name).value) query.set(name, chosen(name).value);
  history.pushState(null, '', query.size > 0 ? `?${query}` : location.pathname);
  show();
});
addEventListener('popstate', read);
read();

export {};
