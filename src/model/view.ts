import type { Chart } from './chart.ts';
import type { Bilingual, Language } from './language.ts';
import type { Row } from './row.ts';
import { isNamed } from './source.ts';

/** A chosen view: the options that are not the first of their control. */
export type Choice = Record<string, string>;

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
  return { choice, unknown };
}

/** The choice as the query of an address, in the order of the controls: `?coverage=programme&level=county`, or an empty string. */
export function queryOf(chart: Chart, choice: Choice): string {
  const query = new URLSearchParams(
    (chart.controls ?? []).flatMap(({ id }) => (choice[id] ? [[id, choice[id]]] : [])),
  );
  return query.size > 0 ? `?${query}` : '';
}

/** The name of a file of a view: `purchases-by-place.programme.en.png`. */
export const fileName = ({ chart, language, choice }: DrawnView, ending: string): string =>
  [
    chart.id,
    ...(chart.controls ?? []).flatMap(({ id }) => (choice[id] ? [choice[id]] : [])),
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

/** The title of a view. */
export const titleOf = (chart: Chart, choice: Choice): Bilingual => chart.titleFor?.(choice) ?? chart.title;

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
