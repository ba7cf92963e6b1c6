import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCES = fileURLToPath(new URL('kernel/', import.meta.url));
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const ASC = join(ROOT, 'node_modules', 'assemblyscript', 'bin', 'asc.js');
const OPTIONS = ['-O3', '--converge', '--enable', 'simd', '--runtime', 'stub', '--noAssert'];

const modules = new Map<string, WebAssembly.Module>();

/**
 * A module of the kernel, compiled.
 * @param entry the file that says what it exports
 */
export function compiled(entry: string): WebAssembly.Module {
  const known = modules.get(entry);
  if (known) return known;
  const made = new WebAssembly.Module(bytesOf(entry));
  modules.set(entry, made);
  return made;
}

/** A compiled module, made where the sources have changed. */
function bytesOf(entry: string): Uint8Array<ArrayBuffer> {
  const hash = createHash('sha256').update(OPTIONS.join(' '));
  for (const name of readdirSync(SOURCES).sort()) hash.update(name).update(readFileSync(join(SOURCES, name)));
  const cache = join(ROOT, 'node_modules', '.cache', 'kernel');
  const file = join(cache, `${entry}-${hash.digest('hex').slice(0, 16)}.wasm`);
  try {
    return new Uint8Array(readFileSync(file));
  } catch {
    // It is made below.
  }
  const folder = folderIn(cache);
  try {
    const made = join(folder, 'kernel.wasm');
    execFileSync(process.execPath, [ASC, join(SOURCES, `${entry}.ts`), '-o', made, ...OPTIONS], {
      // What it says is told where it fails; it warns of what is no fault.
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const bytes = new Uint8Array(readFileSync(made));
    // Others may do the same meanwhile; what they keep is the same.
    if (folder.startsWith(cache)) renameSync(made, file);
    return bytes;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A new folder in one that may not be there, or, where nothing can be written, among the system's temporary ones. */
function folderIn(cache: string): string {
  try {
    mkdirSync(cache, { recursive: true });
    return mkdtempSync(join(cache, 'made-'));
  } catch {
    return mkdtempSync(join(tmpdir(), 'kernel-'));
  }
}
