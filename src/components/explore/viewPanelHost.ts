import type { ExploreWords } from '../../i18n/exploreWords.ts';
import type { startEngine } from './engineClient.ts';
import { conditionsOf, without, type ExploreView } from './exploreView.ts';
import type { ExplorerTable } from './explorerSettings.ts';
import type { PanelHost } from './panelHost.ts';

/** What the filters need of the explorer. */
interface Explored {
  words: ExploreWords;
  engine: Pick<ReturnType<typeof startEngine>, 'facet' | 'histogram'>;
  view(): ExploreView;
  table(): ExplorerTable;
  change(change: Partial<ExploreView>, how: 'push' | 'replace'): void;
  failed(error: unknown): void;
}

/** Lets the filters read and change the view of an explorer. */
export function viewPanelHost({ words, engine, view, table, change, failed }: Explored): PanelHost {
  const conditions = () => conditionsOf(view(), table());
  /** A record with the choice of a column, or without it where the choice is empty. */
  const chosen = (record: Record<string, string>, column: string, choice: string) => ({
    ...without(record, column),
    ...(choice !== '' && { [column]: choice }),
  });
  return {
    words,
    chosenValues: (column) => view().values[column] ?? [],
    chosenText: (column) => view().texts[column] ?? '',
    chosenRange: (column) => view().ranges[column] ?? '',
    countValues(column) {
      // Those of the whole table are in the page.
      const counts = table().fields.find(({ name }) => name === column)?.counts;
      return counts && conditions().length === 0
        ? Promise.resolve(counts.map(([value, count]) => ({ value, count })))
        : engine.facet(conditions(), column);
    },
    distribution: (column) => engine.histogram(conditions(), column),
    chooseValues: (column, values) => change({ values: { ...view().values, [column]: values } }, 'push'),
    chooseText: (column, text) => change({ texts: chosen(view().texts, column, text) }, 'replace'),
    chooseRange: (column, range) => change({ ranges: chosen(view().ranges, column, range) }, 'push'),
    failed,
  };
}
