import type { Progress } from './engine/tableEngine.ts';
import type { Answered, EngineCalls } from './engineCalls.ts';

type Asking = {
  [K in keyof EngineCalls]: (...args: Parameters<EngineCalls[K]>) => Promise<ReturnType<EngineCalls[K]>>;
};

/**
 * The engine of an explorer, in a worker that is started with the first question, so that a page which shows its first rows loads nothing. Each
 * call is a message to it, and its promise is kept or broken by the answer.
 */
export function startEngine(onProgress: (progress: Progress) => void): Asking {
  const waiting: Waiting = new Map();
  let last = 0;
  let worker: Worker | undefined;
  let table: Parameters<EngineCalls['open']> | undefined;
  const ask = (call: keyof EngineCalls, args: unknown[]): Promise<never> => {
    worker ??= startWorker(onProgress, waiting);
    const opened = table;
    table = undefined;
    for (const message of [...(opened ? [{ call: 'open', args: opened }] : []), { call, args }])
      worker.postMessage({ id: (last += 1), ...message });
    return new Promise((resolve, reject) => waiting.set(last, { resolve, reject }));
  };
  return {
    open: (...args) => {
      table = args;
      return Promise.resolve();
    },
    rows: (...args) => ask('rows', args),
    facet: (...args) => ask('facet', args),
    histogram: (...args) => ask('histogram', args),
    group: (...args) => ask('group', args),
    csv: (...args) => ask('csv', args),
    parquet: (...args) => ask('parquet', args),
  };
}

type Waiting = Map<number, { resolve: (answer: never) => void; reject: (error: Error) => void }>;

function startWorker(onProgress: (progress: Progress) => void, waiting: Waiting): Worker {
  const worker = new Worker(new URL('./engineWorker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
    if ('progress' in data) {
      onProgress(data.progress);
      return;
    }
    const call = waiting.get(data.id);
    waiting.delete(data.id);
    if ('error' in data) call?.reject(new Error(data.error));
    else call?.resolve(data.answer as never);
  });
  worker.addEventListener('error', (event) => {
    for (const { reject } of waiting.values()) reject(new Error(event.message || 'the worker did not start'));
    waiting.clear();
  });
  return worker;
}
