import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-wasm';
import { describe, expect, test } from 'vitest';
import { CHARTS } from '../../src/charts/charts.ts';
import { nodeEngine } from '../../src/charts/render/nodeEngine.ts';
import { LANGUAGES } from '../../src/model/language.ts';
import { chartFile } from '../../src/published/chartFiles.ts';
import { has } from './tools.ts';

/** An image as rows of RGB pixels. */
interface Pixels {
  width: number;
  height: number;
  at(x: number, y: number): [number, number, number];
}

/** Reads a PPM as written by pdftoppm. */
function ppm(bytes: Buffer): Pixels {
  const [head, width, height] = /^P6\s(\d+)\s(\d+)\s255\s/.exec(bytes.subarray(0, 40).toString('latin1'))!;
  return {
    width: Number(width),
    height: Number(height),
    at: (x, y) => {
      const start = head.length + 3 * (y * Number(width) + x);
      return [bytes[start]!, bytes[start + 1]!, bytes[start + 2]!];
    },
  };
}

function drawn(svg: string): Pixels {
  const image = new Resvg(svg).render();
  const { pixels, width, height } = image;
  return {
    width,
    height,
    at: (x, y) => {
      const start = 4 * (y * width + x);
      return [pixels[start]!, pixels[start + 1]!, pixels[start + 2]!];
    },
  };
}

/** Whether a colour is ink and not paper. */
const isInk = ([r, g, b]: [number, number, number]): boolean => r + g + b < 600;

/** Whether a colour is that of a pixel of the picture, or of one beside it. */
function isNear(colour: [number, number, number], picture: Pixels, x: number, y: number): boolean {
  for (let across = Math.max(0, x - 1); across <= Math.min(picture.width - 1, x + 1); across += 1)
    for (let down = Math.max(0, y - 1); down <= Math.min(picture.height - 1, y + 1); down += 1) {
      const other = picture.at(across, down);
      if (colour.every((value, channel) => Math.abs(value - other[channel]!) <= 80)) return true;
    }
  return false;
}

/** The bounding box of all ink. */
function inkBox(pixels: Pixels): number[] {
  let [left, top, right, bottom] = [Infinity, Infinity, 0, 0];
  for (let y = 0; y < pixels.height; y += 1)
    for (let x = 0; x < pixels.width; x += 1)
      if (isInk(pixels.at(x, y)))
        [left, top, right, bottom] = [
          Math.min(left, x),
          Math.min(top, y),
          Math.max(right, x),
          Math.max(bottom, y),
        ];
  return [left, top, right, bottom];
}

const hasPoppler = has('pdftoppm');
if (!hasPoppler) console.warn('pdftoppm is not installed: the PDFs of charts are not rendered');
// The engine starts Resvg for this process.
await nodeEngine();

describe.skipIf(!hasPoppler)('the PDF of a chart looks like its picture', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pdf-'));
  test.each(CHARTS.flatMap(({ id }, at) => LANGUAGES.map((language) => [id, language, at] as const)))(
    '%s in %s',
    async (id, language, at) => {
      const path = join(folder, `${id}.${language}`);
      writeFileSync(`${path}.pdf`, await chartFile(CHARTS[at]!, language, 'pdf'));
      const run = spawnSync('pdftoppm', ['-r', '72', '-singlefile', `${path}.pdf`, path]);
      expect(run.stderr.toString()).toBe('');
      const page = ppm(readFileSync(`${path}.ppm`));
      const picture = drawn((await chartFile(CHARTS[at]!, language, 'svg')) as string);
      expect([page.width, page.height]).toEqual([picture.width, picture.height]);
      for (const [side, value] of inkBox(page).entries())
        expect(Math.abs(value - inkBox(picture)[side]!), `side ${side} of the ink`).toBeLessThanOrEqual(2);
      // The page has the paper colour up to its corners, and nearly every pixel equals the picture’s; antialiasing differs at edges.
      for (const [x, y] of [
        [1, 1],
        [page.width - 2, page.height - 2],
      ] as const)
        expect(page.at(x, y)).toEqual([0xfd, 0xfc, 0xf9]);
      let unlike = 0;
      for (let y = 0; y < page.height; y += 3)
        for (let x = 0; x < page.width; x += 3) {
          if (!isNear(page.at(x, y), picture, x, y)) unlike += 1;
        }
      // Poppler moves thin lines to whole pixels, and the matrix has hundreds of them.
      expect(unlike / ((page.width * page.height) / 9)).toBeLessThan(0.004);
    },
  );
});
