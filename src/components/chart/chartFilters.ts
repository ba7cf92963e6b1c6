import { showing, shownIds, SHOW, YEARS, type Choice } from '../../model/view.ts';

/** The filters of a chart's form, as a part of its view. */
export interface ChartFilters {
  /** What is left of all series and years; nothing for a filter that keeps all. */
  choice(): Choice;
  /** Shows a view in the form. */
  set(choice: Choice): void;
}

/** Reads and sets the check boxes of series and the two years of a form. */
export function chartFilters(form: HTMLFormElement): ChartFilters {
  const boxes = [...form.querySelectorAll<HTMLInputElement>(`input[name="${SHOW}"]`)];
  const [first, last] = [...form.querySelectorAll<HTMLSelectElement>(`select[name="${YEARS}"]`)];
  const shown = form.querySelector('[data-shown]');
  const count = (): void => {
    const kept = boxes.filter(({ checked }) => checked).length;
    if (shown) shown.textContent = kept === boxes.length ? '' : `${kept}/${boxes.length}`;
  };
  for (const button of form.querySelectorAll<HTMLButtonElement>('[data-check]'))
    button.addEventListener('click', () => {
      for (const box of boxes) box.checked = button.dataset['check'] === 'all';
      form.dispatchEvent(new Event('change'));
    });
  const find = form.querySelector<HTMLInputElement>('[data-find]');
  find?.addEventListener('input', () => {
    const words = find.value.trim().toLowerCase();
    for (const box of boxes) {
      const item = box.closest('li')!;
      item.hidden = !item.textContent.toLowerCase().includes(words);
    }
  });
  // The words looked for are no part of the view.
  find?.addEventListener('change', (event) => event.stopPropagation());
  return {
    choice() {
      count();
      const ids = boxes.filter(({ checked }) => checked).map(({ value }) => value);
      const years = [first?.value, last?.value].sort();
      const all = [first?.options[0]?.value, last?.options[last.options.length - 1]?.value];
      return {
        // With nothing left to draw everything is drawn.
        ...(ids.length > 0 && ids.length < boxes.length ? { [SHOW]: showing(ids) } : {}),
        ...(years.join() === all.join() ? {} : { [YEARS]: years.join('-') }),
      };
    },
    set(choice) {
      const ids = new Set(shownIds(choice));
      // Boxes that were all unchecked stay so, for the reader to check some.
      if (ids.size > 0 || boxes.some(({ checked }) => checked))
        for (const box of boxes) box.checked = ids.size === 0 || ids.has(box.value);
      const [from, to] = choice[YEARS]?.split('-') ?? [];
      if (first) first.value = from ?? first.options[0]!.value;
      if (last) last.value = to ?? last.options[last.options.length - 1]!.value;
      count();
    },
  };
}
