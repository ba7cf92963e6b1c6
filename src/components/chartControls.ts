import { gbt7714 } from '../cite/gbt7714.ts';
import { excelCsvRecord } from '../model/csv.ts';
import type { Language } from '../model/language.ts';
import type { Row } from '../model/row.ts';

/** Redraws a chart as the reader chooses; the choice stands in the address. Nothing is loaded before the first choice. */
for (const form of document.querySelectorAll<HTMLFormElement>('[data-controls]')) {
  const figure = document.querySelector<HTMLElement>(`[data-chart="${form.dataset['controls']}"] .drawings`)!;
  const drawn = figure.innerHTML;
  const heading = document.querySelector('h1')!;
  const headed = heading.textContent;
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
      chosen.hidden = true;
      return;
    }
    const { chartById, draw, titleOf, fixedColours } = await import('../charts/live.ts');
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
    const svg = draw(chart, rows, view, document);
    figure.replaceChildren(svg);
    const title = titleOf(chart, view);
    heading.textContent = title;
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
    void redraw();
  });
  addEventListener('popstate', read);
  if (location.search) read();
}
