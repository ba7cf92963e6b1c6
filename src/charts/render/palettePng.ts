import { zlibSync } from 'fflate';

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

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

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
  // Before each line the number of its filter: none.
  const lines = new Uint8Array((width + 1) * height);
  let [last, code] = [-1, 0];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const colour = colours[y * width + x]!;
      if (colour !== last) code = codes.get((last = colour))!;
      lines[y * (width + 1) + x + 1] = code;
    }
  return join([
    Uint8Array.from(SIGNATURE),
    chunk('IHDR', [...number(width), ...number(height), 8, 3, 0, 0, 0]),
    chunk(
      'PLTE',
      palette.flatMap((colour) => colour.slice(0, 3)),
    ),
    chunk('IDAT', zlibSync(lines, { level: LEVEL })),
    chunk('IEND', []),
  ]);
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

/** A part of a PNG: its length, its name, its bytes and their checksum. */
function chunk(name: string, bytes: ArrayLike<number>): Uint8Array {
  const named = join([new TextEncoder().encode(name), Uint8Array.from(bytes)]);
  return join([number(bytes.length), named, number(checksum(named))]);
}

/** A number in four bytes, the highest first. */
const number = (value: number): Uint8Array =>
  Uint8Array.of(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);

/** The CRC-32 of bytes. */
function checksum(bytes: Uint8Array): number {
  let sum = -1;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum;
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
