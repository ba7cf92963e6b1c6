import { announceAtRest } from '../page/announce.ts';
import { cellLang } from '../../i18n/foreign.ts';
import { excelCsvRecord } from '../../model/csv.ts';
import type { Language } from '../../model/language.ts';
import type { Row } from '../../model/row.ts';
import { cellLink, cellText, type MissingWords } from './cellText.ts';
import { jsonRows, parquetRows, type RowSource } from './rowSource.ts';
import { viewFromQuery, viewToQuery, type TableView, type ViewedField } from './tableView.ts';

const PAGE = document.documentElement.lang.slice(0, 2) as Language;

/** The settings that the page passes to the script. */
interface Settings {
  name: string;
  /** Missing for a table that is too large to be read whole. */
  json?: string;
  parquet?: string;
  fields: (ViewedField & { missing: string })[];
  sources: string;
  rowPages?: string;
  prefix: string;
  size: number;
  words: { page: string; of: string; found: string };
  missing: MissingWords;
}

/** Sorts, filters, hides and pages a published table in the browser, with the state in the address. Cells are set as text, never as markup. */
class DataTable {
  readonly #root: HTMLElement;
  readonly #form: HTMLFormElement;
  readonly #body: HTMLTableSectionElement;
  readonly #headers: HTMLTableCellElement[];
  readonly #settings: Settings;
  readonly #rows: RowSource;
  #view: TableView;
  #turn = 0;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#form = root.querySelector('form')!;
    this.#body = root.querySelector('tbody')!;
    this.#headers = [...root.querySelectorAll<HTMLTableCellElement>('th[data-name]')];
    this.#settings = JSON.parse(root.dataset['table']!) as Settings;
    const { json, parquet, fields } = this.#settings;
    const language = document.documentElement.lang;
    this.#rows = json ? jsonRows(json, fields, language) : parquetRows(parquet!, fields, language);
    this.#view = this.#read();
    this.#listen();
    if (location.search.includes('=')) void this.#show();
    else this.#whenSeen();
  }

  #listen(): void {
    this.#form.addEventListener('submit', (event) => event.preventDefault());
    this.#form.addEventListener('input', () => this.#change({ ...this.#viewInForm(), page: 1 }, 'replace'));
    for (const button of this.#form.querySelectorAll<HTMLButtonElement>('[data-step]'))
      button.addEventListener('click', () =>
        this.#change({ page: this.#view.page + Number(button.dataset['step']) }, 'push'),
      );
    this.#form.querySelector('[data-view-csv]')!.addEventListener('click', () => void this.#download());
    this.#form.querySelector('[data-view-reset]')!.addEventListener('click', () => {
      this.#change({ words: '', filters: {}, sort: '', hidden: [], page: 1 }, 'push');
      this.#fill();
    });
    for (const header of this.#headers) {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...header.querySelector('.heading')!.childNodes);
      header.querySelector('.heading')!.append(button);
      button.addEventListener('click', () => {
        const name = header.dataset['name']!;
        this.#change({ sort: this.#view.sort === name ? `-${name}` : name, page: 1 }, 'push');
      });
    }
    addEventListener('popstate', () => {
      this.#view = this.#read();
      void this.#show();
    });
  }

  /** Fetches the rows when the table scrolls into view; until then the page's first rows are shown. */
  #whenSeen(): void {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      void this.#show();
    });
    observer.observe(this.#root);
  }

  #read(): TableView {
    const view = viewFromQuery(new URLSearchParams(location.search), this.#settings.prefix);
    this.#view = view;
    this.#fill();
    return view;
  }

  /** Sets the controls from the view. */
  #fill(): void {
    for (const control of this.#controls()) {
      const { name } = control;
      if (control instanceof HTMLInputElement && control.type === 'checkbox')
        control.checked = !this.#view.hidden.includes(control.value);
      else if (name === 'q') control.value = this.#view.words;
      else if (name.startsWith('least.') || name.startsWith('most.')) {
        const [least = '', most = ''] = (this.#view.filters[name.replace(/^(least|most)\./, '')] ?? '').split(
          '..',
        );
        control.value = name.startsWith('least.') ? least : most;
      } else if (name.startsWith('f.')) control.value = this.#view.filters[name.slice(2)] ?? '';
    }
  }

  /** The view in the controls. */
  #viewInForm(): Pick<TableView, 'words' | 'filters' | 'hidden'> {
    const view = { words: '', filters: {} as Record<string, string>, hidden: [] as string[] };
    const ranges = new Map<string, { least: string; most: string }>();
    for (const control of this.#controls()) {
      const { name, value } = control;
      if (control instanceof HTMLInputElement && control.type === 'checkbox') {
        if (!control.checked) view.hidden.push(value);
      } else if (name === 'q') view.words = value;
      else if (name.startsWith('f.') && value !== '') view.filters[name.slice(2)] = value;
      else if (/^(least|most)\./.test(name)) {
        const column = name.replace(/^(least|most)\./, '');
        const range = ranges.get(column) ?? { least: '', most: '' };
        ranges.set(column, { ...range, [name.startsWith('least') ? 'least' : 'most']: value });
      }
    }
    for (const [column, { least, most }] of ranges)
      if (least !== '' || most !== '') view.filters[column] = `${least}..${most}`;
    return view;
  }

  #controls(): (HTMLInputElement | HTMLSelectElement)[] {
    return [...this.#form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')];
  }

  #change(change: Partial<TableView>, how: 'push' | 'replace'): void {
    this.#view = { ...this.#view, ...change };
    const query = viewToQuery(this.#view, this.#settings.prefix, new URLSearchParams(location.search));
    history[how === 'push' ? 'pushState' : 'replaceState'](
      null,
      '',
      query.size > 0 ? `?${query}` : location.pathname,
    );
    void this.#show().then(() => announceAtRest(this.#form.querySelector('output')!.textContent));
  }

  async #show(): Promise<void> {
    const turn = (this.#turn += 1);
    const { size, words } = this.#settings;
    const { found, rows } = await this.#rows.page(this.#view, (this.#view.page - 1) * size, size);
    const pages = Math.max(1, Math.ceil(found / size));
    if (turn !== this.#turn) return;
    if (this.#view.page > pages) {
      this.#view = { ...this.#view, page: pages };
      return this.#show();
    }
    const { hidden, page, sort } = this.#view;
    this.#body.replaceChildren(...rows.map((row) => this.#rowElement(row)));
    for (const cell of this.#root.querySelectorAll<HTMLElement>('[data-name]'))
      cell.hidden = hidden.includes(cell.dataset['name']!);
    this.#form.querySelector('output')!.textContent = `${found.toLocaleString('en-US')} ${words.found}`;
    this.#form.querySelector('[data-pages]')!.textContent = `${words.page} ${page} ${words.of} ${pages}`;
    for (const button of this.#form.querySelectorAll<HTMLButtonElement>('[data-step]'))
      button.disabled = button.dataset['step'] === '1' ? page === pages : page === 1;
    for (const header of this.#headers) {
      const name = header.dataset['name']!;
      header.setAttribute(
        'aria-sort',
        sort === name ? 'ascending' : sort === `-${name}` ? 'descending' : 'none',
      );
    }
  }

  #rowElement(row: Row): HTMLTableRowElement {
    const { fields, sources, rowPages, missing } = this.#settings;
    const element = document.createElement('tr');
    for (const field of fields) {
      const cell = document.createElement('td');
      const value = row[field.name] ?? null;
      cell.dataset['name'] = field.name;
      cell.className = this.#headers.find((header) => header.dataset['name'] === field.name)!.className;
      cell.hidden = this.#view.hidden.includes(field.name);
      const link = cellLink(field.name, value, { sources, rowPages });
      const holder = link ? document.createElement('a') : cell;
      if (holder instanceof HTMLAnchorElement) {
        holder.href = link!;
        cell.append(holder);
      }
      holder.textContent = cellText(value, missing[field.missing]);
      if (value === null) cell.classList.add('missing');
      const lang = cellLang(field.name, row, PAGE);
      if (lang) cell.lang = lang;
      element.append(cell);
    }
    return element;
  }

  /** Downloads this view: the rows found, in their order, and the columns shown. */
  async #download(): Promise<void> {
    const names = this.#settings.fields
      .map(({ name }) => name)
      .filter((name) => !this.#view.hidden.includes(name));
    const rows = await this.#rows.all(this.#view);
    const file = new Blob(
      ['\ufeff', excelCsvRecord(names), ...rows.map((row) => excelCsvRecord(names.map((name) => row[name])))],
      { type: 'text/csv' },
    );
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = `${this.#settings.name}-view.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }
}

for (const root of document.querySelectorAll<HTMLElement>('.data-table[data-table]')) new DataTable(root);
