import { narrowed, sourceIds, subtitleOf, titleOf, type Choice, type DrawnView } from '../model/view.ts';
import type { Chart } from '../model/chart.ts';
import type { Language } from '../model/language.ts';
import type { Row } from '../model/row.ts';
import { draw } from './render/draw.ts';

/** The module that the browser loads when a reader chooses a view: Plot and what a view needs, without the charts, of which it loads one. */
export { draw, subtitleOf, titleOf };

/** The chart modules, each loaded on demand: the file of a chart has its id. */
const MODULES = import.meta.glob<Record<string, unknown>>(['./*.ts', '!./charts.ts', '!./live.ts']);

/** Loads the module of a chart. @throws Error where there is none */
export async function loadChart(id: string): Promise<Chart> {
  const exported = await MODULES[`./${id}.ts`]?.();
  const chart = Object.values(exported ?? {}).find((one) => (one as Partial<Chart>).id === id);
  if (!chart) throw new Error(`no chart has the id "${id}"`);
  return chart as Chart;
}

/** Whether a view has something to draw. */
export const hasRows = (chart: Chart, language: Language, choice: Choice, tables: Row[][]): boolean =>
  rowsOf(chart, language, choice, tables).length > 0;

const rowsOf = (chart: Chart, language: Language, choice: Choice, tables: Row[][]): Row[] =>
  narrowed(chart, chart.select(tables, { language, width: 736, controls: choice }), choice);

/** A view drawn from fetched published tables. @throws Error where nothing is left to draw, or a source is unknown */
export function liveView(
  chart: Chart,
  language: Language,
  choice: Choice,
  tables: Row[][],
  sources: readonly Row[],
  licence: string,
): DrawnView {
  const rows = rowsOf(chart, language, choice, tables);
  if (rows.length === 0) throw new Error(`the chart "${chart.id}" has no rows to draw`);
  const found = sourceIds(rows).map((id) => {
    const source = sources.find((one) => one['id'] === id);
    if (!source) throw new Error(`no source has the id "${id}"`);
    return source;
  });
  return { chart, language, choice, rows, sources: found, licence };
}
