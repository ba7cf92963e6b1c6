/** Offers to cite what a reader selects in a text: copies the quotation, the reference, and an address that leads back to the passage. */

const WORDS = { fewest: 4, most: 12 };
/** What stands in a text without being its words. */
const APART = '.tip, sup, .print-only, .anchor, .label, .drawings, .visually-hidden, button';
const BLOCK = 'p, li, h2, h3, td, th, dt, dd, figcaption, div, section';

const prose = document.querySelector<HTMLElement>('.prose');
const button = document.querySelector<HTMLButtonElement>('[data-cite-passage]');
if (prose && button) {
  const label = button.textContent;
  const words = new Intl.Segmenter(document.documentElement.lang, { granularity: 'word' });
  let waiting = 0;
  document.addEventListener('selectionchange', () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => offer(prose, button), 150);
  });
  // The press of a mouse must not take the selection away before the click.
  button.addEventListener('pointerdown', (event) => event.preventDefault());
  button.addEventListener('click', async () => {
    const range = selected(prose);
    if (!range) return;
    const { reference, page, copied } = button.dataset as Record<string, string>;
    const address = `${page}#${fragment(range, prose, words)}`;
    await navigator.clipboard.writeText(
      `“${quotation(range)}”\n${reference!.replace(page!, () => address)}\n`,
    );
    button.textContent = copied!;
    setTimeout(() => (button.textContent = label), 1500);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') button.hidden = true;
    // From the selected words the button is the next stop, wherever the browser would begin.
    if (event.key !== 'Tab' || event.shiftKey || button.hidden || document.activeElement !== document.body)
      return;
    event.preventDefault();
    button.focus();
  });
}

/** What is selected, where it is words of the text. */
function selected(prose: HTMLElement): Range | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0);
  const within = elementOf(range.commonAncestorContainer);
  if (!prose.contains(within) || within.closest(APART)) return undefined;
  return runsIn(range).length > 0 ? range : undefined;
}

/** Shows the button under the end of the selection; in the order of the page it follows the selected block, so that Tab leads to it. */
function offer(prose: HTMLElement, button: HTMLButtonElement): void {
  const range = selected(prose);
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

/** The selected words as prose: without numbers of notes, tips and labels; quotation marks within become single ones. */
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

/**
 * The part of an address that leads to a passage: its section, and its first and last words as a text fragment, which browsers look
 * for and mark. @see https://wicg.github.io/scroll-to-text-fragment/
 */
function fragment(range: Range, prose: HTMLElement, words: Intl.Segmenter): string {
  const whole = wholeWords(range, words);
  const runs = runsIn(whole);
  const first = runs[0]!;
  const last = runs.at(-1)!;
  const page = flat(document.body.innerText);
  const unique = (text: string): boolean => page.indexOf(text) === page.lastIndexOf(text);
  const count = (text: string): number => [...words.segment(text)].filter((one) => one.isWordLike).length;
  let terms: string[];
  if (runs.length === 1 && count(first) <= WORDS.most) terms = [first];
  else {
    let length = WORDS.fewest;
    while (length < WORDS.most && !unique(some(first, length, words))) length += 1;
    const start = some(first, length, words);
    terms = [start];
    const end = some(last, -WORDS.fewest, words);
    if (end && (runs.length > 1 || start !== first)) terms.push(end);
  }
  if (!unique(terms[0]!)) {
    const before = document.createRange();
    before.setStart(elementOf(whole.startContainer).closest(BLOCK) ?? prose, 0);
    before.setEnd(whole.startContainer, whole.startOffset);
    const prefix = some(runsIn(before).at(-1) ?? '', -WORDS.fewest, words);
    if (prefix) terms.unshift(`${encode(prefix)}-`);
  }
  const text = terms.map((term) => (term.endsWith('-') && term === terms[0] ? term : encode(term))).join(',');
  const section = [...prose.querySelectorAll('h2[id], h3[id]')].findLast(
    (heading) => range.comparePoint(heading, 0) <= 0,
  );
  return `${encodeURIComponent(section?.id ?? '')}:~:text=${text}`;
}

/** The first words of a text, or with a negative count the last; the whole where it has no more. */
function some(text: string, count: number, words: Intl.Segmenter): string {
  const all = [...words.segment(text)].filter((one) => one.isWordLike);
  if (all.length <= Math.abs(count)) return text;
  if (count < 0) return text.slice(all.at(count)!.index);
  const end = all[count - 1]!;
  return text.slice(0, end.index + end.segment.length);
}

/** The words of a range as one reads them in a row: a note's number or the end of a block parts two runs. */
function runsIn(range: Range): string[] {
  const runs = [''];
  let block: Element | null = null;
  const root = range.commonAncestorContainer;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (
    let node: Node | null = root instanceof Text ? root : walker.nextNode();
    node;
    node = walker.nextNode()
  ) {
    if (!range.intersectsNode(node)) continue;
    const element = elementOf(node);
    if (element.closest('sup')) runs.push('');
    if (element.closest(APART)) continue;
    if (element.closest(BLOCK) !== block) runs.push('');
    block = element.closest(BLOCK);
    const from = node === range.startContainer ? range.startOffset : 0;
    const to = node === range.endContainer ? range.endOffset : undefined;
    runs.push(runs.pop()! + (node.textContent ?? '').slice(from, to));
  }
  return runs.map(flat).filter((run) => /[\p{L}\p{N}]/u.test(run));
}

/** The range with the words whole which it cuts: browsers find only whole words. */
function wholeWords(range: Range, words: Intl.Segmenter): Range {
  const whole = range.cloneRange();
  if (range.startContainer instanceof Text) {
    const word = words.segment(range.startContainer.data).containing(range.startOffset);
    if (word?.isWordLike) whole.setStart(range.startContainer, word.index);
  }
  if (range.endContainer instanceof Text && range.endOffset > 0) {
    const word = words.segment(range.endContainer.data).containing(range.endOffset - 1);
    if (word?.isWordLike) whole.setEnd(range.endContainer, word.index + word.segment.length);
  }
  return whole;
}

const elementOf = (node: Node): Element => (node instanceof Element ? node : node.parentElement!);
const flat = (text: string): string => text.replaceAll('\u2060', '').replace(/\s+/g, ' ').trim();
/** A hyphen has a meaning of its own in a text fragment. */
const encode = (text: string): string => encodeURIComponent(text).replaceAll('-', '%2D');
