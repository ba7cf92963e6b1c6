import * as Plot from '@observablehq/plot';
import { formatShort as short } from '../../i18n/format.ts';
import type { View } from '../../model/chart.ts';

/** Colours as custom properties with the light theme's value as fallback, so that a page can restyle a drawing and a file needs no style sheet. */
export const COLOUR = {
  gaoming: 'var(--gaoming, #b03a2e)',
  ink: 'var(--ink, #1c1b19)',
  soft: 'var(--ink-soft, #57534c)',
  rule: 'var(--rule, #ddd7cb)',
  paper: 'var(--paper, #fdfcf9)',
  blue: 'var(--series-1, #1f4e79)',
  ochre: 'var(--series-2, #946800)',
  green: 'var(--series-3, #4a7c6f)',
  violet: 'var(--series-4, #7a5c8e)',
  grey: 'var(--series-5, #6b6a63)',
  quiet: 'var(--series-quiet, #a9b4bf)',
} as const;

/** Below this width a chart uses its layout for phones. */
const NARROW = 480;
/** From this width on a chart is the figure of a page, and higher than in a column of text. */
const PAGE = 1000;

/** The height of a drawing that has no height of its own, such as of lines over years. */
export const usualHeight = (view: View): number => (isNarrow(view) ? 250 : view.width < PAGE ? 320 : 440);

export const isNarrow = (view: View): boolean => view.width < NARROW;

export const FONT =
  "'Source Sans 3 Variable', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', system-ui, sans-serif";

/** Options shared by all drawings. */
export function frame(view: View, options: Plot.PlotOptions): Plot.PlotOptions {
  return {
    width: view.width,
    marginTop: 20,
    marginRight: 24,
    ...options,
    style: { fontFamily: FONT, fontSize: '13px', background: 'none', color: COLOUR.ink, overflow: 'visible' },
  };
}

/** The unit of a vertical axis, above its left end. @param left the left margin of the frame */
export const axisUnit = (unit: string, left: number): Plot.Text =>
  Plot.text([unit], {
    frameAnchor: 'top-left',
    textAnchor: 'start',
    lineAnchor: 'bottom',
    dx: -left + 2,
    dy: -12,
    text: (words: string) => words,
    fill: COLOUR.soft,
    fontSize: 12,
  });

export { short };

/** An amount in yuan for an axis or a label: `1.3bn yuan`, `13亿元`. */
export const yuan = (value: number, language: View['language']): string =>
  `${short(value, language)}${language === 'zh' ? '元' : ' yuan'}`;

/** Custom properties as the colours they fall back to: files have no style sheet. */
export const fixedColours = (svg: string): string =>
  svg.replace(/var\(--[\w-]+,\s*(#[0-9a-f]+)\)/g, '$1').replaceAll('currentColor', '#1c1b19');
