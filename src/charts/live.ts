/** What the browser loads when a reader changes a control: the charts and Plot, and how a chosen view is cited. */
export { chartById } from './charts.ts';
export { draw, titleOf } from './render/draw.ts';
export { fixedColours } from './forms/theme.ts';
