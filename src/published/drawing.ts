import { assertHolds } from '../charts/forms/claims.ts';
import type { Chart, View } from '../model/chart.ts';
import { LANGUAGES, type Language } from '../model/language.ts';
import type { PublishedDataset } from '../model/catalogue.ts';
import { licenceLine } from '../model/licence.ts';
import type { Row } from '../model/row.ts';
import { combinationsOf, narrowed, sourceIds, type Choice, type DrawnView } from '../model/view.ts';
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
  narrowed(chart, chart.select(tablesOf(chart), view), view.controls);

const tablesOf = (chart: Chart): Row[][] => chart.tables.map(([dataset, table]) => readRows(dataset, table));

/** The tables of a chart with only the columns that one of its views reads: what a browser needs to draw them. */
export function drawnTables(chart: Chart): Row[][] {
  const read = chart.tables.map(() => new Set<string>());
  const watched = tablesOf(chart).map((rows, at) => rows.map((row) => watch(row, read[at]!)));
  for (const language of LANGUAGES)
    for (const controls of combinationsOf(chart)) chart.select(watched, { language, width: WIDTH, controls });
  return tablesOf(chart).map((rows, at) =>
    rows.map((row) => Object.fromEntries([...read[at]!].map((name) => [name, row[name] ?? null]))),
  );
}

/** A row that notes the columns that are read of it. */
const watch = (row: Row, read: Set<string>): Row =>
  new Proxy(row, {
    get(target, name) {
      if (typeof name === 'string') read.add(name);
      return Reflect.get(target, name) as unknown;
    },
    ownKeys(target) {
      for (const name of Object.keys(target)) read.add(name);
      return Reflect.ownKeys(target);
    },
  });

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
