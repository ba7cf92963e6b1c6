import * as Plot from '@observablehq/plot';
import type { Chart, View } from '../../model/chart.ts';
import { COLOUR, FONT } from '../forms/theme.ts';
import { partsOfTip } from '../forms/tips.ts';
import { text, type Row } from '../../model/row.ts';
import { HIGHLIGHT } from '../../model/view.ts';
import { marksOf, partsOfOthers } from './emphasis.ts';

/** The part of a document that a drawing needs: of the browser's, or of one made at build time. */
export type DrawingDocument = Pick<Document, 'createElementNS' | 'createElement'>;

/**
 * Draws the selected rows of a chart as an SVG element, the same at build time and in the browser.
 * @param document the browser's, or that of an HTML parser
 * @param label the accessible name of the picture
 */
export function draw(
  chart: Pick<Chart, 'plot' | 'alt' | 'filters'>,
  rows: Row[],
  view: View,
  document: DrawingDocument,
  label = chart.alt(rows, view.language),
): SVGSVGElement {
  const svg = Plot.plot({
    ...chart.plot(rows, view),
    document: document as Document,
    figure: false,
  } as Plot.PlotOptions) as SVGSVGElement;
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', label);
  // The picture is one image with one text alternative, so the labels of its parts are removed.
  for (const part of [...svg.querySelectorAll('[aria-label], [aria-description], [aria-hidden]')]) {
    part.removeAttribute('aria-label');
    part.removeAttribute('aria-description');
    part.removeAttribute('aria-hidden');
  }
  for (const title of svg.querySelectorAll('title')) {
    const { words, row, sources } = partsOfTip(title.textContent ?? '');
    title.textContent = words;
    if (row) title.parentElement?.setAttribute('data-row', row);
    if (sources) title.parentElement?.setAttribute('data-sources', sources);
  }
  highlight(svg, chart, rows, view.controls[HIGHLIGHT]);
  for (const style of [...svg.querySelectorAll('style')]) style.remove();
  svg.removeAttribute('class');
  // Attributes, since a style attribute would need an exception in the content security policy.
  svg.removeAttribute('style');
  for (const [name, value] of Object.entries({
    'font-family': FONT,
    'font-size': '13',
    color: COLOUR.ink,
    overflow: 'visible',
  }))
    svg.setAttribute(name, value);
  return svg;
}

/** The opacity of what does not belong to the series that a reader marks. */
const FADED = '0.28';

/** Fades everything but the series that a reader marks, where it is drawn. */
function highlight(
  svg: SVGSVGElement,
  { filters }: Pick<Chart, 'filters'>,
  rows: Row[],
  id: string | undefined,
): void {
  if (id === undefined || !filters?.series) return;
  const { id: column } = filters.series;
  const ids = new Set(rows.filter((row) => row[column] === id).map((row) => text(row, 'id')));
  const own = marksOf(svg).filter((mark) => ids.has(mark.getAttribute('data-row') ?? ''));
  if (own.length > 0)
    for (const part of partsOfOthers(svg, new Set(own))) part.setAttribute('opacity', FADED);
}
