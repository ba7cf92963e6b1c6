import type { SqlAnswer, SqlCall, SqlResult } from './sqlCalls.ts';

/** The reader stopped what was running. */
export class Stopped extends Error {}

type Waiting = { resolve: (answer: never) => void; reject: (error: Error) => void };

/** The words of a call without its id. */
type Words<Call> = Call extends unknown ? Omit<Call, 'id'> : never;

/** SQLite in a worker, which is started and loads the database when it is first needed, and again after it was stopped. */
export class SqlEngine {
  readonly #database: string;
  readonly #onProgress: (bytes: number) => void;
  #worker: Worker | undefined;
  #opened: Promise<string> | undefined;
  #isOpen = false;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  /** @param onProgress is given the bytes of the database that have come */
  constructor(database: string, onProgress: (bytes: number) => void) {
    this.#database = new URL(database, location.href).href;
    this.#onProgress = onProgress;
  }

  /** Whether the database is loaded. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Loads SQLite and the database, once. @returns the version of SQLite */
  open(): Promise<string> {
    if (!this.#opened) {
      const opened = this.#ask<string>({ call: 'open', database: this.#database });
      this.#opened = opened;
      opened.then(
        () => (this.#isOpen = true),
        // After a failure it is tried again.
        () => this.#opened === opened && (this.#opened = undefined),
      );
    }
    return this.#opened;
  }

  /** @throws Error with the words of SQLite, or `Stopped` */
  async run(sql: string): Promise<SqlResult> {
    await this.open();
    return this.#ask<SqlResult>({ call: 'run', sql });
  }

  /** All rows of the last result. */
  csv(): Promise<Blob> {
    return this.#ask<Blob>({ call: 'csv' });
  }

  /** Ends what is running. SQLite does not listen while it runs, so its worker is ended; the next query starts another. */
  stop(): void {
    this.#end(new Stopped('stopped'));
  }

  #end(error: Error): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#opened = undefined;
    this.#isOpen = false;
    const calls = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of calls) reject(error);
  }

  #ask<T>(words: Words<SqlCall>): Promise<T> {
    const worker = (this.#worker ??= this.#start());
    const id = (this.#last += 1);
    return new Promise<T>((resolve, reject) => {
      this.#waiting.set(id, { resolve: resolve as Waiting['resolve'], reject });
      worker.postMessage({ id, ...words });
    });
  }

  #start(): Worker {
    const worker = new Worker(new URL('./sqlWorker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<SqlAnswer>) => {
      if ('progress' in data) return this.#onProgress(data.progress);
      const call = this.#waiting.get(data.id);
      this.#waiting.delete(data.id);
      if ('error' in data) call?.reject(new Error(data.error));
      else call?.resolve(data.answer as never);
    });
    worker.addEventListener('error', (event) =>
      this.#end(new Error(event.message || 'the worker did not start')),
    );
    return worker;
  }
}
