import { exploreWords } from '../../i18n/exploreWords.ts';
import type { Language } from '../../model/language.ts';
import type { Row } from '../../model/row.ts';
import { announceAtRest } from '../page/announce.ts';
import { startEngine } from './engineClient.ts';
import type { RowsQuery } from './engine/explorerQuery.ts';
import type { Progress } from './engine/tableEngine.ts';
import { conditionsOf, neededFields, plainView, shownFields, type ExploreView } from './exploreView.ts';
import { grouped } from './explorerCell.ts';
import { engineColumns, type ExplorerSettings, type ExplorerTable } from './explorerSettings.ts';
import { filtersPart, type FiltersPart } from './filtersPart.ts';
import { button, element } from './pageElements.ts';
import { enhanceFirstRows, PAGE, pagesOf, showRowsPage } from './rowsPage.ts';
import type { RowsHost } from './rowsTable.ts';
import { pageWithView, rowAddress, viewOfPage } from './viewAddress.ts';
import { groupsShown, rowOfView } from './viewAnswers.ts';
import { filterChips, viewControls, type ViewControls } from './viewControls.ts';
import { viewOffers } from './viewOffers.ts';
import { viewPanelHost } from './viewPanelHost.ts';

const LANGUAGE = document.documentElement.lang.slice(0, 2) as Language;
const WORDS = exploreWords(LANGUAGE);

/** The explorer of a page: shows the view that the address names, and puts each choice into the address. */
class Explorer {
  readonly #root: HTMLElement;
  readonly #settings: ExplorerSettings;
  readonly #engine = startEngine((progress) => this.#progress(progress));
  readonly #controls: ViewControls;
  readonly #filters: FiltersPart;
  #view: ExploreView;
  #table: ExplorerTable;
  #found = 0;
  #turn = 0;
  #openedTable = '';

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#settings = JSON.parse(root.dataset['explore']!) as ExplorerSettings;
    this.#view = this.#addressed();
    this.#table = this.#settings.tables.find(({ name }) => name === this.#view.table)!;
    this.#controls = viewControls(this.#part('controls'), this.#settings.tables, WORDS, (change, how) =>
      this.#change(change, how),
    );
    this.#part('offers').append(
      ...viewOffers({
        words: WORDS,
        language: LANGUAGE,
        dataset: this.#settings.dataset,
        engine: this.#engine,
        current: () => ({
          table: this.#table,
          view: this.#view,
          query: this.#query(),
          found: this.#found,
          fields: neededFields(this.#view, this.#table),
          address: pageWithView(location.search, this.#view, this.#settings),
        }),
        failed: (error) => this.#failed(error),
      }),
    );
    addEventListener('popstate', () => {
      this.#view = this.#addressed();
      this.#open();
    });
    const filters = this.#root.querySelector<HTMLDetailsElement>('.filters')!;
    if (matchMedia('(max-width: 60rem)').matches) filters.open = false;
    this.#filters = filtersPart(
      filters,
      WORDS,
      viewPanelHost({
        words: WORDS,
        engine: this.#engine,
        view: () => this.#view,
        table: () => this.#table,
        change: (change, how) => this.#change(change, how),
        failed: (error) => this.#failed(error),
      }),
    );
    this.#part('rows').addEventListener('click', (event) => this.#follow(event));
    // The first rows of the first table are in the page: no row is fetched before a reader asks for more.
    const own = JSON.stringify(this.#view);
    this.#open(own === JSON.stringify(plainView(this.#settings.tables[0]!.name)));
  }

  #part(name: string): HTMLElement {
    return this.#root.querySelector<HTMLElement>(`[data-part="${name}"]`)!;
  }

  #addressed(): ExploreView {
    return viewOfPage(location.search, this.#settings);
  }

  /** Opens the table of the view, where it is another, and shows the view. */
  #open(isFirst = false): void {
    this.#table = this.#settings.tables.find((table) => table.name === this.#view.table)!;
    const { name, parts, fields } = this.#table;
    if (this.#openedTable !== name) {
      this.#openedTable = name;
      void this.#engine.open({ parts, columns: engineColumns(fields), language: LANGUAGE });
    }
    if (isFirst) {
      this.#found = this.#table.rows;
      this.#frame();
      enhanceFirstRows((part) => this.#part(part), this.#table, this.#rowsHost());
      this.#filters.count();
    } else void this.#show();
  }

  /** Takes a choice into the view and the address; a choice of rows begins at the first page again. */
  #change(change: Partial<ExploreView>, how: 'push' | 'replace'): void {
    const next = change.table === undefined ? this.#view : plainView(change.table);
    this.#view = { ...next, page: 1, row: '', ...change };
    const query = pageWithView(location.search, this.#view, this.#settings);
    history[how === 'push' ? 'pushState' : 'replaceState'](
      null,
      '',
      query.size > 0 ? `?${query}` : location.pathname,
    );
    this.#open();
  }

  #query(): RowsQuery {
    return { conditions: conditionsOf(this.#view, this.#table), sort: this.#view.sort };
  }

  /** What is known without reading a row: the controls, the filters in use, the addresses. */
  #frame(): void {
    this.#controls.show(this.#view, this.#table);
    this.#filters.show(this.#view, this.#table);
    this.#part('chips').replaceChildren(
      ...filterChips(this.#view, this.#table, WORDS, (change) => this.#change(change, 'push')),
    );
  }

  async #show(): Promise<void> {
    const turn = (this.#turn += 1);
    const isCurrent = (): boolean => turn === this.#turn;
    this.#frame();
    this.#root.setAttribute('aria-busy', 'true');
    try {
      if (this.#view.row !== '') await this.#showOne(this.#view.row, isCurrent);
      else await this.#showMany(isCurrent);
    } catch (error) {
      if (isCurrent()) this.#failed(error);
    }
    if (isCurrent()) this.#root.removeAttribute('aria-busy');
  }

  async #showMany(isCurrent: () => boolean): Promise<void> {
    const { page, by } = this.#view;
    const table = this.#table;
    const key = table.key === undefined ? [] : [table.key];
    const columns = [...new Set([...key, ...neededFields(this.#view, this.#table).map(({ name }) => name)])];
    // Asked for at the same time: neither needs the other.
    const groups = by.length > 0 ? groupsShown(this.#engine, this.#view, table, WORDS, LANGUAGE) : undefined;
    groups?.catch(() => undefined);
    const { found, rows } = await this.#engine.rows(this.#query(), columns, (page - 1) * PAGE, PAGE);
    if (!isCurrent()) return;
    this.#found = found;
    if (page > pagesOf(found)) {
      this.#change({ page: pagesOf(found) }, 'replace');
      return;
    }
    this.#showRows(rows);
    announceAtRest(this.#part('status').textContent);
    const shown = await groups;
    if (!isCurrent()) return;
    this.#part('grouped').replaceChildren(...(shown ? [shown] : []));
    this.#filters.count();
  }

  /** Opens a row in place, unless the reader asks for another window or the row has a page of its own. */
  #follow(event: MouseEvent): void {
    const row = (event.target as Element).closest<HTMLElement>('a[data-row]')?.dataset['row'];
    const isElsewhere = this.#table.rowPages !== undefined || this.#settings.page !== undefined;
    if (row === undefined || isElsewhere || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.#change({ row }, 'push');
  }

  #rowsHost(): RowsHost & { goTo(page: number): void } {
    return {
      words: WORDS,
      language: LANGUAGE,
      sources: this.#settings.sources,
      sort: this.#view.sort,
      sortBy: (sort) => this.#change({ sort }, 'push'),
      rowAddress: (row) => rowAddress(row, this.#table, this.#settings),
      goTo: (to) => this.#change({ page: to }, 'push'),
    };
  }

  #showRows(rows: readonly Row[]): void {
    const { page } = this.#view;
    const fields = shownFields(this.#view, this.#table);
    showRowsPage(
      (name) => this.#part(name),
      { table: this.#table, fields, rows, found: this.#found, page },
      this.#rowsHost(),
    );
    this.#single(false);
  }

  async #showOne(id: string, isCurrent: () => boolean): Promise<void> {
    const [row, { rowDetail }] = await Promise.all([
      rowOfView(this.#engine, this.#table, id),
      import('./rowDetail.ts'),
    ]);
    if (!isCurrent()) return;
    const back = (): void => this.#change({}, 'push');
    const one = row
      ? rowDetail(this.#table, row, {
          ...this.#rowsHost(),
          dataset: this.#settings.dataset,
          address: pageWithView(location.search, this.#view, this.#settings),
          back,
        })
      : element('section', {}, element('p', {}, WORDS.noRow(id)), button(WORDS.backToRows, back));
    this.#part('one').replaceChildren(one);
    this.#part('status').textContent = '';
    this.#single(true);
    one.querySelector('h2')?.focus();
  }

  /** Shows one row alone, or all with their controls. */
  #single(isOne: boolean): void {
    this.#root.classList.toggle('single', isOne);
    if (!isOne) this.#part('one').replaceChildren();
  }

  #progress({ bytes, done, of }: Progress): void {
    const size = `${grouped(Math.round(bytes / 1024))} KB`;
    this.#part('progress').textContent = done < of ? WORDS.reading(grouped(done), grouped(of), size) : '';
  }

  #failed(error: unknown): void {
    const why = error instanceof Error ? error.message : String(error);
    const words = /too many values/.test(why) ? WORDS.tooManyGroups : WORDS.failed(why);
    this.#part('status').replaceChildren(
      words,
      ' ',
      button(WORDS.again, () => this.#open()),
    );
  }
}

for (const root of document.querySelectorAll<HTMLElement>('[data-explore]')) new Explorer(root);
