import { Readable } from 'node:stream';
import Papa, { type ParseError } from 'papaparse';

/** Consecutive records of a delimited text, and PapaParse's errors in them (`row` counts from the first of them). */
interface RecordBatch {
  records: string[][];
  errors: ParseError[];
}

/** The most characters of a record; a longer one has an unclosed quotation mark. */
export const LONGEST_RECORD = 4 << 20;

/** Thrown for a record longer than `LONGEST_RECORD`. */
export class EndlessRecord extends Error {
  /** Number of records before it. */
  readonly before: number;

  constructor(before: number) {
    super(`record ${before + 1} does not end within ${LONGEST_RECORD >> 20} MB`);
    this.before = before;
  }
}

/**
 * The records of a delimited text, batch by batch; the next piece of text is read only when the previous batch was consumed, so that memory does not
 * grow with the text. Nothing after the last line end is not a record.
 * @param texts pieces of the text, with LF as the only line end (`withLineFeeds`)
 * @param quote the quotation mark
 * @throws EndlessRecord where a quotation mark is never closed
 */
export async function* parseRecords(
  texts: AsyncIterable<string>,
  delimiter: string,
  quote = '"',
): AsyncGenerator<RecordBatch> {
  // Hold back one batch: a single empty record at the very end only marks the last line end.
  let held: RecordBatch | null = null;
  for await (const batch of parsedBatches(texts, delimiter, quote)) {
    if (batch.records.length === 0 && batch.errors.length === 0) continue;
    if (held) yield held;
    held = batch;
  }
  if (!held) return;
  const last = held.records.at(-1);
  if (last?.length === 1 && last[0] === '') held.records.pop();
  if (held.records.length > 0 || held.errors.length > 0) yield held;
}

/** The result of PapaParse for each piece of a text. PapaParse reads a stream without backpressure, so the stream gets one piece at a time. */
async function* parsedBatches(
  texts: AsyncIterable<string>,
  delimiter: string,
  quote: string,
): AsyncGenerator<RecordBatch> {
  const input = new Readable({ objectMode: true, read: () => undefined });
  let batches: RecordBatch[] = [];
  let onBatch = (): void => undefined;
  const complete = new Promise<void>((resolve, reject) => {
    Papa.parse<string[]>(input, {
      delimiter,
      quoteChar: quote,
      // Set explicitly: detection fails on a piece that ends between CR and LF.
      newline: '\n',
      skipEmptyLines: false,
      chunk({ data, errors }) {
        batches.push({ records: data, errors });
        onBatch();
      },
      complete: () => resolve(),
      error: reject,
    });
  });
  const taken = (): RecordBatch[] => {
    const all = batches;
    batches = [];
    return all;
  };
  let [records, waiting] = [0, 0];
  try {
    for await (const text of texts) {
      if (text === '') continue;
      const parsed = new Promise<void>((resolve) => (onBatch = resolve));
      input.push(text);
      await Promise.race([parsed, complete]);
      waiting += text.length;
      for (const batch of taken()) {
        if (batch.records.length > 0) waiting = 0;
        records += batch.records.length;
        yield batch;
      }
      if (waiting > LONGEST_RECORD) throw new EndlessRecord(records);
    }
    input.push(null);
    await complete;
    yield* taken();
  } finally {
    input.destroy();
  }
}

/** Pieces of a text with LF as the only line end; a CR at the end of a piece is held back until the next. */
export async function* withLineFeeds(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  for await (const piece of texts) {
    const text = held + piece;
    const cut = text.endsWith('\r');
    held = cut ? '\r' : '';
    const whole = cut ? text.slice(0, -1) : text;
    yield whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole;
  }
  if (held !== '') yield '\n';
}
