import { announceAtRest, announceCopied } from '../page/announce.ts';
import { textFragment, type PagePassage } from './textFragment.ts';

/** Offers to cite a selected passage: copies the quotation, the reference, and an address that links to the passage. */

/** Elements in a text that are not part of its words. */
const APART = '.tip, sup, .print-only, .anchor, .label, .drawings, .visually-hidden, button';
const BLOCK = 'p, li, h2, h3, td, th, dt, dd, figcaption, div, section';

const prose = document.querySelector<HTMLElement>('.prose');
const button = document.querySelector<HTMLButtonElement>('[data-cite-passage]');
if (prose && button) {
  const words = new Intl.Segmenter(document.documentElement.lang, { granularity: 'word' });
  let waiting = 0;
  document.addEventListener('selectionchange', () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => offer(prose, button), 150);
  });
  // Pressing the mouse button must not clear the selection before the click.
  button.addEventListener('pointerdown', (event) => event.preventDefault());
  button.addEventListener('click', async () => {
    const range = selected(prose);
    if (!range) return;
    const { reference, page, printed } = button.dataset as Record<string, string>;
    // Where SITE_URL was not set at build, the browser's address has the host.
    const address = `${new URL(page!, location.href).href}#${fragment(range, prose, words)}`;
    await navigator.clipboard.writeText(
      `“${quotation(range)}”\n${reference!.replace(printed!, () => address)}\n`,
    );
    announceCopied(button);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') button.hidden = true;
    // Make the button the next Tab stop after the selected words.
    if (event.key !== 'Tab' || event.shiftKey || button.hidden || document.activeElement !== document.body)
      return;
    event.preventDefault();
    button.focus();
  });
}

/** The selected range, where it is within the text. */
function selected(prose: HTMLElement): Range | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0);
  const within = elementOf(range.commonAncestorContainer);
  if (!prose.contains(within) || within.closest(APART)) return undefined;
  return hasWords(range) ? range : undefined;
}

/** Shows the button below the end of the selection; in the document it follows the selected block, so that Tab reaches it. */
function offer(prose: HTMLElement, button: HTMLButtonElement): void {
  const range = selected(prose);
  if (range && button.hidden) announceAtRest(button.textContent);
  button.hidden = !range;
  if (!range) return;
  let block = elementOf(range.endContainer);
  while (block !== prose && block.parentElement !== prose) block = block.parentElement!;
  if (block === prose) prose.append(button);
  else if (block.nextElementSibling !== button) block.after(button);
  const end = [...range.getClientRects()].at(-1)!;
  const frame = prose.getBoundingClientRect();
  const start = Math.max(0, Math.min(end.right - frame.left, frame.width) - button.offsetWidth);
  button.style.top = `${end.bottom - frame.top + 8}px`;
  button.style.left = `${start}px`;
}

/** The selected words without note numbers, tips and labels; inner quotation marks become single ones. */
function quotation(range: Range): string {
  const copy = range.cloneContents();
  for (const element of copy.querySelectorAll(APART)) element.remove();
  for (const block of copy.querySelectorAll(BLOCK)) block.append('\u0001');
  return (copy.textContent ?? '')
    .replaceAll('\u2060', '')
    .replace(/\s+/g, ' ')
    .replace(/ ?(\u0001 ?)+/g, '\n')
    .trim()
    .replaceAll('“', '‘')
    .replaceAll('”', '’');
}

/** The fragment of an address for a passage: its section, and a text fragment that browsers find and highlight. */
function fragment(range: Range, prose: HTMLElement, words: Intl.Segmenter): string {
  const section = [...prose.querySelectorAll('h2[id], h3[id]')].findLast(
    (heading) => range.comparePoint(heading, 0) <= 0,
  );
  const text = textFragment(passageIn(range), words);
  return encodeURIComponent(section?.id ?? '') + (text && `:~:${text}`);
}

/** The page as a browser searches it for words, and the position of the range in it. */
function passageIn(range: Range): PagePassage {
  let text = '';
  let start = -1;
  let end = -1;
  let block: Element | undefined;
  const notes: [from: number, to: number][] = [];
  const add = (words: string): void => {
    for (const character of words.replaceAll('\u2060', ''))
      if (!/\s/.test(character)) text += character;
      else if (text !== '' && !/\s$/.test(text)) text += ' ';
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const element = node.parentElement!;
    if (element.closest('script, style, noscript, select, button, .tip') || !element.checkVisibility())
      continue;
    const here = blockOf(element);
    if (here !== block) text = `${text.trimEnd()}\n`;
    block = here;
    const begin = text.length;
    const inside = range.intersectsNode(node) && !element.closest(APART);
    const from = inside && node === range.startContainer ? range.startOffset : 0;
    const to = inside && node === range.endContainer ? range.endOffset : node.length;
    add(node.data.slice(0, from));
    if (inside && start < 0 && /[\p{L}\p{N}]/u.test(node.data.slice(from, to))) start = text.length;
    add(node.data.slice(from, to));
    if (inside && /[\p{L}\p{N}]/u.test(node.data.slice(from, to))) end = text.length;
    add(node.data.slice(to));
    if (element.closest('sup')) notes.push([begin, text.length]);
  }
  return { text, start, end, notes };
}

/** The nearest block element around a node: browsers find no words across its border. */
function blockOf(element: Element): Element {
  let block = element;
  while (block !== document.body && /^(inline|contents)$/.test(getComputedStyle(block).display))
    block = block.parentElement!;
  return block;
}

/** Whether a range contains words of the text. */
function hasWords(range: Range): boolean {
  const root = range.commonAncestorContainer;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (
    let node: Node | null = root instanceof Text ? root : walker.nextNode();
    node;
    node = walker.nextNode()
  ) {
    if (!range.intersectsNode(node) || elementOf(node).closest(APART)) continue;
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : undefined;
    if (/[\p{L}\p{N}]/u.test((node.textContent ?? '').slice(from, to))) return true;
  }
  return false;
}

const elementOf = (node: Node): Element => (node instanceof Element ? node : node.parentElement!);
