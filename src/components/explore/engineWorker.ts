import { asyncBufferFromUrl } from 'hyparquet';
import { TableEngine } from './engine/tableEngine.ts';
import type { Answered, Asked, EngineCalls } from './engineCalls.ts';
import { csvOfView, parquetOfView } from './viewExport.ts';

/** Runs the engine of the explorer in a worker, so that the page stays responsive while a million rows are counted. */
let engine: TableEngine | undefined;

const reply = (message: Answered): void => postMessage(message);

/** The engine of the open table. @throws Error before a table is opened */
function opened(): TableEngine {
  if (!engine) throw new Error('no table is open');
  return engine;
}

const CALLS: { [K in keyof EngineCalls]: (...args: Parameters<EngineCalls[K]>) => unknown } = {
  open(table) {
    engine = new TableEngine(
      table,
      ({ url, bytes }) => {
        // The size is known, so that no request is made for it.
        const file = asyncBufferFromUrl({ url, byteLength: bytes });
        return { byteLength: bytes, slice: async (start, end) => (await file).slice(start, end) };
      },
      (progress) => reply({ progress }),
    );
  },
  rows: (query, columns, start, size) => opened().rows(query, columns, start, size),
  facet: (conditions, column) => opened().facet(conditions, column),
  histogram: (conditions, column) => opened().histogram(conditions, column),
  group: (query) => opened().group(query),
  csv: (query, fields) => csvOfView(opened(), query, fields),
  parquet: (query, fields) => parquetOfView(opened(), query, fields),
};

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  const call = CALLS[data.call] as (...args: unknown[]) => unknown;
  Promise.resolve()
    .then(() => call(...data.args))
    .then(
      (answer) => reply({ id: data.id, answer }),
      (error: unknown) =>
        reply({ id: data.id, error: error instanceof Error ? error.message : String(error) }),
    );
});
