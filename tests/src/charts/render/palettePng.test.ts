import { Resvg } from '@resvg/resvg-wasm';
import { expect, test } from 'vitest';
import { nodeEngine } from '../../../../src/charts/render/nodeEngine.ts';
import { palettePng } from '../../../../src/charts/render/palettePng.ts';

// The engine starts Resvg for this process.
await nodeEngine();

/** The pixels of a PNG, as another program reads them. */
function read(png: Uint8Array, width: number, height: number): Uint8Array {
  const address = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}"><image width="${width}" height="${height}" image-rendering="optimizeSpeed" xlink:href="${address}"/></svg>`;
  return new Resvg(svg).render().pixels;
}

/** An opaque image from a colour for each pixel. */
const image = (width: number, height: number, colourOf: (x: number, y: number) => number[]) => ({
  width,
  height,
  pixels: Uint8Array.from(
    Array.from({ length: width * height }, (_, at) => [
      ...colourOf(at % width, Math.floor(at / width)),
      255,
    ]).flat(),
  ),
});

test('an image of up to 256 colours has the same pixels', () => {
  const drawn = image(32, 40, (x, y) => [8 * x, y < 8 ? 32 * y : 0, 200]);
  expect(read(palettePng(drawn), 32, 40)).toEqual(drawn.pixels);
});

test('a drawing with smooth edges is the same, pixel by pixel', () => {
  const drawn = new Resvg(
    '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="30"><rect width="90" height="30" fill="#fdfcf9"/><path d="M3 27 20 3 37 27ZM45 15a10 10 0 1 0 20 0a10 10 0 1 0 -20 0" fill="#b03a2e"/></svg>',
  ).render();
  const { pixels, width, height } = drawn;
  expect(read(palettePng({ pixels, width, height }), width, height)).toEqual(pixels);
});

test('of more colours the most frequent are kept, and the others become the nearest of them', () => {
  // Each of 256 colours takes two pixels of a line; the last line has a colour that occurs once beside one of them.
  const drawn = image(2, 257, (x, y) => (y === 256 ? [100, 0, x === 0 ? 1 : 0] : [y, 0, 0]));
  const expected = image(2, 257, (_, y) => (y === 256 ? [100, 0, 0] : [y, 0, 0]));
  expect(read(palettePng(drawn), 2, 257)).toEqual(expected.pixels);
});

test('a picture that is transparent somewhere is refused', () => {
  const drawn = image(1, 1, () => [0, 0, 0]);
  drawn.pixels[3] = 254;
  expect(() => palettePng(drawn)).toThrow('the picture is transparent');
});
