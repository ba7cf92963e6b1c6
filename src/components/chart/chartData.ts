import { hasViews, queryOf, type DrawnView } from '../../model/view.ts';
import type { Chart } from '../../model/chart.ts';
import type { Language } from '../../model/language.ts';
import { text, type Row } from '../../model/row.ts';
import { strings } from '../../i18n/strings.ts';
import { absolute, href } from '../../model/site.ts';
import { referenceOf } from '../../published/chartFiles.ts';
import { choicesWithRows, drawnView } from '../../published/drawing.ts';
import { hasRowPages, readRows, readTable } from '../../published/readCatalogue.ts';

/** The fields of a source that files of a view contain. */
const SOURCE_FIELDS = ['id', 'title', 'author', 'publisher', 'date', 'url'];

/** The sources of all views of a chart, each once: those of the default view first. */
export function sourcesOfViews(chart: Chart, language: Language): Row[] {
  const all = choicesWithRows(chart).drawn.flatMap((choice) => drawnView(chart, language, choice).sources);
  return [...new Set(all)];
}

/** The address of a drawn row with `%s` for its id: its page, or the explorer of its table; nothing where the drawn rows are of several tables, or of none. */
export function rowAddress(chart: Chart, language: Language): string | undefined {
  const ids = drawnView(chart, language).rows.flatMap((row) => (row['id'] ? [String(row['id'])] : []));
  const [dataset, name] =
    chart.tables.find(([id, table]) => {
      const known = new Set(readRows(id, table).map((row) => String(row['id'])));
      return ids.length > 0 && ids.every((one) => known.has(one));
    }) ?? [];
  if (dataset === undefined) return undefined;
  const table = readTable(dataset, name);
  const folder = `/${language}/datasets/${dataset}/`;
  return href(
    hasRowPages(dataset, table) ? `${folder}row/%s/` : `${folder}explore/?table=${table.name}&row=%s`,
  );
}

/** The data that the scripts of a figure need to draw, save, cite and embed another view; `undefined` where a chart has only one. */
export function figureData(view: DrawnView): Record<string, string> {
  const { chart, language } = view;
  if (!hasViews(chart)) return { 'data-chart': chart.id };
  const { release, date } = referenceOf(chart, language);
  return {
    'data-chart': chart.id,
    'data-language': language,
    // The server of `npm run dev` answers for made files with a slash at the end only.
    'data-tables': href(`/charts/${chart.id}.tables.json${import.meta.env.DEV ? '/' : ''}`),
    'data-empty': JSON.stringify(choicesWithRows(chart).empty.map((choice) => queryOf(chart, choice))),
    'data-sources': JSON.stringify(
      sourcesOfViews(chart, language).map((source) =>
        Object.fromEntries(SOURCE_FIELDS.map((name) => [name, text(source, name)])),
      ),
    ),
    'data-sources-label': strings(language).sources + strings(language).colon,
    'data-licence': view.licence,
    'data-page': absolute(`/${language}/charts/${chart.id}/`),
    'data-embed': absolute(`/embed/${chart.id}.${language}/`),
    'data-embed-script': absolute('/embed.js'),
    'data-fonts': href('/charts/fonts/'),
    'data-release': release,
    'data-date': date,
  };
}
