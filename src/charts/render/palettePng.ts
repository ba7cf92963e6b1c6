import { encode } from 'fast-png';

/** An image as Resvg gives it: four bytes a pixel, red, green, blue and opacity. */
interface Image {
  width: number;
  height: number;
  pixels: Uint8Array;
}

/** Colours that a PNG with a palette has at most. */
const MOST = 256;

/** More would take three times as long and save a tenth. */
const LEVEL = 6;

/** What decides the bytes of a picture beside its pixels. */
export const PNG_KIND = `palette of ${MOST} colours, level ${LEVEL}`;

/**
 * An image without transparency as PNG with a palette: its 256 most frequent colours. A chart has hardly more; a pixel of another colour gets the
 * nearest of them. The file is a third of that of a PNG with four channels, and the same bytes on every machine.
 * @throws Error where a pixel is transparent
 */
export function palettePng({ width, height, pixels }: Image): Uint8Array {
  // A colour is one number; a copy, so that it begins at a multiple of four.
  const colours = new Uint32Array(pixels.slice().buffer);
  const channels = (colour: number): number[] => [...new Uint8Array(Uint32Array.of(colour).buffer)];
  const frequent = [...countColours(colours)].sort(([, a], [, b]) => b - a).map(([colour]) => colour);
  const palette = frequent.slice(0, MOST).map(channels);
  if (frequent.some((colour) => channels(colour)[3] !== 255)) throw new Error('the picture is transparent');
  const codes = new Map(
    frequent.map((colour, at) => [colour, at < MOST ? at : nearest(channels(colour), palette)]),
  );
  const data = new Uint8Array(colours.length);
  let [last, code] = [-1, 0];
  for (const [at, colour] of colours.entries()) {
    // Neighbours are mostly of one colour.
    if (colour !== last) code = codes.get((last = colour))!;
    data[at] = code;
  }
  return encode(
    { width, height, data, channels: 1, palette: palette.map((colour) => colour.slice(0, 3)) },
    { zlib: { level: LEVEL } },
  );
}

/** The number of pixels of each colour, in the order in which the colours occur. */
function countColours(colours: Uint32Array): Map<number, number> {
  const counts = new Map<number, number>();
  for (let at = 0, end = 0; at < colours.length; at = end) {
    while (end < colours.length && colours[end] === colours[at]) end += 1;
    counts.set(colours[at]!, (counts.get(colours[at]!) ?? 0) + end - at);
  }
  return counts;
}

/** The place in a palette of the colour that is nearest to another. */
function nearest(colour: readonly number[], palette: readonly (readonly number[])[]): number {
  const distances = palette.map((other) =>
    other.reduce((sum, channel, at) => sum + (channel - colour[at]!) ** 2, 0),
  );
  return distances.indexOf(Math.min(...distances));
}
