import { gunzipSync } from 'fflate';
import {
  cachedAsyncBuffer,
  parquetMetadataAsync,
  parquetRead,
  parquetScan,
  type AsyncBuffer,
  type Compressors,
  type DecodedArray,
  type FileMetaData,
  type ParquetParsers,
  type ParquetQueryFilter,
} from 'hyparquet';

/** A Parquet file of a table, as the page lists it. */
export interface Part {
  url: string;
  bytes: number;
  /** Bytes at the end of the file that hold its metadata, so that the first request is exact. */
  footer: number;
  rows: number;
}

/** Files of at most this many bytes are fetched whole: a request costs more than the bytes. */
const SMALL = 1 << 15;

/** Texts of at least this many characters may be cut off in the statistics of a file. */
const STATISTICS = 16;

/** The compression of texts; that of numbers is built in. */
export const COMPRESSORS: Compressors = {
  GZIP: (bytes, length) => gunzipSync(bytes, { out: new Uint8Array(length) }),
};

/** One Parquet file, read by ranges. Nothing is fetched before it is needed, and no range twice. */
export class PartFile {
  readonly rows: number;
  readonly #part: Part;
  readonly #source: () => AsyncBuffer;
  #opened: Promise<{ file: AsyncBuffer; metadata: FileMetaData }> | undefined;

  constructor(part: Part, source: () => AsyncBuffer) {
    this.rows = part.rows;
    this.#part = part;
    this.#source = source;
  }

  /** The metadata of the file. A failed request is made again when it is next asked for. */
  open(): Promise<{ file: AsyncBuffer; metadata: FileMetaData }> {
    return (this.#opened ??= this.#open().catch((error: unknown) => {
      this.#opened = undefined;
      throw error;
    }));
  }

  async #open(): Promise<{ file: AsyncBuffer; metadata: FileMetaData }> {
    const file = cachedAsyncBuffer(this.#source(), { minSize: SMALL });
    const metadata = await parquetMetadataAsync(file, { initialFetchSize: this.#part.footer });
    return { file, metadata };
  }

  /** The cells of a column from one row up to another of the same row group; only their pages are fetched. */
  async read(column: string, rowStart: number, rowEnd: number): Promise<DecodedArray> {
    const { file, metadata } = await this.open();
    const compressors = COMPRESSORS;
    const scan = await parquetScan({ file, metadata, columns: [column], rowStart, rowEnd, compressors });
    return scan.readColumn({ column, rowStart, rowEnd });
  }

  /**
   * The cells of a column of a whole row group, page by page: joining the pages would take longer than reading them.
   * @param stringFromBytes what a text is read as, if not as a string
   */
  async readPages(
    column: string,
    rowStart: number,
    rowEnd: number,
    stringFromBytes?: ParquetParsers['stringFromBytes'],
  ): Promise<DecodedArray[]> {
    const { file, metadata } = await this.open();
    const pages: DecodedArray[] = [];
    await parquetRead({
      file,
      metadata,
      columns: [column],
      rowStart,
      rowEnd,
      compressors: COMPRESSORS,
      ...(stringFromBytes && { parsers: { stringFromBytes } }),
      onPage: ({ columnData }) => pages.push(columnData),
    });
    return pages;
  }

  /** The one text that all cells of a column have in the row group from `rowStart` on, by its statistics; `undefined` where they differ. */
  async onlyText(column: string, rowStart: number): Promise<string | undefined> {
    const { metadata } = await this.open();
    let start = 0;
    const group = metadata.row_groups.find(({ num_rows: rows }) => {
      if (start === rowStart) return true;
      start += Number(rows);
      return false;
    });
    const chunk = group?.columns.find(({ meta_data: meta }) => meta?.path_in_schema[0] === column);
    const { min_value: least, max_value: most, null_count: empty } = chunk?.meta_data?.statistics ?? {};
    // Statistics of long texts are cut off.
    const isWhole = typeof least === 'string' && least.length < STATISTICS;
    return isWhole && least === most && Number(empty ?? 1) === 0 ? least : undefined;
  }

  /** The ranges of rows that the statistics of the file do not exclude. */
  async rangesFor(pruningFilter: ParquetQueryFilter): Promise<readonly { rowStart: number }[]> {
    const { file, metadata } = await this.open();
    return (await parquetScan({ file, metadata, pruningFilter })).ranges;
  }

  /** The numbers of rows of its row groups. */
  async groupSizes(): Promise<number[]> {
    const { metadata } = await this.open();
    return metadata.row_groups.map((group) => Number(group.num_rows));
  }

  /** The compressed size of a column. */
  async bytesOf(column: string): Promise<number> {
    const { metadata } = await this.open();
    return metadata.row_groups
      .flatMap(({ columns }) => columns)
      .filter(({ meta_data: meta }) => meta?.path_in_schema[0] === column)
      .reduce((sum, { meta_data: meta }) => sum + Number(meta!.total_compressed_size), 0);
  }
}
