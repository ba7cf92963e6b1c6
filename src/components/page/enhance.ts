import { announce, announceCopied } from './announce.ts';

/** Scripts of every page: the theme switch, copy buttons, numbers that show their source on tap, the search key. Reading needs none of them. */

document.querySelector<HTMLElement>('[data-theme-toggle]')?.addEventListener('click', (event) => {
  const root = document.documentElement;
  const dark = root.dataset['theme']
    ? root.dataset['theme'] === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset['theme'] = dark ? 'light' : 'dark';
  remember('theme', root.dataset['theme']);
  announce((event.currentTarget as HTMLElement).dataset[root.dataset['theme']]!);
});

// The choices on this page are in its address; the link to the other language keeps them.
const twin = document.querySelector<HTMLAnchorElement>('a[data-twin]');
for (const kind of ['pointerover', 'pointerdown', 'focusin', 'click'])
  twin?.addEventListener(kind, () => (twin.search = location.search));
twin?.addEventListener('click', () => remember('language', twin.dataset['twin']!));

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]'))
  button.addEventListener('click', async () => {
    const text = document.getElementById(button.dataset['copy']!)?.textContent?.trim() ?? '';
    await navigator.clipboard.writeText(text);
    announceCopied(button);
  });

document.addEventListener('click', (event) => {
  const target = event.target as Element;
  const reference = target.closest('.num > .ref, .num > sup > .ref');
  const here = target.closest('.num');
  for (const number of document.querySelectorAll('.num.open')) if (number !== here) open(number, false);
  if (!reference || !here || event.ctrlKey || event.metaKey) return;
  const opened = here.classList.contains('open');
  // A second Enter follows the link to the note.
  if (opened && event.detail === 0) return;
  event.preventDefault();
  open(here, !opened);
  place(here);
});
document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape')
    for (const number of document.querySelectorAll('.num.open')) open(number, false);
});
for (const kind of ['mouseover', 'focusin'])
  document.addEventListener(kind, (event) => {
    const here = (event.target as Element).closest?.('.num');
    if (here) place(here);
  });

/**
 * A tip shown on hover or focus is hidden from screen readers, since it would interrupt the sentence, and its link would
 * be an extra Tab stop at each number. When opened, it is announced once, and can be read and followed.
 */
function open(number: Element, opened: boolean): void {
  number.classList.toggle('open', opened);
  const tip = number.querySelector<HTMLElement>('.tip');
  if (!tip) return;
  if (opened) tip.removeAttribute('aria-hidden');
  else tip.setAttribute('aria-hidden', 'true');
  for (const link of tip.querySelectorAll('a')) link.tabIndex = opened ? 0 : -1;
  if (opened) announce(...spoken(tip));
}

/** The text of an element with its languages, without its links. */
function spoken(element: Element): Node[] {
  const copy = element.cloneNode(true) as Element;
  for (const link of copy.querySelectorAll('a')) {
    const words = document.createElement('span');
    words.lang = link.lang;
    words.append(...link.childNodes);
    link.replaceWith(words);
  }
  for (const part of copy.querySelectorAll('.meta')) {
    part.removeAttribute('title');
    part.prepend(' ');
  }
  return [...copy.childNodes];
}

/** Keeps a tip within the window: it opens towards the side with more space. */
function place(here: Element): void {
  const tip = here.querySelector<HTMLElement>('.tip');
  if (!tip) return;
  tip.classList.remove('flip');
  tip.style.insetInlineStart = '';
  const { right, left } = tip.getBoundingClientRect();
  const over = right - document.documentElement.clientWidth + 8;
  if (over <= 0) return;
  tip.style.insetInlineStart = `${-Math.min(over, left - 8)}px`;
}

/** The slash key opens the search from every page; readers whose own tools need the key can turn it off there. */
document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || recall('slash') === 'off')
    return;
  if ((event.target as Element).closest('input:not([type=checkbox]), textarea, select, [contenteditable]'))
    return;
  event.preventDefault();
  const boxes = document.querySelectorAll<HTMLInputElement>('[data-search] [name=q], [data-search-box]');
  // On a narrow page the box of the header is not shown.
  const box = [...boxes].find((one) => one.getClientRects().length > 0);
  box?.focus();
  box?.select();
  if (!box) document.querySelector<HTMLAnchorElement>('a[data-search-link]')?.click();
});
const slash = document.querySelector<HTMLInputElement>('[data-slash]');
if (slash) {
  slash.checked = recall('slash') !== 'off';
  slash.addEventListener('change', () => remember('slash', slash.checked ? 'on' : 'off'));
}

function recall(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // The page also works where the browser blocks storage.
  }
}
