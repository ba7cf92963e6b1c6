import * as Plot from '@observablehq/plot';
import type { Chart, View } from '../../model/chart.ts';
import { COLOUR, FONT } from '../forms/theme.ts';
import { partsOfTip } from '../forms/tips.ts';
import type { Row } from '../../model/row.ts';

/** The part of a document that a drawing needs: of the browser's, or of one made at build time. */
export type DrawingDocument = Pick<Document, 'createElementNS' | 'createElement'>;

/**
 * Draws the selected rows of a chart as an SVG element, the same at build time and in the browser.
 * @param document the browser's, or that of an HTML parser
 * @param label the accessible name of the picture
 */
export function draw(
  chart: Pick<Chart, 'plot' | 'alt'>,
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
