import type { Element, ElementContent, Root, RootContent } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { CommandError } from '../../lib/fault.ts';
import { decode } from '../../lib/decode.ts';
import { sheetOfRows, type Assumption, type ReadOptions, type Sheet, wantedSheets } from './sheet.ts';

/** A declared encoding, in the first bytes of a page. */
const CHARSET = /<meta[^>]*charset\s*=\s*["']?\s*([\w-]+)/i;
/** Elements whose text is not shown. */
const UNSEEN = new Set(['style', 'script', 'template', 'noscript', 'head', 'title']);
const LOOKED_AT = 4096;

/**
 * The tables of an HTML page, as databases and web pages export them, often named `.xls`. A cell over several columns or rows is repeated as its text in
 * the first of them only. Tables of one row or one column lay out a page and are not read.
 * @throws CommandError where the page has no table
 */
export function readHtml(bytes: Uint8Array, file: string, options: ReadOptions = {}): Sheet[] {
  const { text, encoding, assumed } = decoded(bytes, options);
  const tables = elementsIn(unified().use(rehypeParse).parse(text), 'table').map((table) => ({
    table,
    rows: rowsOfTable(table),
  }));
  const data = tables.filter(({ rows }) => rows.length > 1 && rows.some((cells) => cells.length > 1));
  if (data.length === 0) throw new CommandError(`${file} is an HTML page without a table of data`);
  if (data.length < tables.length && options.sheet === undefined)
    options.skipped?.(
      `${file}: ${tables.length - data.length} of ${tables.length} tables, which have no data`,
    );
  const sheets = data.map(({ rows }, index) =>
    sheetOfRows({
      file,
      ...(data.length > 1 ? { sheet: `table ${index + 1}` } : {}),
      format: 'html',
      encoding,
      assumed,
      ...(options.header === undefined ? {} : { header: options.header }),
      rows,
      mergedFilled: 0,
    }),
  );
  return wantedSheets(sheets, file, options);
}

/** The text of a page, in the encoding that a person or the page says, or else as detected. */
function decoded(
  bytes: Uint8Array,
  { encoding: chosen }: ReadOptions,
): { text: string; encoding: string; assumed: Assumption[] } {
  const declared = CHARSET.exec(Buffer.from(bytes.subarray(0, LOOKED_AT)).toString('latin1'))?.[1];
  for (const name of chosen === undefined ? [declared] : [chosen])
    try {
      if (name === undefined) continue;
      const decoder = new TextDecoder(name, { fatal: chosen === undefined });
      const text = decoder.decode(bytes);
      const assumed =
        chosen === undefined ? [{ what: 'encoding' as const, is: decoder.encoding, sure: true }] : [];
      return { text, encoding: decoder.encoding, assumed };
    } catch {
      // The page is not in the encoding that it declares, or declares one that does not exist.
    }
  const { text, encoding, sure } = decode(bytes);
  return { text, encoding, assumed: [{ what: 'encoding', is: encoding, sure }] };
}

/** The elements of a name that are not within another of that name. */
function elementsIn(node: Root | Element | RootContent | ElementContent, name: string): Element[] {
  if (node.type === 'element' && node.tagName === name) return [node];
  return 'children' in node ? node.children.flatMap((child) => elementsIn(child, name)) : [];
}

/** The rows of a table that are its own, with tables within cells as text. */
function rowsOfTable(table: Element): string[][] {
  // A table that only holds another is that one.
  const inner = table.children.flatMap((child) => elementsIn(child, 'table'));
  const own = table.children.flatMap((child) => elementsIn(child, 'tr'));
  if (own.length === 1 && inner.length === 1) return rowsOfTable(inner[0]!);
  const rows: string[][] = [];
  /** By column: in how many further rows a cell above covers it. */
  const covered: number[] = [];
  for (const row of own) {
    const cells: string[] = [];
    let column = 0;
    const skip = (): void => {
      while ((covered[column] ?? 0) > 0) {
        covered[column]! -= 1;
        cells[column] = '';
        column += 1;
      }
    };
    for (const cell of row.children) {
      if (cell.type !== 'element' || !/^t[dh]$/.test(cell.tagName)) continue;
      skip();
      const [wide, high] = [spanOf(cell, 'colSpan'), spanOf(cell, 'rowSpan')];
      for (let at = 0; at < wide; at += 1) {
        cells[column] = at === 0 ? textOf(cell) : '';
        covered[column] = high - 1;
        column += 1;
      }
    }
    skip();
    rows.push(Array.from(cells, (cell) => cell ?? ''));
  }
  return rows;
}

function spanOf({ properties }: Element, name: 'colSpan' | 'rowSpan'): number {
  const span = Number(properties[name] ?? 1);
  return Number.isInteger(span) && span > 0 && span <= 1000 ? span : 1;
}

function textOf(node: Element | ElementContent): string {
  const parts: string[] = [];
  const collect = (one: Element | ElementContent): void => {
    if (one.type === 'text') parts.push(one.value);
    else if (one.type === 'element' && !UNSEEN.has(one.tagName)) {
      if (one.tagName === 'br') parts.push(' ');
      for (const child of one.children) collect(child);
    }
  };
  collect(node);
  return parts.join('').replace(/\s+/g, ' ').trim();
}
