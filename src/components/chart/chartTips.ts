/**
 * Tips on drawings: the text of a mark's `<title>` is shown beside it. The mark nearest to the pointer within reach is chosen, whatever
 * is drawn over it. A click, a tap or Enter pins the tip until the next one, Escape or a tap elsewhere; the arrow keys move from mark to
 * mark. Without scripts a drawing still has its titles, its text alternative and its table.
 */

import { coloursOf, marksOf, partsOfOthers } from '../../charts/render/emphasis.ts';

/** The distance from a mark, in CSS pixels, within which a pointer selects it; larger for a finger. */
const REACH = { mouse: 28, touch: 44 };

/** Marks at one position whose widths differ by less, in CSS pixels, are of like size; a bar within a longer one is not. */
const LIKE_SIZE = 8;

const tip = document.createElement('div');
tip.className = 'chart-tip';
tip.setAttribute('role', 'status');
tip.hidden = true;
document.body.append(tip);

/** The drawing whose tip is pinned. */
let pinned: HTMLElement | undefined;

for (const drawing of document.querySelectorAll<HTMLElement>('.drawings')) {
  drawing.tabIndex = 0;
  drawing.setAttribute('role', 'group');
  // Named only while focused; otherwise the text alternative of the picture suffices.
  drawing.addEventListener('focus', () => drawing.setAttribute('aria-label', drawing.dataset['label']!));
  drawing.addEventListener('blur', () => {
    drawing.removeAttribute('aria-label');
    if (pinned !== drawing) hide();
  });
  drawing.addEventListener('redrawn', hide);
  drawing.addEventListener('pointermove', (event) => {
    if (event.pointerType === 'touch' || pinned) return;
    show(drawing, nearest(drawing, event));
  });
  drawing.addEventListener('pointerleave', (event) => {
    if (event.pointerType !== 'touch' && !pinned) hide();
  });
  drawing.addEventListener('click', (event) => {
    const marks = nearest(drawing, event);
    show(drawing, marks);
    pin(drawing, marks);
  });
  drawing.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter' && !tip.hidden) {
      if (pinned) hide();
      else pin(drawing, [...drawing.querySelectorAll('.pointed')]);
    }
    if (!step) return;
    event.preventDefault();
    const marks = marksIn(drawing);
    const at = marks.findIndex((mark) => mark.classList.contains('pointed'));
    const next = marks[(at + step + marks.length) % marks.length];
    show(drawing, next ? [next] : []);
  });
}

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') hide();
});
tip.addEventListener('click', () => setTimeout(hide));
document.addEventListener('click', (event) => {
  const target = event.target as Element;
  if (pinned && !pinned.contains(target) && !tip.contains(target)) hide();
});

/** The drawing that is shown: of those of several widths, the one that fits. */
const shownIn = (drawing: HTMLElement): Element | undefined =>
  [...drawing.querySelectorAll('svg')].find((one) => one.getClientRects().length > 0);

/** The marks with values of the drawing that is shown. */
function marksIn(drawing: HTMLElement): Element[] {
  const svg = shownIn(drawing);
  return svg ? marksOf(svg) : [];
}

/**
 * The mark nearest to a pointer, within reach. Where the pointer is in several, the one whose centre is nearest; marks at the same
 * position are returned together.
 */
function nearest(drawing: HTMLElement, event: MouseEvent): Element[] {
  const touch = event instanceof PointerEvent && event.pointerType === 'touch';
  const found = marksIn(drawing).map((mark) => {
    const { left, right, top, bottom } = mark.getBoundingClientRect();
    const outside = Math.hypot(
      Math.max(left - event.clientX, 0, event.clientX - right),
      Math.max(top - event.clientY, 0, event.clientY - bottom),
    );
    const middle = Math.hypot((left + right) / 2 - event.clientX, (top + bottom) / 2 - event.clientY);
    return { mark, outside, middle, x: (left + right) / 2, y: (top + bottom) / 2, width: right - left };
  });
  const [best] = found
    .filter(({ outside }) => outside <= (touch ? REACH.touch : REACH.mouse))
    .sort((a, b) => a.outside - b.outside || a.middle - b.middle);
  if (!best) return [];
  return found
    .filter(
      ({ x, y, width }) => Math.hypot(x - best.x, y - best.y) < 1 && Math.abs(width - best.width) < LIKE_SIZE,
    )
    .map(({ mark }) => mark);
}

/** Keeps the tip of marks, with links to their sources and rows, which can now be reached. */
function pin(drawing: HTMLElement, marks: Element[]): void {
  const [mark] = marks;
  pinned = mark ? drawing : undefined;
  tip.classList.toggle('pinned', pinned !== undefined);
  if (mark) tip.append(...references(drawing.closest<HTMLElement>('.figure'), mark as HTMLElement));
}

/** The links of a mark: to the sources listed with the figure, and to the page of its row. */
function references(figure: HTMLElement | null, { dataset }: HTMLElement): Node[] {
  if (!figure) return [];
  const links: HTMLAnchorElement[] = [];
  for (const id of dataset['sources']?.split(' ') ?? []) {
    const listed = figure.querySelector<HTMLElement>(`[data-source="${CSS.escape(id)}"]`);
    if (!listed) continue;
    links.push(link(`#${listed.id}`, listed.querySelector('a, cite')?.textContent ?? id));
    links.at(-1)!.dataset['toSource'] = '';
  }
  const { row } = dataset;
  const to = figure.dataset['rowAddress'];
  if (row && to)
    links.push(link(to.replace('%s', encodeURIComponent(row)), `${figure.dataset['rowWord']} ${row}`));
  return links;
}

function link(href: string, words: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = words;
  return link;
}

/** Fades what is drawn in the colours of other series, where there are several: their marks, lines and names. */
function emphasise(drawing: HTMLElement, mark: Element): void {
  const svg = shownIn(drawing)!;
  const colours = new Set(coloursOf(mark));
  const own = marksOf(svg).filter((one) => coloursOf(one).some((colour) => colours.has(colour)));
  for (const part of partsOfOthers(svg, new Set(own))) part.classList.add('faded');
}

function hide(): void {
  pinned = undefined;
  tip.hidden = true;
  tip.classList.remove('pinned');
  for (const pointed of document.querySelectorAll('.drawings .pointed')) pointed.classList.remove('pointed');
  for (const drawing of document.querySelectorAll('.drawings.pointing')) drawing.classList.remove('pointing');
  for (const faded of document.querySelectorAll('.drawings .faded')) faded.classList.remove('faded');
}

function show(drawing: HTMLElement, marks: Element[]): void {
  hide();
  const [first] = marks;
  if (!first) return;
  drawing.classList.add('pointing');
  tip.hidden = false;
  for (const mark of marks) {
    // Suppress the browser's own tip, which would show the same text.
    const title = mark.querySelector(':scope > title');
    if (title) {
      mark.setAttribute('data-title', title.textContent!);
      title.remove();
    }
    mark.classList.add('pointed');
  }
  emphasise(drawing, first);
  tip.textContent = [...new Set(marks.map((mark) => mark.getAttribute('data-title')))].join('\n');
  const box = first.getBoundingClientRect();
  const left = Math.min(
    Math.max(4, box.left + box.width / 2 - tip.offsetWidth / 2),
    document.documentElement.clientWidth - tip.offsetWidth - 4,
  );
  // Above the mark, or below it where there is no space above.
  const above = box.top - tip.offsetHeight - 6;
  tip.style.translate = `${left + scrollX}px ${(above < 4 ? box.bottom + 6 : above) + scrollY}px`;
}
