/** What the browser loads when a reader changes a control: the charts and Plot. */
export { chartById } from './charts.ts';
export { draw, titleOf } from './draw.ts';
