/** Says something to readers who hear the page, without taking them from where they are. */

const region = document.createElement('div');
region.className = 'visually-hidden';
region.setAttribute('role', 'status');
document.body.append(region);
let latest = 0;
let resting = 0;

/** Has words read out; the same words are told apart by a space, or some screen readers take them for said. Then they leave the page. */
export function announce(...words: (string | Node)[]): void {
  const turn = (latest += 1);
  region.replaceChildren();
  setTimeout(() => turn === latest && region.replaceChildren(...words, turn % 2 ? '' : '\u00a0'), 100);
  setTimeout(() => turn === latest && region.replaceChildren(), 5000);
}

/** Says what typing has led to, once it rests: at each letter the next would cut it off. */
export function announceAtRest(words: string): void {
  clearTimeout(resting);
  resting = window.setTimeout(() => announce(words), 700);
}

/** Shows for a moment on the button, and says, that its text was copied. */
export function announceCopied(button: HTMLButtonElement): void {
  const label = (button.dataset['label'] ??= button.textContent);
  const copied = button.dataset['copied'] ?? label;
  button.textContent = copied;
  announce(copied);
  setTimeout(() => (button.textContent = label), 1500);
}
