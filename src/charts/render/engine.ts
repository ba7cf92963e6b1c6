import { Resvg } from '@resvg/resvg-wasm';
import type { DrawingDocument } from './draw.ts';
import { LATIN } from './fontRuns.ts';
import { palettePng } from './palettePng.ts';
import type { PdfProperties } from './pdf.ts';

/** The tools that make pictures: the same Resvg at build time and in the browser, so that both make the same pictures. */
export interface Engine {
  document: DrawingDocument;
  serialise(element: Element): string;
  /** A picture as SVG, its text as outlines. */
  outline(svg: string): string;
  /** A picture as PNG. @param zoom pixels per unit */
  png(svg: string, zoom: number): Uint8Array;
  /** An outlined picture as a PDF page. */
  pdf(svg: string, properties: PdfProperties): Promise<Uint8Array>;
}

/** What differs between Node and the browser. */
interface Surroundings extends Pick<Engine, 'document' | 'serialise'> {
  /** Complete TrueType files; Resvg silently omits the text of one that it cannot read. */
  fonts: Uint8Array[];
  /** Runs svgo with the given settings. */
  optimise(svg: string, settings: object): string;
}

/** Two decimals and lossless simplifications: a fifth of the compressed size. */
export const OPTIMISE = {
  floatPrecision: 2,
  plugins: [
    'cleanupIds',
    'removeUselessStrokeAndFill',
    { name: 'convertPathData', params: { floatPrecision: 2 } },
    'collapseGroups',
    'removeEmptyContainers',
  ],
};

/** An engine for Node or the browser. Resvg must have been started (`initWasm`). */
export function engineOf({ document, serialise, fonts, optimise }: Surroundings): Engine {
  const read = (svg: string, zoom: number): InstanceType<typeof Resvg> =>
    new Resvg(svg, {
      fitTo: { mode: 'zoom', value: zoom },
      font: { fontBuffers: fonts, defaultFontFamily: LATIN },
    });
  return {
    document,
    serialise,
    outline(svg) {
      const reader = read(svg, 1);
      const outline = reader.toString();
      reader.free();
      return optimise(outline, OPTIMISE);
    },
    png(svg, zoom) {
      const reader = read(svg, zoom);
      const image = reader.render();
      const bytes = palettePng(image);
      image.free();
      reader.free();
      return bytes;
    },
    // The writer of PDF is large, and loaded for such a file only.
    pdf: async (svg, properties) => (await import('./pdf.ts')).pdf(svg, properties),
  };
}
