import type { Histogram } from './engine/facetCounts.ts';
import { rangeOf } from './exploreView.ts';
import { grouped } from './explorerCell.ts';
import type { ExplorerField } from './explorerSettings.ts';
import type { Panel, PanelHost } from './panelHost.ts';
import { drawn, element } from './pageElements.ts';

const [WIDTH, HEIGHT] = [220, 46];
/** Milliseconds without a key before a number that is being typed is used. */
const REST = 500;

/** The filter of a number or a date: its distribution, and two numbers to type. A bar is a button for its own range. */
export function rangePanel(field: ExplorerField, host: PanelHost): Panel {
  const { words } = host;
  const isYear = field.type === 'year' || field.type === 'partial-date';
  const said = (value: number): string => (isYear ? String(value) : grouped(value));
  const mark = element('span', { class: 'soft' });
  const input = (label: string): HTMLInputElement =>
    element('input', { type: 'number', step: isYear ? 1 : 'any', 'aria-label': label });
  const [least, most] = [input(words.least(field.title)), input(words.most(field.title))];
  const picture = element('div', { class: 'histogram' });
  const notes = element('p', { class: 'soft small' });
  const root = element(
    'details',
    { 'data-column': field.name },
    element('summary', {}, `${field.title} `, mark),
    picture,
    element('div', { class: 'range' }, words.from, ' ', least, ' ', words.to, ' ', most),
    notes,
  );
  let [turn, typing, isRead, isReady] = [0, 0, false, false];

  const choose = (from: string, to: string): void =>
    host.chooseRange(field.name, from === '' && to === '' ? '' : `${from}..${to}`);
  for (const box of [least, most]) {
    box.addEventListener('input', () => {
      clearTimeout(typing);
      typing = window.setTimeout(() => choose(least.value, most.value), REST);
    });
    box.addEventListener('change', () => {
      clearTimeout(typing);
      choose(least.value, most.value);
    });
  }

  const draw = ({ counts, edges, empty, low }: Histogram): void => {
    const top = Math.max(1, ...counts);
    const width = WIDTH / Math.max(1, counts.length);
    const bars = counts.map((count, bin) => {
      const [from, to] = [edges[bin]!, edges[bin + 1]!];
      const height = count === 0 ? 0 : Math.max(1, (count / top) * HEIGHT);
      const shape = { x: bin * width + 0.5, width: Math.max(1, width - 1) };
      const isOne = isYear && to - from === 1;
      const tip = isOne ? `${from}: ${grouped(count)}` : words.bar(said(from), said(to), grouped(count));
      const bar = drawn(
        'g',
        {},
        drawn('rect', { ...shape, y: 0, height: HEIGHT, class: 'reach' }),
        drawn('rect', { ...shape, y: HEIGHT - height, height, class: 'bar' }),
        drawn('title', {}, tip),
      );
      bar.addEventListener('click', () => {
        [least.value, most.value] = isYear ? [String(from), String(to - 1)] : [trim(from), trim(to)];
        choose(least.value, most.value);
      });
      return bar;
    });
    const [first, last] = [edges[0] ?? 0, edges.at(-1) ?? 0];
    picture.replaceChildren();
    if (counts.length > 0)
      picture.append(
        drawn(
          'svg',
          {
            viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
            role: 'img',
            'aria-label': words.histogram(field.title, said(first), said(isYear ? last - 1 : last)),
          },
          ...bars,
        ),
        element(
          'p',
          { class: 'ends soft small', 'aria-hidden': 'true' },
          element('span', {}, said(first)),
          element('span', {}, said(isYear ? last - 1 : last)),
        ),
      );
    notes.textContent = [
      empty > 0 ? words.withoutNumber(grouped(empty)) : '',
      low > 0 ? words.low(grouped(low)) : '',
    ].join(' ');
  };

  const read = async (): Promise<void> => {
    const mine = (turn += 1);
    root.setAttribute('aria-busy', 'true');
    try {
      const answer = await host.distribution(field.name);
      if (mine !== turn) return;
      isRead = true;
      draw(answer);
    } catch (error) {
      if (mine === turn) host.failed(error);
    }
    if (mine === turn) root.removeAttribute('aria-busy');
  };
  root.addEventListener('toggle', () => {
    if (isReady && root.open && !isRead && !root.hasAttribute('aria-busy')) void read();
  });

  return {
    root,
    column: field.name,
    async refresh() {
      isReady = true;
      const range = host.chosenRange(field.name);
      const ends = rangeOf(range);
      for (const [box, end] of [
        [least, ends?.least],
        [most, ends?.most],
      ] as const)
        if (document.activeElement !== box) box.value = end === undefined ? '' : String(end);
      mark.textContent = ends ? '(1)' : '';
      if (ends) root.open = true;
      if (root.open) await read();
      else isRead = false;
    },
  };
}

/** A number with at most two decimals, as it is typed. */
const trim = (value: number): string => String(Math.round(value * 100) / 100);
