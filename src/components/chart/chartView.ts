import type { ViewFile } from '../../charts/render/viewFile.ts';
import {
  choiceOf,
  fileName,
  publishersLine,
  queryOf,
  type Choice,
  type DrawnView,
} from '../../model/view.ts';
import type { Chart } from '../../model/chart.ts';
import type { Language } from '../../model/language.ts';
import type { Row } from '../../model/row.ts';
import { announce } from '../page/announce.ts';
import { chartFilters } from './chartFilters.ts';
import { embedCode } from './embedCode.ts';
import { initialState } from './initialState.ts';

/**
 * Shows the view of a chart that a reader chooses or that the address names in every part of the page: drawing, title, text alternative, values,
 * sources, files, citation, embed. Runs on a chart’s page and in its embed, and loads nothing before the first choice.
 */
/** A file of the chosen view; `undefined` while the default one is shown. */
export let chosenFile: (ending: ViewFile) => Promise<Blob> | undefined = () => undefined;

const figure = document.querySelector<HTMLElement>('[data-chart][data-tables]');
if (figure) start(figure);
else clearPending();

/** A page that opens with a view is hidden until the view is drawn (`VIEW_SCRIPT`). */
function clearPending(): void {
  document.documentElement.classList.remove('view-pending');
}

function start(figure: HTMLElement): void {
  const data = figure.dataset as Record<string, string>;
  const language = data['language'] as Language;
  const form = document.querySelector<HTMLFormElement>('[data-controls]');
  const selects = [...(form?.querySelectorAll<HTMLSelectElement>('select[data-control]') ?? [])];
  const filters = form ? chartFilters(form) : undefined;
  const notice = document.querySelector<HTMLElement>('[data-view-notice]');
  const menu = document.querySelector<HTMLDetailsElement>('details#download');
  const files = [...document.querySelectorAll<HTMLAnchorElement>('a[data-ending]')];
  const listed = [...document.querySelectorAll<HTMLElement>('[data-source]')];
  const sources = JSON.parse(data['sources']!) as Row[];
  const restore = initialState();
  /** The options for which no row was found. */
  const empty = new Set(JSON.parse(data['empty']!) as string[]);
  let tables: Promise<Row[][]> | undefined;
  let current: DrawnView | undefined;
  let turn = 0;

  /** The chart module, loaded once. */
  const load = async () => {
    const [live, { captionOf, citedView }, { CITATION_STYLES }, { drawnCell }] = await Promise.all([
      import('../../charts/live.ts'),
      import('../../charts/render/citedView.ts'),
      import('../../cite/styles.ts'),
      import('./drawnCell.ts'),
    ]);
    return { ...live, captionOf, citedView, CITATION_STYLES, drawnCell };
  };

  async function show(search: string): Promise<void> {
    const mine = (turn += 1);
    if (!search) {
      current = undefined;
      for (const select of selects) {
        select.selectedIndex = 0;
        for (const option of select.options) option.disabled = false;
      }
      filters?.set({});
      restore.all();
      figure.querySelector('.drawings')!.dispatchEvent(new Event('redrawn'));
      for (const file of files) file.parentElement!.hidden = file.dataset['offered'] === 'no';
      for (const source of listed) source.hidden = 'other' in source.dataset;
      if (notice) notice.hidden = true;
      return;
    }
    const code = await load();
    const chart = await code.loadChart(data['chart']!);
    let { choice, unknown } = choiceOf(chart, search);
    // Options without rows are not offered, and not drawn where the address names them.
    tables ??= fetch(data['tables']!).then((response) => response.json() as Promise<Row[][]>);
    if (empty.has(queryOf(chart, choice)) || !code.hasRows(chart, language, choice, await tables))
      [choice, unknown] = [{}, [...unknown, queryOf(chart, choice).slice(1)]];
    if (notice) {
      notice.hidden = unknown.length === 0;
      notice.textContent = notice.dataset['words']!.replace('%s', unknown.join(', '));
    }
    for (const select of selects) select.value = choice[select.name] ?? select.options[0]!.value;
    filters?.set(choice);
    offer(chart, choice);
    if (Object.keys(choice).length === 0) {
      const said = notice?.textContent;
      await show('');
      if (notice && unknown.length > 0) [notice.hidden, notice.textContent] = [false, said ?? ''];
      return;
    }
    const view = code.liveView(chart, language, choice, await tables, sources, data['licence']!);
    if (mine !== turn) return;
    current = view;
    present(view, code);
  }

  /** Hides the options that would draw nothing together with the other choices. */
  function offer(chart: Chart, choice: Choice): void {
    for (const select of selects)
      for (const [at, option] of [...select.options].entries()) {
        const other = { ...choice };
        if (at === 0) delete other[select.name];
        else other[select.name] = option.value;
        option.disabled = empty.has(queryOf(chart, other));
      }
  }

  function present(view: DrawnView, code: Awaited<ReturnType<typeof load>>): void {
    const { chart, choice, rows } = view;
    const title = code.titleOf(chart, choice)[language];
    const query = queryOf(chart, choice);
    const at = { url: data['page']! + query, release: data['release']!, date: data['date']! };
    const words = chart.alt(rows, language);
    // As wide as the drawings of the build, so that the layout does not shift.
    for (const drawing of figure.querySelectorAll<HTMLElement>('[data-width]')) {
      const width = Number(drawing.dataset['width']);
      restore.keep(drawing);
      drawing.replaceChildren(code.draw(chart, rows, { language, width, controls: choice }, document, title));
    }
    figure.querySelector('.drawings')!.dispatchEvent(new Event('redrawn'));
    restore.set('title', document.title.replace(restore.of('[data-view="title"]'), title));
    restore.set('[data-view="title"]', title);
    restore.set('[data-view="subtitle"]', code.subtitleOf(chart, choice)[language]);
    restore.set('[data-view="words"]', words);
    restore.set('[data-view="sources"]', data['sourcesLabel']! + publishersLine(view.sources, language));
    restore.set('#embed-live', embedCode(title, data['embed']! + query, data['embedScript']));
    restore.set('#figure-caption', code.captionOf(view, at));
    const item = code.citedView(view, at);
    for (const style of code.CITATION_STYLES) restore.set(`#cite-${style.id}`, style.write(item));
    const body = document.querySelector<HTMLTableElement>('#drawn')?.tBodies[0];
    if (body) {
      restore.keep(body);
      body.replaceChildren(...rows.map((row) => tableRow(view, row, code.drawnCell)));
    }
    const used = new Set(view.sources.map((source) => source['id']));
    for (const source of listed) source.hidden = !used.has(source.dataset['source']!);
    void offerFiles();
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-view-link]')) {
      restore.keepAttribute(link, 'href');
      link.search = query;
    }
  }

  /** Shows the files that are offered of the current view, once the menu of files is open: their writer is loaded for it. */
  async function offerFiles(): Promise<void> {
    const view = current;
    if (!view || !menu?.open) return;
    const { isOffered } = await import('../../charts/render/viewFile.ts');
    const light = {
      document,
      serialise: (element: Element) => new XMLSerializer().serializeToString(element),
    };
    for (const file of files)
      file.parentElement!.hidden = !isOffered(view, file.dataset['ending'] as ViewFile, light);
  }
  menu?.addEventListener('toggle', () => void offerFiles());

  /** A file of the current view. */
  async function make(ending: ViewFile): Promise<Blob> {
    const view = current!;
    const { viewFile, VIEW_FILES } = await import('../../charts/render/viewFile.ts');
    const { browserEngine } = await import('../../charts/render/browserEngine.ts');
    const at = {
      url: data['page']! + queryOf(view.chart, view.choice),
      release: data['release']!,
      date: data['date']!,
    };
    const engine = await browserEngine(
      JSON.stringify([view.rows, view.sources, view.language]),
      data['fonts']!,
    );
    const content = await viewFile(view, ending, at, engine);
    return new Blob([content as BlobPart], { type: VIEW_FILES[ending].type });
  }

  for (const file of files)
    file.addEventListener('click', async (event) => {
      if (!current) return;
      event.preventDefault();
      const ending = file.dataset['ending'] as ViewFile;
      const name = fileName(current, ending);
      file.setAttribute('aria-busy', 'true');
      try {
        const link = document.createElement('a');
        link.href = URL.createObjectURL(await make(ending));
        link.download = name;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
      } catch (error) {
        announce(form?.dataset['failed'] ?? '');
        throw error;
      } finally {
        file.removeAttribute('aria-busy');
      }
    });

  chosenFile = (ending) => (current ? make(ending) : undefined);

  form?.addEventListener('change', () => {
    const choice: Choice = {
      ...Object.fromEntries(
        selects.filter(({ selectedIndex }) => selectedIndex > 0).map(({ name, value }) => [name, value]),
      ),
      ...filters?.choice(),
    };
    const query = new URLSearchParams(choice);
    history.pushState(null, '', query.size > 0 ? `?${query}` : location.pathname);
    const stop = language === 'zh' ? '。' : '. ';
    const said = (name: string): string => document.querySelector(`[data-view="${name}"]`)?.textContent ?? '';
    void show(location.search).then(() => announce(said('title') + stop + said('words')));
  });
  form?.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('popstate', () => void show(location.search));
  // Lay out once while hidden; otherwise browsers would count a layout shift.
  if (location.search)
    void show(location.search).finally(() =>
      requestAnimationFrame(() => requestAnimationFrame(clearPending)),
    );
}

function tableRow(
  { chart, language }: DrawnView,
  row: Row,
  words: (typeof import('./drawnCell.ts'))['drawnCell'],
): HTMLTableRowElement {
  const line = document.createElement('tr');
  for (const [index, column] of chart.columns.entries()) {
    const cell = document.createElement(index === 0 ? 'th' : 'td');
    if (index === 0) cell.scope = 'row';
    else if (column.unit ?? column.unitColumn) cell.className = 'number';
    cell.textContent = words(column, row, language);
    line.append(cell);
  }
  return line;
}
