import { createWriteStream, mkdirSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { Transform } from 'node:stream';
import { createGzip, type Gzip } from 'node:zlib';
import { headerMember, SYSTEM } from '../../lib/csvParts.ts';
import type { Reject } from './ingestLedger.ts';
import type { Output, OpenOutput } from './output.ts';

/** Characters that are collected before they are compressed. */
const BLOCK = 1 << 16;

/** The file of a part that is being written. */
interface OpenPart {
  /** The member of the rows. */
  gzip: Gzip;
  written: Promise<void>;
  held: string;
}

/**
 * Writes the rows of a table as parts, `<part>.csv.gz`, each of two gzip members with fixed bytes: the header, then the rows. A part stays open until
 * the end, and memory does not grow with its rows.
 * @param folder where the parts go
 */
export function partsOutput(folder: string, onReject: (reject: Reject) => void): OpenOutput {
  return (fields): Output => {
    const header = headerMember(fields.map(({ name }) => name));
    const parts = new Map<string, OpenPart>();
    mkdirSync(folder, { recursive: true });
    const open = (name: string): OpenPart => {
      const file = createWriteStream(join(folder, `${name}.csv.gz`));
      const written = finished(file);
      // Whoever writes next is shown the error.
      written.catch(() => undefined);
      file.write(header);
      const gzip = createGzip({ level: 9 });
      gzip.pipe(systemUnknown()).pipe(file);
      return { gzip, written, held: '' };
    };
    const flush = async (part: OpenPart): Promise<void> => {
      const text = part.held;
      part.held = '';
      if (text !== '' && !part.gzip.write(text)) await Promise.race([once(part.gzip, 'drain'), part.written]);
    };
    return {
      async write(rows) {
        for (const { part: name = 'all', csv } of rows) {
          let part = parts.get(name);
          if (part === undefined) parts.set(name, (part = open(name)));
          part.held += `${csv.slice(1)}\r\n`;
          if (part.held.length > BLOCK) await flush(part);
        }
      },
      reject: onReject,
      async close() {
        for (const part of parts.values()) {
          await flush(part);
          part.gzip.end();
          await part.written;
        }
      },
    };
  };
}

/** Replaces the operating system in the header of a gzip. */
function systemUnknown(): Transform {
  let read = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const at = SYSTEM.at - read;
      if (at >= 0 && at < chunk.length) chunk[at] = SYSTEM.unknown;
      read += chunk.length;
      done(null, chunk);
    },
  });
}
