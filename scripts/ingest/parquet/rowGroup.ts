import { closeSync, openSync, readSync } from 'node:fs';
import { constants, zstdCompressSync } from 'node:zlib';
import type { ColumnMetaData, Encoding, ParquetType, SchemaElement, Statistics } from 'hyparquet';
import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js';
import { writePageHeader } from 'hyparquet-writer/src/datapage.js';
import { CommandError } from '../../lib/fault.ts';
import type { Column } from '../../rules/rule.ts';
import { makePages, type Pages } from './pages.ts';

/** A column of a clean CSV. */
export interface CsvColumn {
  name: string;
  type: Column['type'];
}

/** A clean CSV; no cell of it has a line end within. */
export interface CleanCsv {
  path: string;
  columns: readonly CsvColumn[];
  /** Bytes of its header. */
  header: number;
  /** Bytes of all. */
  size: number;
  /** Bytes whose records make a row group. */
  share: number;
}

const TEXT: Omit<SchemaElement, 'name'> = {
  type: 'BYTE_ARRAY',
  converted_type: 'UTF8',
  logical_type: { type: 'STRING' },
};
/** What a column is in Parquet. */
export const PHYSICAL: Record<Column['type'], Omit<SchemaElement, 'name'>> = {
  string: TEXT,
  'partial-date': TEXT,
  integer: { type: 'INT64' },
  year: { type: 'INT32' },
  number: { type: 'DOUBLE' },
};

/** A row group as it stands in the file; its offsets begin with it. */
export interface RowGroupBytes {
  /** They may be used until the next row group is asked for. */
  bytes: Uint8Array<ArrayBuffer>;
  rows: number;
  columns: ColumnMetaData[];
}

/** How many row groups a CSV makes, the empty ones too. */
export const groupsOf = ({ size, share }: Pick<CleanCsv, 'size' | 'share'>): number =>
  Math.ceil(size / share);

/** Bytes that a row group takes at first. */
const ROOM = 1 << 20;
/** Bytes that are read beyond a share at first, for the end of its last record. */
const MORE = 64 << 10;
const LINE_END = '\r\n';
const LEVEL = { [constants.ZSTD_c_compressionLevel]: 1 };
/** Bytes that compressed ones may have more than bare ones; so many, too, that they get memory of their own. */
const OVER = 8 << 10;

/** Makes the row groups of one clean CSV, each by itself: which records are in it hangs on their place alone. */
export class RowGroups {
  readonly #csv: CleanCsv;
  readonly #pages: Pages = makePages();
  readonly #writer = new ByteWriter(ROOM);

  constructor(csv: CleanCsv) {
    this.#csv = csv;
  }

  /**
   * The records that begin in the share `index` of the bytes.
   * @throws CommandError where a cell is not of its column's type, or a record longer than any
   * @throws Error where the file cannot be read
   */
  make(index: number): RowGroupBytes {
    const { path, columns } = this.#csv;
    const file = openSync(path, 'r');
    let rows: number;
    try {
      rows = this.#split(index, file);
    } finally {
      closeSync(file);
    }
    if (rows === 0) return { bytes: new Uint8Array(), rows, columns: [] };
    this.#writer.offset = 0;
    this.#writer.index = 0;
    const made = columns.map((column, at) => this.#column(column, at, rows));
    return { bytes: this.#writer.getBytes() as Uint8Array<ArrayBuffer>, rows, columns: made };
  }

  /** Reads the records of a share into the kernel. @returns how many they are */
  #split(index: number, file: number): number {
    const { header, size, share, columns } = this.#csv;
    const pages = this.#pages;
    const memory = Buffer.from(pages.memory.buffer, pages.text.value, pages.ROOM.value);
    const from = Math.max(index * share, header);
    const to = Math.min((index + 1) * share, size);
    if (to <= from) return 0;
    // Records begin behind a line end, which may be the last bytes before.
    const base = from - LINE_END.length;
    let read = 0;
    let end = 0;
    for (let wanted = to - base + MORE; end === 0; wanted = memory.length) {
      const more = Math.min(wanted, memory.length, size - base) - read;
      if (more <= 0)
        throw new CommandError(`a record of more than ${memory.length - share} bytes is too long`);
      read += readSync(file, memory, read, more, base + read);
      end = afterLineEnd(memory.subarray(0, read), to - from);
    }
    const start = afterLineEnd(memory, 0);
    if (start === end) return 0;
    memory.copyWithin(0, start, end);
    const rows = pages.split(end - start, columns.length);
    if (rows < 0) throw new CommandError(`a record has not ${columns.length} cells`);
    return rows;
  }

  /** Writes the pages of a column. @returns what the footer says of them */
  #column(column: CsvColumn, at: number, rows: number): ColumnMetaData {
    const writer = this.#writer;
    const { type } = PHYSICAL[column.type];
    this.#write(column, at);
    const pages = this.#pages;
    const written = new Uint8Array(pages.memory.buffer, pages.output.value, pages.written());
    const dictionary = written.subarray(0, pages.dictionaryBytes.value);
    const begin = writer.offset;
    let uncompressed = 0;
    const page = (
      bytes: Uint8Array,
      header: (sizes: PageSizes) => Parameters<typeof writePageHeader>[1],
    ): void => {
      const chunkSize = bytes.length + OVER;
      const compressed = zstdCompressSync(bytes, { params: LEVEL, chunkSize });
      const start = writer.offset;
      writePageHeader(
        writer,
        header({ uncompressed_page_size: bytes.length, compressed_page_size: compressed.length }),
      );
      uncompressed += writer.offset - start + bytes.length;
      writer.appendBytes(compressed);
      // Its memory is given back at once; a collector would wait.
      if (compressed.buffer.byteLength === chunkSize) compressed.buffer.transfer(0);
    };
    const encoding = encodingOf(type!, dictionary.length > 0);
    if (dictionary.length > 0)
      page(dictionary, (sizes) => ({
        ...sizes,
        type: 'DICTIONARY_PAGE',
        dictionary_page_header: { num_values: pages.different.value, encoding: 'PLAIN' },
      }));
    const data = writer.offset;
    page(written.subarray(dictionary.length), (sizes) => ({
      ...sizes,
      type: 'DATA_PAGE',
      data_page_header: {
        num_values: rows,
        encoding,
        definition_level_encoding: 'RLE',
        repetition_level_encoding: 'RLE',
      },
    }));
    return {
      type: type!,
      encodings: [
        ...new Set<Encoding>(['RLE', ...(dictionary.length > 0 ? (['PLAIN'] as const) : []), encoding]),
      ],
      path_in_schema: [column.name],
      codec: 'ZSTD',
      num_values: BigInt(rows),
      total_uncompressed_size: BigInt(uncompressed),
      total_compressed_size: BigInt(writer.offset - begin),
      data_page_offset: BigInt(data),
      ...(dictionary.length > 0 ? { dictionary_page_offset: BigInt(begin) } : {}),
      statistics: this.#statistics(column, rows),
    };
  }

  #write({ name, type }: CsvColumn, at: number): void {
    const pages = this.#pages;
    const { type: physical } = PHYSICAL[type];
    if (physical === 'BYTE_ARRAY') {
      pages.writeTexts(at);
      return;
    }
    const isWritten =
      physical === 'DOUBLE' ? pages.writeNumbers(at) : pages.writeWholes(at, physical === 'INT32');
    if (isWritten !== 0) return;
    const row = pages.faultyRow.value;
    throw new CommandError(
      `row ${this.#cell(row, 0)}: ${name} is ${this.#cell(row, at)}, which Parquet does not hold as ${physical} (make it a string in dataset.yaml)`,
    );
  }

  #cell(row: number, at: number): string {
    const pages = this.#pages;
    pages.see(row, at);
    return Buffer.from(pages.memory.buffer, pages.from.value, pages.size.value).toString();
  }

  #statistics({ type }: CsvColumn, rows: number): Statistics {
    const pages = this.#pages;
    const nulls = pages.nulls.value;
    const count = { null_count: BigInt(nulls) };
    if (nulls === rows) return count;
    const physical = PHYSICAL[type].type;
    if (physical === 'BYTE_ARRAY') {
      const copy = (at: number, length: number): Uint8Array =>
        new Uint8Array(pages.memory.buffer).slice(at, at + length);
      return {
        ...count,
        min_value: copy(pages.least.value, pages.leastLength.value),
        max_value: copy(pages.greatest.value, pages.greatestLength.value),
      };
    }
    if (physical === 'DOUBLE') {
      // Of noughts the least has a sign, whatever stands there.
      const least = pages.leastNumber.value;
      const greatest = pages.greatestNumber.value;
      return { ...count, min_value: least === 0 ? -0 : least, max_value: greatest === 0 ? 0 : greatest };
    }
    const [least, greatest] = [pages.leastWhole.value, pages.greatestWhole.value];
    return physical === 'INT32'
      ? { ...count, min_value: Number(least), max_value: Number(greatest) }
      : { ...count, min_value: least, max_value: greatest };
  }
}

interface PageSizes {
  uncompressed_page_size: number;
  compressed_page_size: number;
}

function encodingOf(type: ParquetType, numbered: boolean): Encoding {
  if (numbered) return 'RLE_DICTIONARY';
  return type === 'INT64' || type === 'INT32' ? 'DELTA_BINARY_PACKED' : 'PLAIN';
}

/** The place behind the first line end from a place on, or 0. */
function afterLineEnd(bytes: Buffer, from: number): number {
  const at = bytes.indexOf(LINE_END, from);
  return at < 0 ? 0 : at + LINE_END.length;
}
