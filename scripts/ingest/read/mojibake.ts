import { legacyReading, readingsOf } from '../../lib/legacyEncoding.ts';
import { utf8In } from '../../lib/utf8.ts';

/** Text that was decoded in a wrong encoding before it was saved. */
export interface Mojibake {
  /** The number of runs of such letters, and of all runs beyond ASCII. */
  runs: number;
  all: number;
  /** The first of them, and what it was. */
  seen: string;
  meant: string;
  /** Its line, counted from 1. */
  line: number;
}

/** Encodings in which UTF-8 is most often misread. */
const MISREAD = ['windows-1252', 'windows-1251', 'macintosh'] as const;
/** Characters beyond ASCII that are looked at. */
const LOOKED_AT = 20_000;
/** U+FFFD, and what it is where UTF-8 was misread as GBK or as Windows-1252. */
const LOST = /\ufffd|锟斤拷|ï¿½/g;

/** The number of letters that were lost when a text was decoded, before it was saved. */
export const lostLetters = (text: string): number => text.match(LOST)?.length ?? 0;

/** By encoding: characters beyond ASCII → their byte. */
const bytesOf = new Map<string, ReadonlyMap<string, number>>();

function byteMap(encoding: string): ReadonlyMap<string, number> {
  let bytes = bytesOf.get(encoding);
  if (!bytes) {
    const decoder = new TextDecoder(encoding);
    bytes = new Map(
      Array.from({ length: 128 }, (_, at): [string, number] => [
        decoder.decode(Uint8Array.of(at + 128)),
        at + 128,
      ]),
    );
    bytesOf.set(encoding, bytes);
  }
  return bytes;
}

function asBytes(text: string, encoding: string): Uint8Array | undefined {
  const known = byteMap(encoding);
  const bytes: number[] = [];
  for (const character of text) {
    const byte = character < '\x80' ? character.charCodeAt(0) : known.get(character);
    if (byte === undefined) return undefined;
    bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

/** Wrong letters in a text that is valid UTF-8: `CafÃ©` for Café, `¸ßÃ÷` for 高明. */
export function mojibakeIn(text: string): Mojibake | undefined {
  const runs = [...text.matchAll(/[^\0-\x7f]+/g)];
  let [wrong, looked, all] = [0, 0, 0];
  let first: { at: number; seen: string; meant: string } | undefined;
  for (const { 0: seen, index } of runs) {
    if ((looked += seen.length) > LOOKED_AT) break;
    all += 1;
    const meant = seen.replace(LOST, '') === seen ? meantBy(seen) : undefined;
    if (meant === undefined) continue;
    wrong += 1;
    first ??= { at: index, seen, meant };
  }
  first ??= misreadWhole(text, runs);
  if (!first) return undefined;
  const line = text.slice(0, first.at).split('\n').length;
  return { runs: wrong === 0 ? all : wrong, all, seen: first.seen, meant: first.meant, line };
}

/** What a run of letters was before it was misread, where its bytes are UTF-8. */
function meantBy(seen: string): string | undefined {
  for (const encoding of MISREAD) {
    const bytes = asBytes(seen, encoding);
    if (bytes && bytes.length > 1) {
      const { characters, invalid } = utf8In(bytes);
      if (characters > 0 && invalid === 0) return new TextDecoder().decode(bytes);
    }
  }
  return undefined;
}

/** The least points of what a text was, and the most of what it is, where it was misread as a whole. */
const MISREAD_WHOLE = { was: 0.6, is: 0.2, characters: 8 };

/** The first run of a text in Chinese, Russian … that was read as Windows-1252 and saved. */
function misreadWhole(
  text: string,
  runs: readonly RegExpExecArray[],
): { at: number; seen: string; meant: string } | undefined {
  const [run] = runs;
  const bytes = run && asBytes(text.slice(0, LOOKED_AT), 'windows-1252');
  if (!run || !bytes) return undefined;
  const best = legacyReading(bytes);
  const asIs = readingsOf(bytes).find(({ encoding }) => encoding === 'windows-1252');
  const characters = best.text.match(/[^\0-\x7f]/g)?.length ?? 0;
  if (!asIs || best.points < MISREAD_WHOLE.was || asIs.points > MISREAD_WHOLE.is) return undefined;
  // In another Western encoding a mark may be a letter by chance.
  if (characters < MISREAD_WHOLE.characters || /[\u00c0-\u024f]/.test(best.text)) return undefined;
  const meant = new TextDecoder(best.encoding).decode(asBytes(run[0], 'windows-1252'));
  return { at: run.index, seen: run[0], meant };
}
