import { createHash } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Engine } from './engine.ts';

/** A picture that no build used for so long is deleted. */
const DAYS = 14;
const DAY = 86_400_000;

/**
 * An engine that keeps the pictures it made in a folder and takes them from there: drawing all charts takes a third of a build, and few of them
 * change between two.
 * @param makers what else decides the bytes: the versions of the libraries and the fonts
 */
export function cachedEngine(
  engine: Engine,
  folder: string,
  makers: readonly (string | Uint8Array)[],
): Engine {
  const same = digest(...makers);
  mkdirSync(folder, { recursive: true });
  const oldest = Date.now() - DAYS * DAY;
  for (const name of readdirSync(folder))
    if (statSync(join(folder, name)).mtimeMs < oldest) rmSync(join(folder, name), { force: true });

  const found = (name: string): Uint8Array | undefined => {
    const path = join(folder, name);
    try {
      const bytes = readFileSync(path);
      utimesSync(path, new Date(), new Date());
      return bytes;
    } catch {
      // Not made before, or deleted by another build in between.
      return undefined;
    }
  };
  const keep = (name: string, bytes: Uint8Array): Uint8Array => {
    // Under another name first, so that no build reads half a file.
    const part = join(folder, `${name}.${process.pid}`);
    writeFileSync(part, bytes);
    renameSync(part, join(folder, name));
    return bytes;
  };
  const kept = (of: readonly string[], make: () => Uint8Array): Uint8Array => {
    const name = digest(same, ...of);
    return found(name) ?? keep(name, make());
  };
  return {
    ...engine,
    outline: (svg) => Buffer.from(kept(['svg', svg], () => Buffer.from(engine.outline(svg)))).toString(),
    png: (svg, zoom) => kept(['png', String(zoom), svg], () => engine.png(svg, zoom)),
    async pdf(svg, properties) {
      const name = digest(same, 'pdf', JSON.stringify(properties), svg);
      return found(name) ?? keep(name, await engine.pdf(svg, properties));
    },
  };
}

function digest(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  // The length of each, so that parts cannot run into each other.
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
}
