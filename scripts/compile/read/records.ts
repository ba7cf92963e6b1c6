import { createReadStream } from 'node:fs';
import { Transform } from 'node:stream';
import Papa from 'papaparse';
import type { Fault } from '../../lib/fault.ts';

/** A record as it stands in the file: its row (the header is 1) and its cells as text. */
export interface RawRecord {
  row: number;
  cells: string[];
}

/** What is done with the records of a chunk; the next chunk waits for it. */
export type OnRecords = (records: RawRecord[]) => Promise<void> | void;

/**
 * Reads a CSV file (RFC 4180, UTF-8, a BOM and line ends of any kind, mixed ones too, tolerated) as a stream, chunk by chunk; memory does not grow with rows.
 * @param path where the file is
 * @param file the name shown in faults
 * @returns faults that concern the file as a whole: another encoding, an unclosed quote
 */
export async function readCsv(path: string, file: string, onRecords: OnRecords): Promise<Fault[]> {
  const decoder = utf8Decoder(file);
  const faults: Fault[] = [];
  let row = 0;
  const bytes = createReadStream(path, { highWaterMark: 1 << 18 });
  const input = bytes.pipe(decoder.stream);
  await new Promise<void>((resolve, reject) => {
    // A pipe does not hand on the errors of what it reads from.
    bytes.on('error', reject);
    input.on('error', reject);
    Papa.parse<string[]>(input, {
      delimiter: ',',
      // Not guessed: a piece that ends between CR and LF would be guessed wrong.
      newline: '\n',
      skipEmptyLines: false,
      chunk(results, parser) {
        const broken = new Set<number>();
        for (const error of results.errors)
          if (error.type === 'Quotes') {
            const at = row + (error.row ?? 0) + 1;
            if (!broken.has(at)) faults.push(quoteFault(file, at, error.code));
            broken.add(at);
          }
        const records: RawRecord[] = [];
        for (const cells of results.data) {
          row += 1;
          if ((cells.length > 1 || cells[0] !== '') && !broken.has(row)) records.push({ row, cells });
        }
        const done = onRecords(records);
        if (done) {
          parser.pause();
          done.then(() => parser.resume(), reject);
        }
      },
      complete: () => resolve(),
      error: reject,
    });
  });
  return [...decoder.faults, ...faults];
}

const quoteFault = (file: string, row: number, code: string): Fault => ({
  file,
  row,
  what: code === 'MissingQuotes' ? 'opens a quote that is never closed' : 'has a quote in the wrong place',
  right: 'a cell that holds " is written "a ""b"" c"',
});

/** Bytes to text; a byte that is not UTF-8 is one fault, which names the encoding it looks like, and ends the reading. */
function utf8Decoder(file: string): { stream: Transform; faults: Fault[] } {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const faults: Fault[] = [];
  let line = 1;
  let held = '';
  /** CR and CRLF as LF; a CR at the end waits for what follows. */
  const withLf = (piece: string, last: boolean): string => {
    const text = held + piece;
    held = !last && text.endsWith('\r') ? '\r' : '';
    const whole = held === '' ? text : text.slice(0, -1);
    return whole.includes('\r') ? whole.replace(/\r\n?/g, '\n') : whole;
  };
  const decode = (chunk: Uint8Array | undefined): string => {
    if (faults.length > 0) return '';
    try {
      const text = withLf(decoder.decode(chunk, { stream: chunk !== undefined }), chunk === undefined);
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) line += 1;
      return text;
    } catch {
      faults.push(
        chunk
          ? {
              file,
              row: line + linesBeforeFault(chunk),
              what: 'is not UTF-8',
              right: `it reads as ${likelyEncoding(chunk)}; save it as UTF-8`,
            }
          : { file, row: line, what: 'ends within a letter', right: 'it was cut short; fetch it whole' },
      );
      return '';
    }
  };
  const stream = new Transform({
    readableObjectMode: false,
    transform(chunk: Buffer, _encoding, callback) {
      callback(null, decode(chunk));
    },
    flush(callback) {
      callback(null, decode(undefined));
    },
  });
  stream.setEncoding('utf8');
  return { stream, faults };
}

function linesBeforeFault(bytes: Uint8Array): number {
  let lines = 0;
  let start = 0;
  for (let at = 0; at <= bytes.length; at += 1) {
    if (at < bytes.length && bytes[at] !== 0x0a) continue;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, at));
    } catch {
      return lines;
    }
    lines += 1;
    start = at + 1;
  }
  return lines;
}

function likelyEncoding(bytes: Uint8Array): string {
  for (const [label, name] of [
    ['gb18030', 'GBK'],
    ['big5', 'Big5'],
    ['shift_jis', 'Shift-JIS'],
  ] as const)
    try {
      new TextDecoder(label, { fatal: true }).decode(bytes);
      return name;
    } catch {
      continue;
    }
  return 'a Windows code page';
}
