import type { Chart, View } from '../model/chart.ts';
import { text, type Row } from '../model/row.ts';
import { readRows } from './catalogue.ts';
import { findSource } from './lookup.ts';

/** The rows a chart draws for a view, from the published tables. @throws Error where nothing is left to draw */
export function selectRows(chart: Chart, view: View): Row[] {
  const rows = chart.select(
    chart.tables.map(([dataset, table]) => readRows(dataset, table)),
    view,
  );
  if (rows.length === 0) throw new Error(`the chart "${chart.id}" has no rows to draw`);
  return rows;
}

/** The sources of drawn rows, each once, in the order of the rows. */
export function sourcesOf(rows: Row[]): Row[] {
  const ids = new Set(rows.flatMap((row) => text(row, 'source_id').split(' ')).filter(Boolean));
  return [...ids].map(findSource);
}

/** The publishers of sources in one line. */
export function publishersLine(sources: Row[], language: 'en' | 'zh'): string {
  const names = new Set(
    sources.map((source) => text(source, 'publisher') || text(source, 'author') || text(source, 'title')),
  );
  const shown = [...names].slice(0, 4);
  const more = names.size - shown.length;
  const list = shown.join(language === 'zh' ? '、' : '; ');
  return more === 0 ? list : language === 'zh' ? `${list}等 ${names.size} 处` : `${list} and ${more} more`;
}
