import type { Progress } from './engine/tableEngine.ts';
import type { Answered, EngineCalls } from './engineCalls.ts';

type Asking = {
  [K in keyof EngineCalls]: (...args: Parameters<EngineCalls[K]>) => Promise<ReturnType<EngineCalls[K]>>;
};

/** Starts the worker of the explorer. Each call is a message to it, and its promise is kept or broken by the answer. */
export function startEngine(onProgress: (progress: Progress) => void): Asking {
  const worker = new Worker(new URL('./engineWorker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, { resolve: (answer: never) => void; reject: (error: Error) => void }>();
  let last = 0;
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
  const ask = (call: keyof EngineCalls, args: unknown[]): Promise<never> =>
    new Promise((resolve, reject) => {
      waiting.set((last += 1), { resolve, reject });
      worker.postMessage({ id: last, call, args });
    });
  return {
    open: (...args) => ask('open', args),
    rows: (...args) => ask('rows', args),
    facet: (...args) => ask('facet', args),
    histogram: (...args) => ask('histogram', args),
    group: (...args) => ask('group', args),
    csv: (...args) => ask('csv', args),
    parquet: (...args) => ask('parquet', args),
  };
}
