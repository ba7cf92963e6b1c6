/**
 * Values over the static drawings: what a mark's `<title>` says is shown beside it, at the pointer or, with the arrow keys, for one
 * mark after the other. A drawing that scripts do not touch still has its titles, its alternative text and its table.
 */
const tip = document.createElement('div');
tip.className = 'chart-tip';
tip.setAttribute('role', 'status');
tip.hidden = true;

document.body.append(tip);

for (const drawing of document.querySelectorAll<HTMLElement>('.drawings')) {
  drawing.tabIndex = 0;
  drawing.setAttribute('role', 'group');
  // Named while it has the focus; to those who read on, the picture in it says enough.
  drawing.addEventListener('focus', () => drawing.setAttribute('aria-label', drawing.dataset['label']!));
  drawing.addEventListener('blur', () => drawing.removeAttribute('aria-label'));
  drawing.addEventListener('pointerover', (event) => show(drawing, markOf(event.target)));
  drawing.addEventListener('pointerleave', () => show(drawing, undefined));
  drawing.addEventListener('blur', () => show(drawing, undefined));
  drawing.addEventListener('keydown', (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape') show(drawing, undefined);
    if (!step) return;
    event.preventDefault();
    const marks = marksOf(drawing);
    const at = marks.findIndex((mark) => mark.classList.contains('pointed'));
    show(drawing, marks[(at + step + marks.length) % marks.length]);
  });
}

function marksOf(drawing: HTMLElement): Element[] {
  const svg = [...drawing.querySelectorAll('svg')].find((one) => one.getClientRects().length > 0);
  return svg
    ? [...svg.querySelectorAll('title, [data-title]')].map((title) =>
        title.tagName === 'title' ? title.parentElement! : title,
      )
    : [];
}

function markOf(target: EventTarget | null): Element | undefined {
  const mark = target as Element | null;
  return mark && (mark.querySelector(':scope > title') || mark.hasAttribute('data-title')) ? mark : undefined;
}

function show(drawing: HTMLElement, mark: Element | undefined): void {
  for (const pointed of drawing.querySelectorAll('.pointed')) pointed.classList.remove('pointed');
  drawing.classList.toggle('pointing', mark !== undefined);
  tip.hidden = mark === undefined;
  if (!mark) return;
  // The browser's own tip would say the same a second later.
  const title = mark.querySelector(':scope > title');
  if (title) {
    mark.setAttribute('data-title', title.textContent!);
    title.remove();
  }
  mark.classList.add('pointed');
  tip.textContent = mark.getAttribute('data-title');
  const box = mark.getBoundingClientRect();
  const left = Math.min(
    Math.max(4, box.left + box.width / 2 - tip.offsetWidth / 2),
    document.documentElement.clientWidth - tip.offsetWidth - 4,
  );
  tip.style.translate = `${left + scrollX}px ${Math.max(0, box.top + scrollY - tip.offsetHeight - 6)}px`;
}

export {};
