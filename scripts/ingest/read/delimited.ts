import Papa from 'papaparse';
import { decode } from './decode.ts';
import type { Sheet } from './sheet.ts';

const DELIMITERS = [',', '\t', ';', '|'];

/** Delimited text, its encoding and delimiter found by looking. Line ends of any kind, mixed ones too, are one. */
export function readDelimited(bytes: Uint8Array, file: string): Sheet {
  const { text, encoding } = decode(bytes);
  const plain = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const { data, meta } = Papa.parse<string[]>(plain, {
    skipEmptyLines: false,
    newline: '\n',
    delimitersToGuess: DELIMITERS,
  });
  // What follows the last line end is no row.
  const last = data.at(-1);
  if (last?.length === 1 && last[0] === '') data.pop();
  return { file, format: 'delimited', encoding, delimiter: meta.delimiter, rows: data, mergedFilled: 0 };
}
