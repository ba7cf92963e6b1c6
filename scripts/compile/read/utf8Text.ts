import { withLineFeeds } from '../../lib/delimitedRecords.ts';
import type { Fault } from '../../lib/fault.ts';

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
  const pieces = decoded(bytes, (fault, linesBefore) => report({ file, row: line + linesBefore, ...fault }));
  for await (const text of withLineFeeds(pieces)) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) line += 1;
    yield text;
  }
}

/** @param report given what is wrong, and how many lines the piece has before it */
async function* decoded(
  bytes: AsyncIterable<Uint8Array>,
  report: (fault: Pick<Fault, 'what' | 'right'>, linesBefore: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const piece of bytes) {
    let text: string;
    try {
      text = decoder.decode(piece, { stream: true });
    } catch {
      const right = `it reads as ${likelyEncoding(piece)}; save it as UTF-8`;
      report({ what: 'is not UTF-8', right }, linesBeforeFault(piece));
      return;
    }
    yield text;
  }
  try {
    decoder.decode();
  } catch {
    report({ what: 'ends within a character', right: 'it was cut short; fetch it whole' }, 0);
  }
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
