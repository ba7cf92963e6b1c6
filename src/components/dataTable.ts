import type { Row } from '../model/row.ts';
import { cellLink, cellText } from './cellText.ts';

/** The words that the page hands over. */
interface Words {
  page: string;
  of: string;
  found: string;
}

/** Sorts, filters and pages a published table in the browser; the state stands in the address. Cells are set as text, never as markup. */
class DataTable {
  readonly #root: HTMLElement;
  readonly #form: HTMLFormElement;
  readonly #body: HTMLTableSectionElement;
  readonly #headers: HTMLTableCellElement[];
  readonly #prefix: string;
  readonly #size: number;
  readonly #words: Words;
  #rows: Promise<Row[]> | undefined;
  #query = '';
  #sort = '';
  #page = 1;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#form = root.querySelector('form')!;
    this.#body = root.querySelector('tbody')!;
    this.#headers = [...root.querySelectorAll('th')];
    this.#prefix = root.dataset['prefix'] ?? '';
    this.#size = Number(root.dataset['pageSize']);
    this.#words = JSON.parse(root.dataset['words']!) as Words;
    this.#listen();
    this.#readAddress();
    if (this.#query || this.#sort || this.#page > 1) void this.#show();
    else this.#whenSeen();
  }

  #listen(): void {
    this.#form.addEventListener('submit', (event) => event.preventDefault());
    this.#form.addEventListener('input', () => {
      this.#query = this.#input.value;
      this.#page = 1;
      this.#changed('replace');
    });
    for (const button of this.#form.querySelectorAll<HTMLButtonElement>('[data-step]'))
      button.addEventListener('click', () => {
        this.#page += Number(button.dataset['step']);
        this.#changed('push');
      });
    for (const header of this.#headers) {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...header.childNodes);
      header.append(button);
      button.addEventListener('click', () => {
        const name = header.dataset['name']!;
        this.#sort = this.#sort === name ? `-${name}` : name;
        this.#page = 1;
        this.#changed('push');
      });
    }
    addEventListener('popstate', () => {
      this.#readAddress();
      void this.#show();
    });
  }

  /** The rows are fetched when the table comes into view; until then the page's own first rows stand. */
  #whenSeen(): void {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      void this.#show();
    });
    observer.observe(this.#root);
  }

  get #input(): HTMLInputElement {
    return this.#form.elements.namedItem('q') as HTMLInputElement;
  }

  #readAddress(): void {
    const query = new URLSearchParams(location.search);
    this.#query = query.get(`${this.#prefix}q`) ?? '';
    this.#sort = query.get(`${this.#prefix}sort`) ?? '';
    this.#page = Math.max(1, Number(query.get(`${this.#prefix}page`) ?? 1) || 1);
    this.#input.value = this.#query;
  }

  #changed(how: 'push' | 'replace'): void {
    const query = new URLSearchParams(location.search);
    const state = { q: this.#query, sort: this.#sort, page: this.#page > 1 ? String(this.#page) : '' };
    for (const [name, value] of Object.entries(state))
      if (value) query.set(this.#prefix + name, value);
      else query.delete(this.#prefix + name);
    history[how === 'push' ? 'pushState' : 'replaceState'](
      null,
      '',
      query.size > 0 ? `?${query}` : location.pathname,
    );
    void this.#show();
  }

  async #show(): Promise<void> {
    this.#rows ??= fetch(this.#root.dataset['table']!).then((response) => response.json() as Promise<Row[]>);
    const found = this.#sorted(this.#matching(await this.#rows));
    const pages = Math.max(1, Math.ceil(found.length / this.#size));
    this.#page = Math.min(this.#page, pages);
    const start = (this.#page - 1) * this.#size;
    this.#body.replaceChildren(...found.slice(start, start + this.#size).map((row) => this.#rowElement(row)));
    this.#form.querySelector('output')!.textContent = `${found.length} ${this.#words.found}`;
    this.#form.querySelector('[data-pages]')!.textContent =
      `${this.#words.page} ${this.#page} ${this.#words.of} ${pages}`;
    for (const button of this.#form.querySelectorAll<HTMLButtonElement>('[data-step]'))
      button.disabled = button.dataset['step'] === '1' ? this.#page === pages : this.#page === 1;
    for (const header of this.#headers) {
      const name = header.dataset['name']!;
      const order = this.#sort === name ? 'ascending' : this.#sort === `-${name}` ? 'descending' : 'none';
      header.setAttribute('aria-sort', order);
    }
  }

  #matching(rows: Row[]): Row[] {
    const words = this.#query.toLowerCase().split(/\s+/).filter(Boolean);
    if (words.length === 0) return rows;
    return rows.filter((row) => {
      const text = Object.values(row).map(cellText).join('\n').toLowerCase();
      return words.every((word) => text.includes(word));
    });
  }

  #sorted(rows: Row[]): Row[] {
    const name = this.#sort.replace(/^-/, '');
    if (name === '') return rows;
    const sign = this.#sort.startsWith('-') ? -1 : 1;
    const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
    return [...rows].sort((a, b) => {
      const [left, right] = [a[name] ?? null, b[name] ?? null];
      if (left === null || right === null) return Number(left === null) - Number(right === null);
      return (
        sign *
        (typeof left === 'number' && typeof right === 'number'
          ? left - right
          : collator.compare(String(left), String(right)))
      );
    });
  }

  #rowElement(row: Row): HTMLTableRowElement {
    const element = document.createElement('tr');
    for (const header of this.#headers) {
      const name = header.dataset['name']!;
      const cell = document.createElement('td');
      cell.className = header.className;
      const link = cellLink(name, row[name], this.#root.dataset['sources']!);
      if (link) {
        const anchor = document.createElement('a');
        anchor.href = link;
        anchor.textContent = cellText(row[name]);
        cell.append(anchor);
      } else cell.textContent = cellText(row[name]);
      element.append(cell);
    }
    return element;
  }
}

for (const root of document.querySelectorAll<HTMLElement>('.data-table')) new DataTable(root);
