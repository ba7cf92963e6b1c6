import { CommandError } from '../../lib/fault.ts';
import { decode } from '../../lib/decode.ts';
import { invalidByte, utf8In } from '../../lib/utf8.ts';
import { releasesIn } from '../ocds/release.ts';
import { purchasesOf } from '../ocds/purchases.ts';
import { flatTable } from './flatTable.ts';
import { tablesIn } from './jsonTables.ts';
import { parseJson } from './jsonText.ts';
import { sheetOfRows, type Assumption, type ReadOptions, type Sheet } from './sheet.ts';
import { mojibakeRemarks } from './textEncoding.ts';

/**
 * JSON as tables, as `tablesIn` finds them, or one object per line. OCDS releases and records, in packages or one a line, become the table of their
 * purchases.
 * @throws CommandError naming the file, and the line of an NDJSON, where the text is not JSON or has no table
 */
export function readJson(bytes: Uint8Array, file: string, options: ReadOptions = {}): Sheet[] {
  const { text, encoding, assumed, remarks } = textOf(bytes, file, options);
  const { value, lines } = parseJson(text.replace(/^\ufeff/, '').trim(), file);
  const releases = releasesIn(value, file);
  const { tables, unread } = releases
    ? { tables: [{ path: '', rows: flatTable(purchasesOf({ releases })), named: true }], unread: [] }
    : tablesIn(value);
  if (tables.length === 0)
    throw new CommandError(`${file} has no list of objects (expected [{…}] or {"data": [{…}]})`);
  for (const name of unread) options.skipped?.(`${file}: ${name}`);
  const header = options.header ?? 'first';
  return tables.map(({ path, rows, named }) =>
    sheetOfRows({
      file,
      ...(tables.length > 1 || path !== '' ? { sheet: path } : {}),
      format: lines ? 'ndjson' : 'json',
      encoding,
      assumed,
      remarks,
      ...(named ? { header } : options.header === undefined ? {} : { header }),
      rows,
      mergedFilled: 0,
    }),
  );
}

function textOf(
  bytes: Uint8Array,
  file: string,
  { encoding: chosen }: ReadOptions,
): { text: string; encoding: string; assumed: Assumption[]; remarks: string[] } {
  if (chosen !== undefined)
    return { text: new TextDecoder(chosen).decode(bytes), encoding: chosen, assumed: [], remarks: [] };
  const { text, encoding, sure } = decode(bytes);
  const first = encoding === 'utf-8' ? utf8In(bytes).first : undefined;
  if (first !== undefined) {
    const line = Buffer.from(bytes.subarray(0, first)).toString('latin1').split('\n').length;
    throw new CommandError(
      `${file}:${line} is not UTF-8 at ${invalidByte(bytes)}, unlike the rest of the text (correct it there, or save the whole file as UTF-8)`,
    );
  }
  return {
    text,
    encoding,
    assumed: [{ what: 'encoding', is: encoding, sure }],
    remarks: encoding === 'utf-8' ? mojibakeRemarks(bytes, file) : [],
  };
}
