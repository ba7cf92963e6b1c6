import type { Chart } from '../../model/chart.ts';
import type { Language } from '../../model/language.ts';
import { text } from '../../model/row.ts';
import { choicesWithRows, drawnView } from '../../published/drawing.ts';

/** What the filters of a chart offer in a language, from the rows of all its views: series in the order of the rows, years in theirs. */
export function filterOptions(
  chart: Chart,
  language: Language,
): { series: { id: string; name: string }[]; years: string[] } {
  const { series, year } = chart.filters ?? {};
  const names = new Map<string, string>();
  const years = new Set<string>();
  if (series ?? year)
    for (const choice of choicesWithRows(chart).drawn)
      for (const row of drawnView(chart, language, choice).rows) {
        if (series) names.set(text(row, series.id), text(row, series.name));
        if (year && row[year] !== null) years.add(text(row, year));
      }
  return { series: [...names].map(([id, name]) => ({ id, name })), years: [...years].sort() };
}
