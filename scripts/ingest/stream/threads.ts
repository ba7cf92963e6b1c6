import { Worker, type Transferable } from 'node:worker_threads';
import { CommandError } from '../../lib/fault.ts';

/** Pieces of work in each thread or waiting for it, so that none is ever idle. */
const WAITING = 4;
/** Megabytes for what a thread has just made; most of it is let go at once. */
const YOUNG = 12;

/** A piece of work for a thread, and memory that goes with it. */
export interface Work {
  message: unknown;
  given?: Transferable[];
}

/** Other threads, or none, and then who asks does the work. They start at once, so that they are ready when there is work. */
export class Threads {
  readonly #threads: Thread[];

  constructor(count: number) {
    this.#threads = Array.from({ length: count }, () => new Thread());
  }

  get count(): number {
    return this.#threads.length;
  }

  /** Says something to all that has no answer. */
  tell(message: unknown): void {
    for (const thread of this.#threads) thread.tell(message);
  }

  /** Has pieces of work done, and gives what became of them in the order of the pieces. */
  async *inTurn<Done>(pieces: AsyncIterable<Work> | Iterable<Work>): AsyncGenerator<Done> {
    const waiting: Promise<Done>[] = [];
    const most = this.count * WAITING;
    for await (const piece of pieces) {
      const idlest = this.#threads.reduce((a, b) => (b.waiting < a.waiting ? b : a));
      waiting.push(idlest.ask(piece) as Promise<Done>);
      if (waiting.length === most) yield await waiting.shift()!;
    }
    while (waiting.length > 0) yield await waiting.shift()!;
  }

  async end(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.end()));
  }
}

class Thread {
  readonly #worker: Worker;
  readonly #waiting: { resolve: (done: unknown) => void; reject: (error: unknown) => void }[] = [];

  constructor() {
    this.#worker = new Worker(new URL('worker.ts', import.meta.url), {
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
    });
    // Something may still arrive after the error of a later piece, when nobody waits for it any more.
    this.#worker.on('message', (done: unknown) => this.#waiting.shift()?.resolve(done));
    this.#worker.on('error', (error: Error) => {
      // Between threads an error keeps its name and loses its class.
      const own = error.name === 'CommandError' ? new CommandError(error.message) : error;
      for (const { reject } of this.#waiting.splice(0)) reject(own);
    });
  }

  /** Pieces of work that are not done. */
  get waiting(): number {
    return this.#waiting.length;
  }

  tell(message: unknown): void {
    this.#worker.postMessage(message);
  }

  ask({ message, given }: Work): Promise<unknown> {
    const done = new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
    // Who awaits it later is told; until then a fault is no unhandled one.
    done.catch(() => undefined);
    this.#worker.postMessage(message, given ?? []);
    return done;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
