import { initWasm } from '@resvg/resvg-wasm';
import wasm from '@resvg/resvg-wasm/index_bg.wasm?url';
import { optimize } from 'svgo/browser';
import { engineOf, type Engine } from './engine.ts';
import { hasHan } from './fontRuns.ts';

let started: Promise<unknown> | undefined;
const fonts = new Map<string, Promise<Uint8Array>>();

/**
 * Makes the same pictures in the browser as the build. Loads Resvg and the fonts of pictures on first use, the Han fonts only for words that
 * need them.
 * @param words all texts of the pictures
 * @param folder the address of the fonts of pictures
 * @throws Error where one of them cannot be fetched
 */
export async function browserEngine(words: string, folder: string): Promise<Engine> {
  started ??= initWasm(fetch(wasm));
  const names = ['latin-400', 'latin-700', ...(hasHan(words) ? ['han-400', 'han-700'] : [])];
  const [loaded] = await Promise.all([
    Promise.all(names.map((name) => font(`${folder}${name}.ttf`))),
    started,
  ]);
  return engineOf({
    document,
    serialise: (element) => new XMLSerializer().serializeToString(element),
    fonts: loaded,
    optimise: (svg, settings) => optimize(svg, settings).data,
  });
}

/** A font, fetched once. */
function font(address: string): Promise<Uint8Array> {
  let file = fonts.get(address);
  if (!file) fonts.set(address, (file = fetched(address)));
  return file;
}

async function fetched(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answers ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
