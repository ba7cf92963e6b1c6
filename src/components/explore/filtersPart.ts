import type { ExploreWords } from '../../i18n/exploreWords.ts';
import { filtersSet, type ExploreView } from './exploreView.ts';
import type { ExplorerTable } from './explorerSettings.ts';
import { filterPanels } from './filterPanels.ts';
import type { Panel, PanelHost } from './panelHost.ts';

/** The filters of an explorer behind one button. Nothing is counted while they are closed. */
export interface FiltersPart {
  /** Shows how many filters of a view are set. */
  show(view: ExploreView, table: ExplorerTable): void;
  /** Counts the values of the open filters, one filter after another; after the rows are shown. */
  count(): void;
}

/** Makes the filters in their element. */
export function filtersPart(root: HTMLDetailsElement, words: ExploreWords, host: PanelHost): FiltersPart {
  const label = root.querySelector('summary')!;
  const list = root.querySelector('[data-part="filters"]')!;
  let table: ExplorerTable | undefined;
  let panels: Panel[] | undefined;
  let turn = 0;

  const count = async (): Promise<void> => {
    const mine = (turn += 1);
    if (!root.open || !table) return;
    if (!panels) {
      panels = filterPanels(table.fields, host);
      list.replaceChildren(...panels.map((panel) => panel.root));
    }
    for (const panel of panels) {
      await panel.refresh();
      if (mine !== turn) return;
    }
  };
  root.addEventListener('toggle', () => {
    if (root.open && !panels) void count();
  });
  return {
    show(view, next) {
      if (next !== table) {
        [table, panels] = [next, undefined];
        list.replaceChildren();
      }
      const set = filtersSet(view);
      label.textContent = set === 0 ? words.filters : `${words.filters} (${set})`;
    },
    count: () => void count(),
  };
}
