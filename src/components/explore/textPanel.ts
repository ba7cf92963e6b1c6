import type { ExplorerField } from './explorerSettings.ts';
import { element } from './pageElements.ts';
import type { Panel, PanelHost } from './panelHost.ts';

/** Milliseconds without a key before a text that is being typed is looked up. */
const REST = 350;

/** The filter of a column of many texts: a part of the text to type. */
export function textPanel(field: ExplorerField, host: PanelHost): Panel {
  const mark = element('span', { class: 'soft' });
  const box = element('input', {
    type: 'search',
    autocomplete: 'off',
    'aria-label': host.words.contains(field.title),
  });
  const root = element(
    'details',
    { 'data-column': field.name },
    element('summary', {}, `${field.title} `, mark),
    box,
  );
  let typing = 0;
  box.addEventListener('input', () => {
    clearTimeout(typing);
    typing = window.setTimeout(() => host.chooseText(field.name, box.value.trim()), REST);
  });
  return {
    root,
    column: field.name,
    async refresh() {
      const text = host.chosenText(field.name);
      if (document.activeElement !== box) box.value = text;
      mark.textContent = text === '' ? '' : '(1)';
      if (text !== '') root.open = true;
    },
  };
}
