import type { Language } from '../model/language.ts';
import type { Row } from '../model/row.ts';

/** Redraws a chart as the reader chooses; the choice stands in the address. Nothing is loaded before the first choice. */
for (const form of document.querySelectorAll<HTMLFormElement>('[data-controls]')) {
  const figure = document.querySelector<HTMLElement>(`[data-chart="${form.dataset['controls']}"] .drawings`)!;
  const drawn = figure.innerHTML;
  const heading = document.querySelector('h1')!;
  const headed = heading.textContent;
  const selects = [...form.querySelectorAll('select')];
  let tables: Promise<Row[][]> | undefined;

  const redraw = async (): Promise<void> => {
    const controls = Object.fromEntries(selects.map((select) => [select.name, select.value]));
    if (selects.every((select) => select.selectedIndex === 0)) {
      figure.innerHTML = drawn;
      heading.textContent = headed;
      return;
    }
    const { chartById, draw, titleOf } = await import('../charts/live.ts');
    tables ??= Promise.all(
      (JSON.parse(form.dataset['tables']!) as string[]).map(
        async (url) => (await fetch(url)).json() as Promise<Row[]>,
      ),
    );
    const chart = chartById(form.dataset['controls']!);
    const view = {
      language: form.dataset['language'] as Language,
      width: Math.min(860, figure.clientWidth),
      controls,
    };
    figure.replaceChildren(draw(chart, chart.select(await tables, view), view, document));
    heading.textContent = titleOf(chart, view);
  };

  const read = (): void => {
    const query = new URLSearchParams(location.search);
    for (const select of selects) select.value = query.get(select.name) ?? select.options[0]!.value;
    void redraw();
  };

  form.addEventListener('change', () => {
    const query = new URLSearchParams();
    for (const select of selects) if (select.selectedIndex > 0) query.set(select.name, select.value);
    history.pushState(null, '', query.size > 0 ? `?${query}` : location.pathname);
    void redraw();
  });
  addEventListener('popstate', read);
  if (location.search) read();
}
