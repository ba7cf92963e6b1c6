import { gbt7714 } from '../cite/gbt7714.ts';
import { excelCsvRecord } from '../model/csv.ts';
import type { Language } from '../model/language.ts';
import type { Row } from '../model/row.ts';
import { announce } from './announce.ts';

/** Redraws a chart as the reader chooses; the choice stands in the address. Nothing is loaded before the first choice. */
for (const form of document.querySelectorAll<HTMLFormElement>('[data-controls]')) {
  const figure = document.querySelector<HTMLElement>(`[data-chart="${form.dataset['controls']}"] .drawings`)!;
  const drawn = figure.innerHTML;
  const heading = document.querySelector('h1')!;
  const headed = heading.textContent;
  const words = document.querySelector<HTMLElement>('[data-words]')!;
  const told = words.textContent;
  const body = document.querySelector<HTMLTableElement>('#drawn')!.tBodies[0]!;
  const listed = [...body.rows];
  const selects = [...form.querySelectorAll('select')];
  const chosen = form.querySelector<HTMLElement>('[data-chosen]')!;
  let tables: Promise<Row[][]> | undefined;
  /** The chosen view as files; nothing before a choice. */
  let save: Partial<Record<'svg' | 'csv', () => [type: string, content: string]>> = {};
  for (const ending of ['svg', 'csv'] as const)
    form.querySelector(`[data-chosen-${ending}]`)!.addEventListener('click', () => {
      const [type, content] = save[ending]!();
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([content], { type }));
      link.download = `${form.dataset['controls']}-view.${ending}`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    });

  const redraw = async (): Promise<void> => {
    const controls = Object.fromEntries(selects.map((select) => [select.name, select.value]));
    if (selects.every((select) => select.selectedIndex === 0)) {
      figure.innerHTML = drawn;
      heading.textContent = headed;
      words.textContent = told;
      body.replaceChildren(...listed);
      chosen.hidden = true;
      return;
    }
    const [{ chartById, draw, titleOf, fixedColours }, { drawnCell }] = await Promise.all([
      import('../charts/live.ts'),
      import('./drawnCell.ts'),
    ]);
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
    const rows = chart.select(await tables, view);
    const title = titleOf(chart, view);
    const svg = draw(chart, rows, view, document, title);
    figure.replaceChildren(svg);
    heading.textContent = title;
    words.textContent = chart.alt(rows, view.language);
    body.replaceChildren(
      ...rows.map((row) => {
        const line = document.createElement('tr');
        for (const [index, column] of chart.columns.entries()) {
          const cell = document.createElement(index === 0 ? 'th' : 'td');
          if (index === 0) cell.scope = 'row';
          else if (column.unit) cell.className = 'number';
          cell.textContent = drawnCell(column, row, view.language);
          line.append(cell);
        }
        return line;
      }),
    );
    chosen.hidden = false;
    chosen.querySelector('[data-chosen-citation]')!.textContent = gbt7714.write({
      key: chart.id,
      kind: 'chart',
      title: `${title} (${selects.map((select) => select.selectedOptions[0]!.text).join(', ')})`,
      language: view.language,
      date: form.dataset['date']!,
      version: form.dataset['release']!,
      url: form.dataset['page']! + location.search,
    });
    save = {
      svg: () => ['image/svg+xml', fixedColours(new XMLSerializer().serializeToString(svg))],
      csv: () => {
        const names = [...chart.columns.map(({ name }) => name), 'source_id'];
        return [
          'text/csv',
          `\ufeff${[names, ...rows.map((row) => names.map((name) => row[name]))].map(excelCsvRecord).join('')}`,
        ];
      },
    };
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
    const stop = form.dataset['language'] === 'zh' ? '。' : '. ';
    void redraw().then(() => announce(`${heading.textContent}${stop}${words.textContent}`));
  });
  addEventListener('popstate', read);
  if (location.search) read();
}
