import type { FacetValue } from './engine/facetCounts.ts';
import { grouped, valueWords } from './explorerCell.ts';
import type { ExplorerField } from './explorerSettings.ts';
import { element } from './pageElements.ts';
import type { Panel, PanelHost } from './panelHost.ts';
import { rangePanel } from './rangePanel.ts';
import { textPanel } from './textPanel.ts';

/** Values shown of a column without a search. */
const SHOWN = 12;

/** The filters of a table, one a column. */
export const filterPanels = (fields: readonly ExplorerField[], host: PanelHost): Panel[] =>
  fields.filter(({ filter }) => filter !== undefined).map((field) => PANELS[field.filter!](field, host));

const PANELS = { range: rangePanel, text: textPanel, values: valuesPanel };

function valuesPanel(field: ExplorerField, host: PanelHost): Panel {
  const { words } = host;
  const count = element('span', { class: 'soft' });
  const search = element('input', {
    type: 'search',
    autocomplete: 'off',
    'aria-label': words.findValue(field.title),
  });
  const list = element('div', { class: 'values', role: 'group', 'aria-label': field.title });
  const more = element('p', { class: 'soft small' });
  const root = element(
    'details',
    { 'data-column': field.name, open: field.counts !== undefined },
    element('summary', {}, `${field.title} `, count),
    search,
    list,
    more,
  );
  search.hidden = true;
  let values: FacetValue[] = [];
  let [turn, isReady] = [0, false];

  const show = (): void => {
    const chosen = host.chosenValues(field.name);
    const wanted = search.value.trim().toLowerCase();
    const found = values.filter(({ value }) => valueWords(value, field).toLowerCase().includes(wanted));
    const top = found.slice(0, SHOWN);
    // What is chosen is always shown, so that it can be taken back.
    const others = chosen
      .filter((value) => !top.some((one) => one.value === value))
      .map((value) => values.find((one) => one.value === value) ?? { value, count: 0 });
    const most = Math.max(1, ...values.map((one) => one.count));
    const focused =
      document.activeElement instanceof HTMLInputElement ? document.activeElement.value : undefined;
    const hadFocus = list.contains(document.activeElement);
    list.replaceChildren(
      ...[...others, ...top].map((one) => valueLine(one, chosen.includes(one.value), most)),
    );
    if (hadFocus) [...list.querySelectorAll('input')].find(({ value }) => value === focused)?.focus();
    search.hidden = values.length <= SHOWN;
    more.textContent =
      found.length > top.length
        ? words.moreValues(grouped(found.length - top.length))
        : found.length === 0 && values.length > 0
          ? words.noValue
          : '';
  };

  const valueLine = ({ value, count: rows }: FacetValue, isChosen: boolean, most: number): HTMLElement => {
    const box = element('input', { type: 'checkbox', value, checked: isChosen });
    box.addEventListener('change', () => {
      const others = host.chosenValues(field.name).filter((one) => one !== value);
      host.chooseValues(field.name, box.checked ? [...others, value] : others);
    });
    const line = element(
      'label',
      {},
      box,
      element('span', { class: value === '' ? 'name soft' : 'name' }, valueWords(value, field)),
      element('span', { class: 'count' }, grouped(rows)),
    );
    line.style.setProperty('--share', `${(rows / most) * 100}%`);
    return line;
  };

  const read = async (): Promise<void> => {
    const mine = (turn += 1);
    root.setAttribute('aria-busy', 'true');
    try {
      const answer = await host.countValues(field.name);
      if (mine !== turn) return;
      values = answer;
      show();
    } catch (error) {
      if (mine === turn) host.failed(error);
    }
    if (mine === turn) root.removeAttribute('aria-busy');
  };

  search.addEventListener('input', show);
  root.addEventListener('toggle', () => {
    if (isReady && root.open && values.length === 0 && !root.hasAttribute('aria-busy')) void read();
  });
  return {
    root,
    column: field.name,
    async refresh() {
      isReady = true;
      const chosen = host.chosenValues(field.name).length;
      count.textContent = chosen > 0 ? `(${chosen})` : '';
      if (chosen > 0) root.open = true;
      if (root.open) await read();
      else values = [];
    },
  };
}
