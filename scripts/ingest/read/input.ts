import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CommandError } from '../../lib/fault.ts';
import { fileBlocks, blocksOf, type Blocks } from './blocks.ts';

/** A file to be read: its name as shown, and its content. */
export interface Input {
  file: string;
  blocks: Blocks;
}

/**
 * The files named on a command line: a file, a folder (each file below it except hidden ones), or `-` for standard input.
 * @throws CommandError where a file does not exist or a folder is empty
 */
export function inputsOf(names: string[]): Input[] {
  return names.flatMap((name) => {
    if (name === '-') return [{ file: 'standard input', blocks: blocksOf(() => readFileSync(0)) }];
    const stat = statSync(name, { throwIfNoEntry: false });
    if (!stat) throw new CommandError(`${name} does not exist`);
    const files = stat.isDirectory() ? filesBelow(name) : [name];
    if (files.length === 0) throw new CommandError(`${name} is a folder without a file`);
    return files.map((file) => ({ file, blocks: fileBlocks(file) }));
  });
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(path) : [path];
    });
}
