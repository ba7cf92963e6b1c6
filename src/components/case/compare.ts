/** Shows two to four places side by side; the choice is kept in the address. */
const MOST = 4;
const form = document.querySelector<HTMLFormElement>('[data-compare]')!;
const boxes = [...form.querySelectorAll<HTMLInputElement>('input')];
const hint = form.querySelector<HTMLElement>('[data-hint]')!;

function show(): void {
  const chosen = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
  for (const cell of document.querySelectorAll<HTMLElement>('th[data-place], td[data-place]'))
    cell.hidden = !chosen.has(cell.dataset['place']!);
  for (const box of boxes) box.disabled = !box.checked && chosen.size >= MOST;
  hint.textContent = chosen.size < 2 ? hint.dataset['hint']! : '';
}

function read(): void {
  const requested =
    new URLSearchParams(location.search).get('places')?.split(',') ?? form.dataset['first']!.split(' ');
  const known = requested.filter((place) => boxes.some((box) => box.value === place)).slice(0, MOST);
  for (const box of boxes) box.checked = known.includes(box.value);
  show();
}

form.addEventListener('change', () => {
  const places = boxes.filter((box) => box.checked).map((box) => box.value);
  history.pushState(null, '', `?places=${places.join(',')}`);
  show();
});
addEventListener('popstate', read);
read();

export {};
