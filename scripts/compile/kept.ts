import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PublishedDataset, PublishedFile } from '../../src/model/catalogue.ts';
import type { Dataset, Table } from '../../src/model/dataset.ts';
import type { Row } from '../../src/model/row.ts';
import type { PartAccount } from './partAccount.ts';
import { codeKey } from './unchanged.ts';
import { fileFacts } from './write/fileFacts.ts';

/** A part of a large table as it was published. */
export interface KeptPart {
  account: PartAccount;
  /** Its Parquet, below the dataset's folder. */
  parquet: PublishedFile;
}

/** What `.compile/kept.json` holds. */
interface Note {
  code: string;
  parts: Record<string, KeptPart>;
  /** The files that describe or hold a whole dataset, by its id. */
  descriptions: Record<string, { key: string; files: PublishedFile[] }>;
}

/**
 * What the last compile published of parts of large tables and of descriptions, each under a key of all that it was made from, so that a new month
 * is compiled without the other months. What is taken over is compared with its SHA-256 first.
 */
export class Kept {
  /** How many parts and descriptions of datasets this run took over. */
  readonly used = { parts: 0, descriptions: 0 };
  readonly #root: string;
  readonly #before: Note;
  readonly #now: Note;

  private constructor(root: string, code: string, before: Note | undefined) {
    this.#root = root;
    this.#now = { code, parts: {}, descriptions: {} };
    this.#before = before ?? { code, parts: {}, descriptions: {} };
  }

  /** @param root the project's folder */
  static ofLastCompile(root: string): Kept {
    const code = codeKey();
    return new Kept(root, code, readNote(noteFile(root), code));
  }

  /** Takes nothing over. */
  static nothing(root: string): Kept {
    return new Kept(root, codeKey(), undefined);
  }

  /** The key of a part. @param file that holds its rows */
  partKey({ id, licence }: Dataset, table: Table, file: string): string {
    return keyOf([id, licence, table, hashOf(readFileSync(file))]);
  }

  /** The part as it was published. @param dataset its id */
  part(dataset: string, key: string): KeptPart | undefined {
    const part = this.#before.parts[key];
    return part && this.#isThere(dataset, part.parquet) ? part : undefined;
  }

  /** Notes a part of this run. */
  keepPart(key: string, part: KeptPart): void {
    this.#now.parts[key] = part;
  }

  /** Publishes a part as it was. @param folder where this run publishes the dataset */
  takeOver(dataset: string, { parquet }: KeptPart, folder: string): void {
    this.#copy(dataset, parquet, folder);
    this.used.parts += 1;
  }

  /** The descriptions of a dataset: those that were published, where nothing they were made from changed; else those that `write` writes. */
  async describe(
    folder: string,
    dataset: PublishedDataset,
    sources: Row[],
    write: () => Promise<void>,
  ): Promise<void> {
    const key = keyOf([dataset, sources]);
    const before = this.#before.descriptions[dataset.id];
    if (before?.key === key && before.files.every((file) => this.#isThere(dataset.id, file))) {
      for (const file of before.files) this.#copy(dataset.id, file, join(folder, dataset.id));
      dataset.files.push(...before.files);
      this.used.descriptions += 1;
    } else await write();
    this.#now.descriptions[dataset.id] = { key, files: dataset.files };
  }

  /** Keeps the notes of this run for the next; called after everything is published. */
  note(): void {
    const file = noteFile(this.#root);
    writeFileSync(`${file}.next`, JSON.stringify(this.#now));
    renameSync(`${file}.next`, file);
  }

  #copy(dataset: string, { name }: PublishedFile, folder: string): void {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    copyFileSync(join(this.#publishedFolder(dataset), name), path);
  }

  #publishedFolder(dataset: string): string {
    return join(this.#root, 'public', 'data', dataset);
  }

  #isThere(dataset: string, { name, format, sha256 }: PublishedFile): boolean {
    const path = join(this.#publishedFolder(dataset), name);
    return existsSync(path) && fileFacts(path, format).sha256 === sha256;
  }
}

const noteFile = (root: string): string => join(root, '.compile', 'kept.json');

/** The notes of the last run, if they are of the same code. */
function readNote(file: string, code: string): Note | undefined {
  if (!existsSync(file)) return undefined;
  const note = JSON.parse(readFileSync(file, 'utf8')) as Note;
  return note.code === code ? note : undefined;
}

const hashOf = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex');
const keyOf = (parts: unknown): string => hashOf(JSON.stringify(parts));
