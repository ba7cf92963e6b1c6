import { sourceIds, subtitleOf, titleOf, type Choice, type DrawnView } from '../model/view.ts';
import type { Chart } from '../model/chart.ts';
import type { Language } from '../model/language.ts';
import type { Row } from '../model/row.ts';
import { chartById } from './charts.ts';
import { draw } from './render/draw.ts';

/** The module that the browser loads when a reader chooses a view: the charts and Plot. */
export { chartById, draw, subtitleOf, titleOf };

/** A view drawn from fetched published tables. @throws Error where nothing is left to draw, or a source is unknown */
export function liveView(
  chart: Chart,
  language: Language,
  choice: Choice,
  tables: Row[][],
  sources: readonly Row[],
  licence: string,
): DrawnView {
  const rows = chart.select(tables, { language, width: 736, controls: choice });
  if (rows.length === 0) throw new Error(`the chart "${chart.id}" has no rows to draw`);
  const found = sourceIds(rows).map((id) => {
    const source = sources.find((one) => one['id'] === id);
    if (!source) throw new Error(`no source has the id "${id}"`);
    return source;
  });
  return { chart, language, choice, rows, sources: found, licence };
}
