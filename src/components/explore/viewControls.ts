import type { ExploreWords } from '../../i18n/exploreWords.ts';
import { isNumeric } from '../../model/fieldType.ts';
import { shownFields, without, type ExploreView } from './exploreView.ts';
import { grouped, valueWords } from './explorerCell.ts';
import type { ExplorerField, ExplorerTable } from './explorerSettings.ts';
import { button, element } from './pageElements.ts';

/** Takes a choice into the view; `replace` while a reader types. */
type Change = (change: Partial<ExploreView>, how: 'push' | 'replace') => void;

/** The controls above the rows. */
export interface ViewControls {
  /** Sets the controls from a view. */
  show(view: ExploreView, table: ExplorerTable): void;
}

/** Milliseconds without a key before the words that are being typed are looked up. */
const REST = 350;

const labelled = (words: string, control: HTMLElement): HTMLLabelElement =>
  element('label', {}, `${words} `, control);
const option = (value: string, words: string): HTMLOptionElement => element('option', { value }, words);

/** Makes the controls: table, words, groups, order, columns. */
export function viewControls(
  root: HTMLElement,
  tables: readonly ExplorerTable[],
  words: ExploreWords,
  change: Change,
): ViewControls {
  const table = element('select', { name: 'table' }, ...tables.map(({ name, title }) => option(name, title)));
  const search = element('input', { type: 'search', name: 'q', autocomplete: 'off' });
  const searchLabel = element('span');
  const [by, then, measure, order] = ['by', 'then', 'of', 'sort'].map((name) =>
    element('select', { name }),
  ) as [HTMLSelectElement, HTMLSelectElement, HTMLSelectElement, HTMLSelectElement];
  const columns = element('details', { class: 'columns' });
  root.append(
    ...(tables.length > 1 ? [labelled(words.table, table)] : []),
    element('label', { class: 'words' }, searchLabel, ' ', search),
    element(
      'span',
      { class: 'groups' },
      labelled(words.groupBy, by),
      labelled(words.andBy, then),
      labelled(words.measure, measure),
    ),
    labelled(words.order, order),
    columns,
  );
  let typing = 0;
  search.addEventListener('input', () => {
    clearTimeout(typing);
    typing = window.setTimeout(() => change({ words: search.value.trim() }, 'replace'), REST);
  });
  table.addEventListener('change', () => change({ table: table.value }, 'push'));
  const group = (): void => {
    const chosen = [...new Set([by.value, then.value])].filter(Boolean);
    change({ by: chosen, measure: chosen.length === 0 ? '' : measure.value }, 'push');
  };
  for (const select of [by, then, measure]) select.addEventListener('change', group);
  order.addEventListener('change', () => change({ sort: order.value }, 'push'));

  return {
    show(view, { name, fields }) {
      table.value = name;
      if (document.activeElement !== search) search.value = view.words;
      const searched = fields.filter((field) => field.searched);
      searchLabel.textContent = fields.every((field) => field.searched || field.from)
        ? words.searchAll
        : words.search(
            searched
              .slice(0, 3)
              .map(({ title }) => title)
              .join(' · '),
          );
      search.parentElement!.hidden = searched.length === 0;
      const keys = fields.filter(
        (field) => field.filter === 'values' || field.type === 'partial-date' || field.type === 'year',
      );
      const fill = (
        select: HTMLSelectElement,
        none: string,
        values: [string, string][],
        value: string,
      ): void => {
        select.replaceChildren(option('', none), ...values.map(([key, title]) => option(key, title)));
        select.value = value;
      };
      const named = (list: readonly ExplorerField[]): [string, string][] =>
        list.map((field) => [field.name, field.title]);
      const groups = keys.map(({ name: key, title, type }): [string, string] => [
        key,
        type === 'partial-date' ? words.yearOf(title) : title,
      ]);
      fill(by, words.nothing, groups, view.by[0] ?? '');
      fill(then, words.nothing, groups, view.by[1] ?? '');
      then.disabled = measure.disabled = view.by.length === 0;
      const numbers = fields.filter((field) => isNumeric(field) && field.type !== 'year' && field.filter);
      fill(measure, words.countOnly, named(numbers), view.measure);
      const orders = fields.flatMap((field): [string, string][] => [
        [field.name, words.up(field.title)],
        [`-${field.name}`, words.down(field.title)],
      ]);
      fill(order, words.fileOrder, orders, view.sort);
      showColumns(columns, view, { name, fields } as ExplorerTable, words, change);
    },
  };
}

function showColumns(
  root: HTMLDetailsElement,
  view: ExploreView,
  table: ExplorerTable,
  words: ExploreWords,
  change: Change,
): void {
  const shown = shownFields(view, table).map(({ name }) => name);
  const boxes = table.fields.map((field) => {
    const box = element('input', {
      type: 'checkbox',
      value: field.name,
      checked: shown.includes(field.name),
    });
    box.addEventListener('change', () => {
      const chosen = box.checked ? [...shown, field.name] : shown.filter((name) => name !== field.name);
      change({ columns: chosen.length === 0 ? 'short' : chosen, page: view.page }, 'push');
    });
    return element('label', {}, box, ' ', field.title);
  });
  const focused = root.contains(document.activeElement)
    ? (document.activeElement as HTMLInputElement).value
    : undefined;
  root.replaceChildren(
    element('summary', {}, `${words.columns} (${shown.length} / ${table.fields.length})`),
    element(
      'div',
      {},
      element(
        'p',
        {},
        button(words.short, () => change({ columns: 'short', page: view.page }, 'push')),
        ' ',
        button(words.all, () => change({ columns: 'all', page: view.page }, 'push')),
      ),
      ...boxes,
    ),
  );
  if (focused) [...root.querySelectorAll('input')].find(({ value }) => value === focused)?.focus();
}

/** The filters in use, each a button that removes it; where amounts are compared, that their currencies are not converted. */
export function filterChips(
  view: ExploreView,
  table: ExplorerTable,
  words: ExploreWords,
  change: (change: Partial<ExploreView>) => void,
): HTMLElement[] {
  const field = (name: string): ExplorerField => table.fields.find((one) => one.name === name)!;
  const chip = (said: string, without: Partial<ExploreView>): HTMLButtonElement =>
    button(`${said} ×`, () => change(without), { class: 'chip', 'aria-label': words.remove(said) });
  const chips = [
    ...(view.words ? [chip(`“${view.words}”`, { words: '' })] : []),
    ...Object.entries(view.values).flatMap(([column, values]) =>
      values.map((value) =>
        chip(`${field(column).title}: ${valueWords(value, field(column))}`, {
          values: { ...view.values, [column]: values.filter((one) => one !== value) },
        }),
      ),
    ),
    ...Object.entries(view.texts).map(([column, text]) =>
      chip(`${field(column).title}: “${text}”`, { texts: without(view.texts, column) }),
    ),
    ...Object.entries(view.ranges).map(([column, range]) => {
      const ranges = without(view.ranges, column);
      const ends = range
        .split('..')
        .map((end) => (end !== '' && field(column).type === 'number' ? grouped(Number(end)) : end));
      return chip(`${field(column).title}: ${ends.join(' – ').trim()}`, { ranges });
    }),
  ];
  if (chips.length > 1)
    chips.push(
      button(words.reset, () => change({ words: '', values: {}, texts: {}, ranges: {} }), { class: 'chip' }),
    );
  const compared = [view.sort.replace(/^-/, ''), ...Object.keys(view.ranges)];
  const seen = [...compared, ...shownFields(view, table).map(({ name }) => name), ...view.by, view.measure];
  const notes = [
    ...(table.fields.some(({ name, money }) => money && compared.includes(name)) ? [words.asPrinted] : []),
    ...(table.fields.some(({ name, from }) => from && seen.includes(name)) ? [words.converted] : []),
  ];
  const note = notes.map((said) => element('span', { class: 'soft' }, said));
  return [...chips, ...note];
}
