import * as Plot from '@observablehq/plot';
import type { View } from '../../model/chart.ts';
import { wrap } from './labels.ts';
import { COLOUR, frame } from './theme.ts';

/** A sentence instead of a drawing, where no row has the chosen options. */
export const emptyDrawing = (words: string, view: View): Plot.PlotOptions =>
  frame(view, {
    height: 60,
    marks: [
      Plot.text([wrap(words, view.width - 30)], {
        frameAnchor: 'left',
        textAnchor: 'start',
        text: (lines: string) => lines,
        fill: COLOUR.soft,
      }),
    ],
  });
