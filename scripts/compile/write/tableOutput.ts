import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { PublishedFile } from '../../../src/model/catalogue.ts';
import type { Dataset, Table } from '../../../src/model/dataset.ts';
import type { Cells } from '../read/typedCell.ts';
import { fileFacts } from './fileFacts.ts';
import { LARGE_FORMATS, SMALL_FORMATS, SMALL_ROWS } from './formats.ts';
import { fileName, type TableFormat, type TablePart, type TableWriter } from './tableFormat.ts';

/**
 * Node lets its memory grow to several times what is in use before it clears it; with this a million rows take half of it, and no more
 * time.
 */
const CLEAR_OFTEN = '--heap-growing-percent=30';

/**
 * Where the rows of one table go: held until it shows whether the table is small, then into every format of its size. Memory holds no more
 * rows than a small table has.
 */
export class TableOutput {
  readonly #folder: string;
  readonly #dataset: Dataset;
  readonly #table: Table;
  #held: ({ rows: readonly Cells[]; part: TablePart | undefined } | { ended: TablePart })[] = [];
  #rows = 0;
  #writers: { format: TableFormat; writer: TableWriter }[] | undefined;

  /** @param folder that of the dataset in the publication; it is there */
  constructor(folder: string, dataset: Dataset, table: Table) {
    this.#folder = folder;
    this.#dataset = dataset;
    this.#table = table;
  }

  /** @param part that which the rows are kept in, of a table that is kept in parts */
  async write(rows: readonly Cells[], part?: TablePart): Promise<void> {
    this.#rows += rows.length;
    if (this.#writers) return this.#hand(rows, part);
    this.#held.push({ rows, part });
    if (this.#rows > SMALL_ROWS) await this.#openLarge();
  }

  /** Called after the last row of a part. */
  async endPart(part: TablePart): Promise<void> {
    if (this.#writers) await this.#endPart(part);
    else this.#held.push({ ended: part });
  }

  /**
   * Called in place of `write` and `endPart` for a part of a large table that is published as before.
   * @param rows how many it has
   * @param parquet its Parquet file, which is in its place already
   */
  async takeOver(part: TablePart, rows: number, parquet: string): Promise<void> {
    this.#rows += rows;
    if (!this.#writers) await this.#openLarge();
    for (const { writer } of this.#writers!) await writer.takeOver?.(part, parquet);
  }

  /** Ends the files and returns what they are. */
  async close(): Promise<PublishedFile[]> {
    if (!this.#writers) await this.#open(SMALL_FORMATS);
    const files: PublishedFile[] = [];
    for (const { format, writer } of this.#writers!) {
      const names = (await writer.close()) ?? [fileName(this.#table, format)];
      for (const name of names)
        files.push({
          ...fileFacts(join(this.#folder, name), format.name),
          name,
        });
    }
    return files;
  }

  async #openLarge(): Promise<void> {
    setFlagsFromString(CLEAR_OFTEN);
    await this.#open(LARGE_FORMATS);
  }

  async #open(formats: readonly TableFormat[]): Promise<void> {
    this.#writers = formats.map((format) => ({
      format,
      writer: format.open(join(this.#folder, fileName(this.#table, format)), this.#dataset, this.#table),
    }));
    const held = this.#held;
    this.#held = [];
    for (const one of held)
      if ('ended' in one) await this.#endPart(one.ended);
      else await this.#hand(one.rows, one.part);
  }

  async #hand(rows: readonly Cells[], part?: TablePart): Promise<void> {
    for (const { writer } of this.#writers!) await writer.write(rows, part);
  }

  async #endPart(part: TablePart): Promise<void> {
    for (const { writer } of this.#writers!) await writer.endPart?.(part);
  }
}
