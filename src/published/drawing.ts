import { assertHolds } from '../charts/forms/claims.ts';
import type { Chart, View } from '../model/chart.ts';
import type { Language } from '../model/language.ts';
import type { PublishedDataset } from '../model/catalogue.ts';
import { licenceLine } from '../model/licence.ts';
import type { Row } from '../model/row.ts';
import { combinationsOf, sourceIds, type Choice, type DrawnView } from '../model/view.ts';
import { readDataset, readRows } from './readCatalogue.ts';
import { findSource } from './lookup.ts';

/** The width for selecting rows where there is no drawing. */
const WIDTH = 736;

/**
 * The rows a chart draws for a view, from the published tables.
 * @throws Error where nothing is left to draw, or where the rows do not support what the chart's title claims
 */
export function selectRows(chart: Chart, view: View): Row[] {
  const rows = rowsOf(chart, view);
  if (rows.length === 0) throw new Error(`the chart "${chart.id}" has no rows to draw`);
  assertHolds(chart, rows, view);
  return rows;
}

const rowsOf = (chart: Chart, view: View): Row[] =>
  chart.select(
    chart.tables.map(([dataset, table]) => readRows(dataset, table)),
    view,
  );

/** The sources of drawn rows, each once, in the order of the rows. */
export const sourcesOf = (rows: Row[]): Row[] => sourceIds(rows).map(findSource);

/** A view of a chart from the published tables; by default the first. @throws Error where nothing is left to draw */
export function drawnView(chart: Chart, language: Language, choice: Choice = {}): DrawnView {
  const rows = selectRows(chart, { language, width: WIDTH, controls: choice });
  return {
    chart,
    language,
    choice,
    rows,
    sources: sourcesOf(rows),
    licence: licenceLine(datasetsOf(chart), language),
  };
}

/** The datasets that a chart draws, each once. */
export const datasetsOf = (chart: Chart): PublishedDataset[] =>
  [...new Set(chart.tables.map(([dataset]) => dataset))].map(readDataset);

/** All views of a chart, divided into those with rows and those without. */
export function choicesWithRows(chart: Chart): { drawn: Choice[]; empty: Choice[] } {
  const parts: { drawn: Choice[]; empty: Choice[] } = { drawn: [], empty: [] };
  for (const choice of combinationsOf(chart)) {
    const rows = rowsOf(chart, { language: 'en', width: WIDTH, controls: choice });
    parts[rows.length > 0 ? 'drawn' : 'empty'].push(choice);
  }
  return parts;
}
