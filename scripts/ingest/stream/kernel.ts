import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What the kernel exports (`../kernel/index.ts` says of each what it does). */
export interface Kernel {
  memory: WebAssembly.Memory;
  INPUT: WebAssembly.Global<'i32'>;
  MOST_AMOUNTS: WebAssembly.Global<'i32'>;
  MOST_COLUMNS: WebAssembly.Global<'i32'>;
  text: WebAssembly.Global<'i32'>;
  cells: WebAssembly.Global<'i32'>;
  width: WebAssembly.Global<'i32'>;
  output: WebAssembly.Global<'i32'>;
  setDelimiter(byte: number): void;
  addColumn(
    index: number,
    lane: number,
    whole: boolean,
    money: boolean,
    sign: number,
    signBytes: number,
  ): number;
  addKey(key: number): void;
  allowShort(): void;
  seal(
    headings: number,
    everyRow: boolean,
    everyWritten: boolean,
    thousands: number,
    currencySign: number,
    negative: number,
  ): void;
  rest(): number;
  begin(length: number, row: number, last: boolean): void;
  run(): number;
  skip(): void;
  met(
    length: number,
    same: boolean,
    remember: boolean,
    isNumber: boolean,
    value: number,
    code: number,
  ): number;
  fault(): void;
  room(bytes: number): number;
  wrote(length: number): void;
  setFull(tally: number, isFull: boolean): void;
  takeCount(column: number, tally: number): number;
  amountsOf(column: number): number;
  takeAmounts(column: number): number;
  takePointed(column: number): number;
  isNumber(column: number): number;
  valueOf(column: number): number;
  foundIn(column: number): number;
  columnAt(): number;
  rowAt(): number;
  entry(): number;
  read(): number;
  rowsOut(): number;
  written(): number;
  beginPassing(length: number): void;
  pass(until: number, most: number, last: boolean): number;
}

/** What `run` says was met. */
export const MET = {
  done: 0,
  row: 1,
  meet: 2,
  tell: 3,
  faulty: 4,
  amounts: 5,
  written: 6,
} as const;

export const LANE = { text: 0, number: 1, rules: 2 } as const;

const SOURCES = fileURLToPath(new URL('../kernel/', import.meta.url));
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const ASC = join(ROOT, 'node_modules', 'assemblyscript', 'bin', 'asc.js');
const OPTIONS = ['-O3', '--converge', '--enable', 'simd', '--runtime', 'stub', '--noAssert'];

let compiled: WebAssembly.Module | null = null;

/** A kernel with memory of its own. */
export function makeKernel(): Kernel {
  compiled ??= new WebAssembly.Module(kernelBytes());
  return new WebAssembly.Instance(compiled, {}).exports as unknown as Kernel;
}

/** The compiled kernel, made where its sources have changed. */
function kernelBytes(): Uint8Array<ArrayBuffer> {
  const hash = createHash('sha256').update(OPTIONS.join(' '));
  for (const name of readdirSync(SOURCES).sort()) hash.update(name).update(readFileSync(join(SOURCES, name)));
  const cache = join(ROOT, 'node_modules', '.cache', 'kernel');
  const file = join(cache, `${hash.digest('hex').slice(0, 16)}.wasm`);
  try {
    return new Uint8Array(readFileSync(file));
  } catch {
    // It is made below.
  }
  const folder = folderIn(cache);
  try {
    const made = join(folder, 'kernel.wasm');
    execFileSync(process.execPath, [ASC, join(SOURCES, 'index.ts'), '-o', made, ...OPTIONS], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const bytes = new Uint8Array(readFileSync(made));
    // Others may do the same meanwhile; what they keep is the same.
    if (folder.startsWith(cache)) renameSync(made, file);
    return bytes;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A new folder in one that may not be there, or, where nothing can be written, among the system's temporary ones. */
function folderIn(cache: string): string {
  try {
    mkdirSync(cache, { recursive: true });
    return mkdtempSync(join(cache, 'made-'));
  } catch {
    return mkdtempSync(join(tmpdir(), 'kernel-'));
  }
}
