import { compiled } from '../compiled.ts';

/** What the kernel of pages exports (`../kernel/pages.ts` says of each what it is). */
export interface Pages {
  memory: WebAssembly.Memory;
  ROOM: WebAssembly.Global<'i32'>;
  text: WebAssembly.Global<'i32'>;
  output: WebAssembly.Global<'i32'>;
  nulls: WebAssembly.Global<'i32'>;
  different: WebAssembly.Global<'i32'>;
  dictionaryBytes: WebAssembly.Global<'i32'>;
  least: WebAssembly.Global<'i32'>;
  leastLength: WebAssembly.Global<'i32'>;
  greatest: WebAssembly.Global<'i32'>;
  greatestLength: WebAssembly.Global<'i32'>;
  leastNumber: WebAssembly.Global<'f64'>;
  greatestNumber: WebAssembly.Global<'f64'>;
  leastWhole: WebAssembly.Global<'i64'>;
  greatestWhole: WebAssembly.Global<'i64'>;
  faultyRow: WebAssembly.Global<'i32'>;
  from: WebAssembly.Global<'i32'>;
  size: WebAssembly.Global<'i32'>;
  see(row: number, column: number): void;
  split(length: number, columns: number): number;
  writeTexts(column: number): void;
  writeNumbers(column: number): number;
  writeWholes(column: number, narrow: boolean): number;
  written(): number;
}

const ascii = new TextDecoder('latin1');

/** A kernel of pages with memory of its own. */
export function makePages(): Pages {
  const readLong = (from: number, length: number): number =>
    Number(ascii.decode(new Uint8Array(pages.memory.buffer, from, length)));
  const { exports } = new WebAssembly.Instance(compiled('pages'), { values: { readLong } });
  const pages = exports as unknown as Pages;
  return pages;
}
