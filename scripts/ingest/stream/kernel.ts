import { compiled } from '../compiled.ts';

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

/** A kernel with memory of its own. */
export const makeKernel = (): Kernel =>
  new WebAssembly.Instance(compiled('index'), {}).exports as unknown as Kernel;
