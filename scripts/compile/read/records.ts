import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { EndlessRecord, parseRecords } from '../../lib/delimitedRecords.ts';
import { controlCharacter, hasControl, withoutControl } from '../../lib/controlCharacter.ts';
import type { Fault } from '../../lib/fault.ts';
import { utf8Text } from './utf8Text.ts';

/** A record as it is in the file: its row (the header is 1; blank lines count) and its cells as text. */
export interface RawRecord {
  row: number;
  cells: string[];
}

/** What is done with the records of a chunk; the next chunk waits for it. */
type OnRecords = (records: RawRecord[]) => Promise<void> | void;

/** Bytes read at a time. */
const PIECE = 1 << 18;

/** How zlib calls a file that is not gzip, is damaged, or ends early. */
const GZIP_FAULT = /^Z_(DATA|BUF)_ERROR$/;

/**
 * Reads a CSV file (RFC 4180, UTF-8, plain or `.gz`; a BOM and line ends of any kind, mixed ones too, tolerated) as a stream, chunk by
 * chunk; memory does not grow with rows.
 * @param path where the file is
 * @param file the name shown in faults
 * @returns faults that concern the file as a whole: another encoding, an unclosed quote, damaged gzip
 */
export async function readCsv(path: string, file: string, onRecords: OnRecords): Promise<Fault[]> {
  const faults: Fault[] = [];
  const compressed = path.endsWith('.gz');
  const bytes = createReadStream(path, { highWaterMark: PIECE });
  const unpacked = compressed ? bytes.pipe(createGunzip({ chunkSize: PIECE })) : bytes;
  // A pipe does not hand on the errors of what it reads from.
  if (compressed) bytes.on('error', (error) => unpacked.destroy(error));
  const text = utf8Text(unpacked, file, (fault) => faults.push(fault));
  // Records lag behind the text, so that all from the first control character on are looked at; most files have none.
  let control = false;
  const watched = async function* (): AsyncGenerator<string> {
    for await (const piece of text) {
      control ||= hasControl(piece);
      yield piece;
    }
  };
  let row = 0;
  let header: readonly string[] = [];
  try {
    for await (const { records, errors } of parseRecords(watched(), ',')) {
      const broken = new Set<number>();
      for (const error of errors)
        if (error.type === 'Quotes') {
          const at = row + (error.row ?? 0) + 1;
          if (!broken.has(at)) faults.push(quoteFault(file, at, error.code));
          broken.add(at);
        }
      const sound: RawRecord[] = [];
      for (const cells of records) {
        row += 1;
        if (row === 1) header = cells;
        if (control)
          takeControlOut(cells, (at, fault) =>
            faults.push({ file, row, column: withoutControl(header[at] ?? `${at + 1}`), ...fault }),
          );
        if ((cells.length > 1 || cells[0] !== '') && !broken.has(row)) sound.push({ row, cells });
      }
      await onRecords(sound);
    }
  } catch (error) {
    if (error instanceof EndlessRecord) faults.push(quoteFault(file, error.before + 1, 'MissingQuotes'));
    else if (GZIP_FAULT.test(String((error as NodeJS.ErrnoException).code)))
      faults.push({ file, what: 'is not a whole gzip file', right: 'compress it again, or fetch it whole' });
    else throw error;
  } finally {
    bytes.destroy();
  }
  return faults;
}

/** Takes control characters out of the cells of a record, each a fault, so that the other checks do not report the cell again. */
function takeControlOut(
  cells: string[],
  report: (at: number, fault: Pick<Fault, 'value' | 'what' | 'right'>) => void,
): void {
  for (const [at, cell] of cells.entries()) {
    const fault = controlCharacter(cell);
    if (!fault) continue;
    report(at, fault);
    cells[at] = withoutControl(cell);
  }
}

const quoteFault = (file: string, row: number, code: string): Fault => ({
  file,
  row,
  what: code === 'MissingQuotes' ? 'opens a quote that is never closed' : 'has a quote in the wrong place',
  right: 'a cell that holds " is written "a ""b"" c"',
});
