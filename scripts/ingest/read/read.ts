import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { CommandError } from '../../lib/fault.ts';
import { allBytes, firstBytes, blocksOf } from './blocks.ts';
import { readDelimited } from './delimited.ts';
import { formatOf, type Format } from './fileFormat.ts';
import type { Input } from './input.ts';
import { readJson } from './json.ts';
import { wantedSheets, type ReadOptions, type Sheet } from './sheet.ts';

const UNREADABLE: Partial<Record<Format, string>> = {
  empty: 'is empty',
  pdf: 'is a PDF, which cannot be read as a table (export it as CSV or XLSX)',
  ole2: 'is an old Excel workbook (XLS; save it as XLSX)',
  xlsb: 'is a binary Excel workbook (XLSB; save it as XLSX)',
  document:
    'is a text document or a presentation, which is not read (copy its table into a spreadsheet and save it as XLSX)',
  mhtml:
    'is a saved web page (MHTML), which is not read (open it in a spreadsheet program and save it as XLSX)',
  xml: 'is XML, which is not read (the publisher may also have it as CSV or JSON; a spreadsheet program opens many XML files: save it as XLSX)',
  other: 'is neither text, JSON, HTML, Parquet, XLSX, ODS, gzip nor ZIP',
};

/** Members of an archive that the operating system added. */
const JUNK = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|\.)|\/$/;

/** The greatest depth of nested archives; some archives contain themselves. */
const DEEPEST = 8;

/** Number of bytes from which the format of a file is detected. */
const LOOKED_AT = 1 << 16;

/**
 * The tables in a file; its format is detected from its bytes, and archives are unpacked at every level. Delimited text may be of any size; other
 * formats are held in memory.
 * @param input the file; its name is shown in faults and in the ledger
 * @throws CommandError naming the file, and the member of an archive, where it cannot be read
 */
export async function readSheets(
  { file, blocks }: Input,
  options: ReadOptions = {},
  depth = 0,
): Promise<Sheet[]> {
  if (depth > DEEPEST) throw new CommandError(`${file} has more than ${DEEPEST} nested archives`);
  let format: Format = 'gzip';
  try {
    const { bytes: start, all } = await firstBytes(blocks, LOOKED_AT);
    format = formatOf(start);
    if (format === 'delimited') {
      if (options.sheet !== undefined)
        throw new CommandError(`${file} is delimited text, which has no sheets (leave --sheet out)`);
      return [await readDelimited(blocks, file, options)];
    }
    const bytes = all ? start : await allBytes(blocks);
    // Whether a ZIP is a workbook is known only from all its bytes.
    format = formatOf(bytes);
    const unreadable = UNREADABLE[format];
    if (unreadable) throw new CommandError(`${file} ${unreadable}`);
    if (format === 'gzip')
      return await readSheets({ file, blocks: blocksOf(() => gunzipSync(bytes)) }, options, depth + 1);
    if (format === 'zip') return await readArchive(bytes, file, options, depth + 1);
    if (format === 'xlsx' || format === 'ods')
      return await (await import('./spreadsheet.ts')).readWorkbook(bytes, file, format, options);
    if (format === 'html') return (await import('./html.ts')).readHtml(bytes, file, options);
    if (format === 'parquet')
      return await (await import('./parquetTable.ts')).readParquet(bytes, file, options);
    return wantedSheets(readJson(bytes, file, options), file, options);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`${file} cannot be read as ${format}: ${(error as Error).message}`);
  }
}

async function readArchive(
  bytes: Uint8Array,
  file: string,
  options: ReadOptions,
  depth: number,
): Promise<Sheet[]> {
  const members = Object.entries(unzipSync(bytes))
    .filter(([name]) => !JUNK.test(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  if (members.length === 0) throw new CommandError(`${file} is an empty ZIP`);
  const sheets: Sheet[] = [];
  for (const [name, content] of members)
    sheets.push(
      ...(await readSheets({ file: `${file}!${name}`, blocks: blocksOf(() => content) }, options, depth)),
    );
  return sheets;
}
