import type * as Plot from '@observablehq/plot';
import type { View } from '../../model/chart.ts';

/** Colours as custom properties with the light theme's value, so that a page can restyle a drawing and a file need not. */
export const COLOUR = {
  gaoming: 'var(--gaoming, #b03a2e)',
  ink: 'var(--ink, #1c1b19)',
  soft: 'var(--ink-soft, #57534c)',
  rule: 'var(--rule, #ddd7cb)',
  paper: 'var(--paper, #fdfcf9)',
  blue: 'var(--series-1, #1f4e79)',
  ochre: 'var(--series-2, #b07d12)',
  green: 'var(--series-3, #4a7c6f)',
  violet: 'var(--series-4, #7a5c8e)',
  grey: 'var(--series-5, #6b6a63)',
  quiet: 'var(--series-quiet, #a9b4bf)',
} as const;

/** Colours of series beside Gaoming, told apart by colour-blind readers and by lightness. */
export const SERIES = [COLOUR.blue, COLOUR.ochre, COLOUR.green, COLOUR.violet, COLOUR.grey] as const;

/** Below this width a chart uses its layout for phones. */
export const NARROW = 480;
export const isNarrow = (view: View): boolean => view.width < NARROW;

export const FONT =
  "'Source Sans 3 Variable', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', system-ui, sans-serif";

/** What every drawing has in common. */
export function frame(view: View, options: Plot.PlotOptions): Plot.PlotOptions {
  return {
    width: view.width,
    marginTop: 20,
    marginRight: 24,
    ...options,
    style: { fontFamily: FONT, fontSize: '13px', background: 'none', color: COLOUR.ink, overflow: 'visible' },
  };
}

export { formatShort as short } from '../../i18n/format.ts';

/** Custom properties as the colours they fall back to: files have no style sheet. */
export const fixedColours = (svg: string): string =>
  svg.replace(/var\(--[\w-]+,\s*(#[0-9a-f]+)\)/g, '$1').replaceAll('currentColor', '#1c1b19');
