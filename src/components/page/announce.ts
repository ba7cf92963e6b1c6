/** Announcements for screen readers that do not move the focus. */

const region = document.createElement('div');
region.className = 'visually-hidden';
region.setAttribute('role', 'status');
document.body.append(region);
let latest = 0;
let resting = 0;

/** Announces words, then removes them from the page. Repeated words get an extra space, since some screen readers skip identical text. */
export function announce(...words: (string | Node)[]): void {
  const turn = (latest += 1);
  region.replaceChildren();
  setTimeout(() => turn === latest && region.replaceChildren(...words, turn % 2 ? '' : '\u00a0'), 100);
  setTimeout(() => turn === latest && region.replaceChildren(), 5000);
}

/** Announces a result when typing pauses, since each key would interrupt the announcement. */
export function announceAtRest(words: string): void {
  clearTimeout(resting);
  resting = window.setTimeout(() => announce(words), 700);
}

/** Shows briefly on the button, and announces, that its text was copied. */
export function announceCopied(button: HTMLButtonElement): void {
  const label = (button.dataset['label'] ??= button.textContent);
  const copied = button.dataset['copied'] ?? label;
  button.textContent = copied;
  announce(copied);
  setTimeout(() => (button.textContent = label), 1500);
}
