import { sqlWords } from '../../i18n/sqlWords.ts';
import type { Language } from '../../model/language.ts';
import '../chart/chartTips.ts';
import { announceCopied } from '../page/announce.ts';
import { chartOf, type ResultChart } from './resultShape.ts';
import { numberText, resultTable } from './resultTable.ts';
import { showColumnsOnDemand } from './schemaColumns.ts';
import { MOST_ROWS, SHOWN_ROWS, type SqlResult } from './sqlCalls.ts';
import { SqlEngine, Stopped } from './sqlEngine.ts';
import { messageOf, plainFault } from './sqlFault.ts';

/** The page that runs SQL: the query is in the address, and SQLite is loaded for the first query. */

interface Settings {
  database: string;
  /** Bytes of the database as it is sent. */
  bytes: number;
  leftOut: string[];
  sources: string;
}

class SqlPage {
  readonly #root: HTMLElement;
  readonly #settings: Settings;
  readonly #language = document.documentElement.lang.slice(0, 2) as Language;
  readonly #words = sqlWords(this.#language);
  readonly #engine: SqlEngine;
  readonly #query: HTMLTextAreaElement;
  readonly #status: HTMLElement;
  readonly #progress: HTMLProgressElement;
  readonly #choice: HTMLSelectElement;
  /** Counts what the reader started, so that only the latest is shown. */
  #turn = 0;
  #shown: { result: SqlResult; chart: ResultChart } | undefined;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#settings = JSON.parse(root.dataset['sql']!) as Settings;
    this.#query = this.#part('query');
    this.#status = this.#part('status');
    this.#progress = this.#part('progress');
    this.#choice = this.#part('choice');
    this.#engine = new SqlEngine(this.#settings.database, (bytes) => {
      this.#progress.value = Math.min(1, bytes / this.#settings.bytes);
    });
    this.#listen();
    this.#readAddress();
    showColumnsOnDemand(document.querySelectorAll('details[data-package]'), this.#words, this.#language);
  }

  #part<T extends HTMLElement>(name: string): T {
    return this.#root.querySelector<T>(`[data-part="${name}"]`)!;
  }

  #listen(): void {
    this.#root.querySelector('form')!.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#start(this.#query.value);
    });
    this.#query.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      this.#start(this.#query.value);
    });
    this.#part('load').addEventListener('click', () => void this.#load());
    this.#part('cancel').addEventListener('click', () => this.#engine.stop());
    this.#part('csv').addEventListener('click', () => void this.#download());
    this.#part('link').addEventListener('click', async (event) => {
      await navigator.clipboard.writeText(location.href);
      announceCopied(event.target as HTMLButtonElement);
    });
    this.#choice.addEventListener('change', () => void this.#draw());
    addEventListener('popstate', () => this.#readAddress());
    // A link with a query runs it without leaving the page, so that the database is loaded once.
    document.addEventListener('click', (event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-query]');
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      this.#query.value = new URLSearchParams(link.search).get('q')!;
      this.#root.scrollIntoView({ block: 'start' });
      this.#query.focus({ preventScroll: true });
      this.#start(this.#query.value);
    });
  }

  /** Runs the query in the address. */
  #readAddress(): void {
    const sql = new URLSearchParams(location.search).get('q');
    if (!sql) return;
    this.#query.value = sql;
    void this.#run(sql);
  }

  /** Puts a query into the address and runs it. */
  #start(sql: string): void {
    if (sql.trim() === '') {
      this.#say(this.#words.noQuery);
      return;
    }
    const search = `?${new URLSearchParams({ q: sql })}`;
    if (search !== location.search) history.pushState(null, '', search);
    void this.#run(sql);
  }

  async #load(): Promise<void> {
    await this.#busy(this.#words.loading, async () => {
      const version = await this.#engine.open();
      return () => this.#say(this.#words.loaded(version));
    });
  }

  async #run(sql: string): Promise<void> {
    // A query that still runs is stopped, since SQLite answers one at a time.
    if (this.#root.ariaBusy === 'true' && this.#engine.isOpen) this.#engine.stop();
    this.#clear();
    await this.#busy(this.#engine.isOpen ? this.#words.running : this.#words.loading, async (isLatest) => {
      await this.#engine.open();
      if (isLatest()) {
        this.#progress.hidden = true;
        this.#say(this.#words.running);
      }
      const result = await this.#engine.run(sql);
      return () => this.#show(result);
    });
  }

  /** Does something that takes time, then shows its end, or its fault, unless the reader has started something else. */
  async #busy(words: string, work: (isLatest: () => boolean) => Promise<() => void>): Promise<void> {
    const turn = (this.#turn += 1);
    const isLatest = (): boolean => turn === this.#turn;
    this.#root.ariaBusy = 'true';
    this.#part('cancel').hidden = false;
    this.#part('load').hidden = true;
    this.#progress.hidden = this.#engine.isOpen;
    this.#say(words);
    const end = await work(isLatest).catch((error: unknown) => () => this.#fail(error as Error));
    if (!isLatest()) return;
    this.#root.ariaBusy = 'false';
    this.#progress.hidden = true;
    this.#part('cancel').hidden = true;
    this.#part('load').hidden = this.#engine.isOpen;
    end();
  }

  #show(result: SqlResult): void {
    const { columns, rows, count, isWhole, milliseconds } = result;
    const words = this.#words;
    const time =
      milliseconds < 1000
        ? words.milliseconds(String(Math.round(milliseconds)))
        : words.seconds((milliseconds / 1000).toFixed(1));
    const found = words.done(words.rows(count, numberText(count)), time);
    const isNoTable = columns.length === 0;
    const notes = [
      isNoTable ? words.noColumns : count === 0 ? words.noRows : '',
      isWhole ? '' : words.notWhole(numberText(MOST_ROWS)),
      isWhole && count > SHOWN_ROWS ? words.firstShown(numberText(SHOWN_ROWS)) : '',
    ].filter(Boolean);
    this.#say([isNoTable ? '' : found, ...notes].filter(Boolean).join(this.#language === 'zh' ? '。' : '. '));
    this.#part('result').hidden = count === 0;
    if (count === 0) return;
    this.#showNote();
    this.#part('table').replaceChildren(
      resultTable(result, words.resultTable, this.#settings.sources, this.#language),
    );
    const chart = count <= SHOWN_ROWS ? chartOf(columns, rows) : undefined;
    this.#shown = chart && { result, chart };
    this.#part('chart').hidden = !chart;
    this.#choice.replaceChildren(...(chart?.values ?? []).map((at) => new Option(columns[at]!, String(at))));
    void this.#draw();
  }

  /** What the result of an example must not be taken for. */
  #showNote(): void {
    const sql = this.#query.value;
    const example = [...this.#root.querySelectorAll<HTMLAnchorElement>('a[data-note]')].find(
      (link) => new URLSearchParams(link.search).get('q') === sql,
    );
    this.#part('note').hidden = !example;
    this.#part('note').textContent = example?.dataset['note'] ?? '';
  }

  async #draw(): Promise<void> {
    if (!this.#shown) return;
    const { result, chart } = this.#shown;
    const { drawResult, MOST_BARS } = await import('./resultChart.ts');
    if (this.#shown?.result !== result) return;
    const value = Number(this.#choice.value);
    const title = this.#words.chartOf(result.columns[value]!, result.columns[chart.label]!);
    const holder = this.#part('drawing');
    const width = Math.min(holder.clientWidth, 760);
    holder.replaceChildren(drawResult(result, chart, value, { language: this.#language, width, title }));
    holder.dispatchEvent(new Event('redrawn'));
    this.#part('drawn-rows').hidden = chart.kind === 'lines' || result.count <= MOST_BARS;
    this.#part('drawn-rows').textContent = this.#words.drawnRows(MOST_BARS);
  }

  #fail(error: Error): void {
    if (error instanceof Stopped) {
      this.#say(this.#words.stopped);
      return;
    }
    const { faults, saysSqlite } = this.#words;
    const message = messageOf(error.message);
    const fault = this.#part('fault');
    const said = document.createElement('code');
    said.textContent = message;
    const [plain, origin] = this.#engine.isOpen
      ? [plainFault(message, faults, this.#settings.leftOut), saysSqlite]
      : [faults.notLoaded, ''];
    fault.replaceChildren(plain, document.createElement('br'), origin, ' ', said);
    fault.hidden = false;
    this.#say('');
  }

  #clear(): void {
    this.#shown = undefined;
    this.#part('fault').hidden = true;
    this.#part('result').hidden = true;
  }

  #say(words: string): void {
    this.#status.textContent = words;
  }

  async #download(): Promise<void> {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await this.#engine.csv());
    link.download = 'query.csv';
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }
}

const root = document.querySelector<HTMLElement>('[data-sql]');
if (root) new SqlPage(root);
