import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { initWasm } from '@resvg/resvg-wasm';
import { parseHTML } from 'linkedom';
import { optimize, VERSION as svgo } from 'svgo';
import type { Chart, View } from '../../model/chart.ts';
import type { Row } from '../../model/row.ts';
import { draw, type DrawingDocument } from './draw.ts';
import { engineOf, OPTIMISE, type Engine } from './engine.ts';
import { PNG_KIND } from './palettePng.ts';
import { pdf } from './pdf.ts';
import { cachedEngine } from './pictureCache.ts';
import { PICTURE_FONTS, pictureFont } from './fonts.ts';

const document = parseHTML('<!doctype html><html><body></body></html>')
  .document as unknown as DrawingDocument;

/** A chart's SVG as text, drawn without a browser. */
export const drawSvg = (chart: Chart, rows: Row[], view: View, label?: string): string =>
  draw(chart, rows, view, document, label).outerHTML;

/** Where made pictures are kept between builds. */
const CACHE = 'node_modules/.cache/pictures';

let engine: Promise<Engine> | undefined;

/** The engine that makes pictures without a browser; started once. @throws Error where a font is missing or cut short */
export const nodeEngine = (): Promise<Engine> => (engine ??= start());

async function start(): Promise<Engine> {
  const fonts = await Promise.all(PICTURE_FONTS.map((name) => pictureFont(name)));
  const { resolve } = createRequire(import.meta.url);
  const resvg = readFileSync(resolve('@resvg/resvg-wasm/index_bg.wasm'));
  // Beside `cjs/index.js`; it cannot be resolved itself.
  const pdfLibrary = readFileSync(join(dirname(resolve('@cantoo/pdf-lib')), '../package.json'));
  await initWasm(resvg);
  const made = engineOf({
    document,
    serialise: (element) => element.outerHTML,
    fonts,
    optimise: (svg, settings) => optimize(svg, settings).data,
  });
  // The packages by their versions, our own writers by what they are set to do.
  const makers = [svgo, JSON.stringify(OPTIMISE), PNG_KIND, pdfLibrary, String(pdf)];
  return cachedEngine(made, CACHE, [resvg, ...makers, ...fonts]);
}
