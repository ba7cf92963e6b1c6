import type { Chart } from './chart.ts';
import type { Bilingual, Language } from './language.ts';
import type { Row } from './row.ts';
import { isNamed } from './source.ts';

/**
 * A chosen view: the options that are not the first of their control, what a filter keeps: `show`, ids joined by `~`, and `years`, the first
 * and the last joined by `-`; and the id of the series that is marked, `highlight`.
 */
export type Choice = Record<string, string>;

/** The parameters of the filters of a chart, and of the series that a reader marks. */
export const SHOW = 'show';
export const YEARS = 'years';
export const HIGHLIGHT = 'highlight';
const BETWEEN_IDS = '~';

/** The filters of a chart and its highlight as parameters, with the form of their values. */
const filtersOf = ({ filters }: Chart): { id: string; form: RegExp }[] => [
  ...(filters?.series ? [{ id: SHOW, form: /^[\w-]+(~[\w-]+)*$/ }] : []),
  ...(filters?.year ? [{ id: YEARS, form: /^\d{4}-\d{4}$/ }] : []),
  ...(filters?.series ? [{ id: HIGHLIGHT, form: /^[\w-]+$/ }] : []),
];

/** Whether a reader can choose another view of a chart. */
export const hasViews = (chart: Chart): boolean => parametersOf(chart).length > 0;

/** Whether a view leaves out rows that its chart draws. */
export const isNarrowed = (choice: Choice): boolean => SHOW in choice || YEARS in choice;

/** The ids that a filter keeps; none where it keeps all. */
export const shownIds = (choice: Choice): string[] => choice[SHOW]?.split(BETWEEN_IDS) ?? [];

/** The value of the filter that keeps some ids. */
export const showing = (ids: readonly string[]): string => ids.join(BETWEEN_IDS);

/** The rows that the filters of a view keep. */
export function narrowed({ filters }: Chart, rows: Row[], choice: Choice): Row[] {
  const ids = new Set(shownIds(choice));
  const [from, to] = (choice[YEARS] ?? '0-9999').split('-').map(Number) as [number, number];
  const { series, year } = filters ?? {};
  return rows.filter((row) => {
    const at = year === undefined ? undefined : row[year];
    return (
      (ids.size === 0 || series === undefined || ids.has(String(row[series.id]))) &&
      (at === null || at === undefined || (Number(at) >= from && Number(at) <= to))
    );
  });
}

/** A view of a chart with everything that its drawing, files, citation and embed contain: made once, used by all of them. */
export interface DrawnView {
  chart: Chart;
  language: Language;
  choice: Choice;
  rows: Row[];
  /** The sources of the rows, each once, in the order of the rows. */
  sources: Row[];
  /** The short licence: `CC BY 4.0`. */
  licence: string;
}

/**
 * The view that an address names.
 * @param search the query of the address, with or without its question mark
 * @returns the choice, and the parameters that the chart does not offer: `problem=nonsense`
 */
export function choiceOf(chart: Chart, search: string): { choice: Choice; unknown: string[] } {
  const query = new URLSearchParams(search);
  const choice: Choice = {};
  const unknown: string[] = [];
  for (const { id, options } of chart.controls ?? []) {
    const requested = query.get(id);
    const at = options.findIndex((option) => option.id === requested);
    if (at > 0) choice[id] = requested!;
    else if (requested !== null && at < 0) unknown.push(`${id}=${requested}`);
  }
  for (const { id, form } of filtersOf(chart)) {
    const requested = query.get(id);
    if (requested !== null && form.test(requested)) choice[id] = requested;
    else if (requested !== null) unknown.push(`${id}=${requested}`);
  }
  return { choice, unknown };
}

/** The parameters of a chart's views in their order: its controls, then its filters. */
export const parametersOf = (chart: Chart): string[] =>
  [...(chart.controls ?? []), ...filtersOf(chart)].map(({ id }) => id);

/** The choice as the query of an address, in the order of the controls: `?coverage=programme&level=county`, or an empty string. */
export function queryOf(chart: Chart, choice: Choice): string {
  const query = new URLSearchParams(
    parametersOf(chart).flatMap((id) => (choice[id] ? [[id, choice[id]]] : [])),
  );
  return query.size > 0 ? `?${query}` : '';
}

/** The name of a file of a view: `purchases-by-place.programme.en.png`. */
export const fileName = ({ chart, language, choice }: DrawnView, ending: string): string =>
  [
    chart.id,
    ...parametersOf(chart).flatMap((id) => (choice[id] ? [id === SHOW ? 'selection' : choice[id]] : [])),
    language,
    ending,
  ].join('.');

/** Every combination of the options of all controls. */
export const combinationsOf = (chart: Chart): Choice[] =>
  (chart.controls ?? []).reduce<Choice[]>(
    (choices, { id, options }) =>
      choices.flatMap((choice) =>
        options.map((option, at) => (at === 0 ? choice : { ...choice, [id]: option.id })),
      ),
    [{}],
  );

/** The title of a view: a finding, or the question where the reader left something out. */
export const titleOf = (chart: Chart, choice: Choice): Bilingual =>
  isNarrowed(choice) ? chart.question : (chart.titleFor?.(choice) ?? chart.title);

/** The subtitle of a view. */
export const subtitleOf = (chart: Chart, choice: Choice): Bilingual =>
  chart.subtitleFor?.(choice) ?? chart.subtitle;

/** The publishers of sources in one line. */
export function publishersLine(sources: Row[], language: Language): string {
  const names = new Set(
    sources.map(
      (source) =>
        ['publisher', 'author', 'title'].map((field) => String(source[field] ?? '')).find(isNamed) ?? '',
    ),
  );
  const shown = [...names].slice(0, 4);
  const more = names.size - shown.length;
  const list = shown.join(language === 'zh' ? '、' : '; ');
  return more === 0 ? list : language === 'zh' ? `${list}等 ${names.size} 处` : `${list} and ${more} more`;
}

/** The ids of the sources of rows, each once. */
export const sourceIds = (rows: Row[]): string[] => [
  ...new Set(rows.flatMap((row) => String(row['source_id'] ?? '').split(' ')).filter(Boolean)),
];
