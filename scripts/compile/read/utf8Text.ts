import { withLineFeeds } from '../../lib/delimitedRecords.ts';
import type { Fault } from '../../lib/fault.ts';
import { notUtf8, utf16Fault } from '../../lib/textFile.ts';

/**
 * The text of UTF-8 bytes, piece by piece, with every line end as LF. A byte that is not UTF-8 is one fault, which names the encoding it
 * looks like, and ends the text.
 * @param file the name shown in faults
 */
export async function* utf8Text(
  bytes: AsyncIterable<Uint8Array>,
  file: string,
  report: (fault: Fault) => void,
): AsyncGenerator<string> {
  let line = 1;
  const pieces = decoded(bytes, ({ row, ...fault }) =>
    report({ file, ...(row === undefined ? {} : { row: line + row - 1 }), ...fault }),
  );
  for await (const text of withLineFeeds(pieces)) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) line += 1;
    yield text;
  }
}

/** @param report given what is wrong; its row is counted from the beginning of the piece */
async function* decoded(
  bytes: AsyncIterable<Uint8Array>,
  report: (fault: Omit<Fault, 'file'>) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let first = true;
  for await (const piece of bytes) {
    const other = first ? utf16Fault(piece) : undefined;
    first = false;
    if (other) return report(other);
    let text: string;
    try {
      text = decoder.decode(piece, { stream: true });
    } catch {
      return report(notUtf8(piece));
    }
    yield text;
  }
  try {
    decoder.decode();
  } catch {
    report({ row: 1, what: 'ends within a character', right: 'it was cut short; fetch it whole' });
  }
}
