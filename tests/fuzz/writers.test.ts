/** Over 250 lines: one property per writer, over the same hostile rows. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { readXlsx } from 'hucre/xlsx';
import { parseHTML } from 'linkedom';
import { Parser } from 'n3';
import Papa from 'papaparse';
import { describe, expect } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { COMPRESSORS } from '../../src/components/explore/engine/partFile.ts';
import { citationCff } from '../../scripts/compile/write/citationCff.ts';
import { croissant } from '../../scripts/compile/write/croissant.ts';
import { csvw } from '../../scripts/compile/write/csvw.ts';
import { datacite } from '../../scripts/compile/write/datacite.ts';
import { frictionless } from '../../scripts/compile/write/datapackage.ts';
import { writeDcat } from '../../scripts/compile/write/dcat.ts';
import { jsonSchema } from '../../scripts/compile/write/jsonSchema.ts';
import { writeSqlite } from '../../scripts/compile/write/sqlite.ts';
import { SQLITE_FILE } from '../../src/model/sqlDatabase.ts';
import { xlsx } from '../../scripts/compile/write/xlsx.ts';
import { bibtex } from '../../src/cite/bibtex.ts';
import { cslJson } from '../../src/cite/cslJson.ts';
import type { CitedItem } from '../../src/cite/item.ts';
import { ris } from '../../src/cite/ris.ts';
import { csvRecord, harmless } from '../../src/model/csv.ts';
import { excelText, EXCEL_MAX_CHARACTERS } from '../../src/model/excelText.ts';
import type { Cell, Row } from '../../src/model/row.ts';
import { webAddress } from '../../src/model/site.ts';
import { escapeXml } from '../../src/model/xml.ts';
import { changesFeed } from '../../src/published/feed.ts';
import { fuzz } from './fuzz.ts';
import { broken, hostile } from './hostile.ts';
import { folder, published, rows, write } from './published.ts';

const COLUMNS = ['id', 'words', 'more', 'amount', 'year', 'truth'];
const asText = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : String(cell));
const cells = (some: Row[]): string[][] => some.map((row) => COLUMNS.map((name) => asText(row[name])));
const whole = (some: Row[]): Row[] =>
  some.map((row) => Object.fromEntries(COLUMNS.map((name) => [name, row[name] ?? null])));

describe('rows written are rows read', () => {
  fuzz(
    'write: CSV',
    rows,
    async (some) => {
      const text = readFileSync(await write('csv', some), 'utf8');
      const { data, errors } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n' });
      expect(errors).toEqual([]);
      expect(data.slice(1, -1)).toEqual(cells(some));
      // Also quoted where it needs be for readers that trim.
      const records = [COLUMNS, ...whole(some).map((row) => COLUMNS.map((name) => row[name]))];
      expect(text).toBe(records.map(csvRecord).join(''));
    },
    0.3,
  );

  fuzz(
    'write: CSV for Excel, in which no cell runs',
    rows,
    async (some) => {
      const text = readFileSync(await write('csv-excel', some), 'utf8');
      expect(text.startsWith('\ufeff')).toBe(true);
      const { data } = Papa.parse<string[]>(text.slice(1), { delimiter: ',', newline: '\r\n' });
      for (const [index, row] of some.entries())
        for (const [column, name] of COLUMNS.entries()) {
          const read = data[index + 1]![column]!;
          const cell = row[name];
          if (typeof cell !== 'string') expect(read).toBe(asText(cell));
          else {
            expect(read).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
            expect([cell, `'${cell}`]).toContain(read);
          }
        }
    },
    0.3,
  );

  fuzz(
    'write: JSON, the same bytes as JSON.stringify gives for each row',
    rows,
    async (some) => {
      const text = readFileSync(await write('json', some), 'utf8');
      expect(text).toBe(
        `[\n${whole(some)
          .map((row) => JSON.stringify(row))
          .join(',\n')}\n]\n`,
      );
    },
    0.3,
  );

  fuzz(
    'write: CSV, compressed, of which the text is the same',
    rows,
    async (some) => {
      const unpacked = gunzipSync(readFileSync(await write('csv-gz', some))).toString();
      expect(unpacked).toBe(readFileSync(await write('csv', some), 'utf8'));
    },
    0.1,
  );

  fuzz(
    'write: Parquet',
    rows,
    async (some) => {
      const file = await asyncBufferFromFile(await write('parquet', some));
      const read = (await parquetReadObjects({ file, compressors: COMPRESSORS })) as Record<
        string,
        Cell | bigint
      >[];
      // hyparquet's reader strips a leading byte order mark from a text; the file has it.
      const unmarked = whole(some).map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, cell]) => [
            name,
            typeof cell === 'string' ? cell.replace(/^\ufeff/, '') : cell,
          ]),
        ),
      );
      expect(read.map((row) => ({ ...row, id: Number(row['id']) }))).toEqual(unmarked);
    },
    0.1,
  );

  fuzz(
    'write: XLSX, in which texts stay texts and nothing runs',
    fc.tuple(rows, hostile),
    async ([some, text]) => {
      const context = published(text, some);
      const [name] = await xlsx(Infinity).write(context);
      const { sheets } = await readXlsx(readFileSync(join(context.folder, name!)));
      const expected = whole(some).map((row) =>
        COLUMNS.map((column) => {
          const cell = row[column] ?? null;
          return typeof cell === 'string'
            ? cell.replace(/[\ufffe\uffff]/g, '\ufffd').slice(0, EXCEL_MAX_CHARACTERS - 1)
            : cell;
        }),
      );
      const read = sheets[0]!.rows.slice(1).map((row) =>
        COLUMNS.map((_, column) => {
          const cell = (row[column] ?? null) as Cell;
          return typeof cell === 'string' ? cell.slice(0, EXCEL_MAX_CHARACTERS - 1) : cell;
        }),
      );
      expect(read).toEqual(expected);
      expect(sheets).toHaveLength(4);
    },
    0.02,
  );

  fuzz(
    'write: SQLite',
    fc.tuple(rows, hostile),
    async ([some, text]) => {
      const { dataset } = published(text, some);
      await writeSqlite(folder, [dataset], () => Promise.resolve(some));
      const db = new DatabaseSync(join(folder, SQLITE_FILE), { readOnly: true });
      const read = db.prepare('SELECT * FROM hostile ORDER BY rowid').all() as Row[];
      const [about] = db.prepare('SELECT title_en FROM datasets').all() as Row[];
      db.close();
      expect(read.map((row) => ({ ...row }))).toEqual(
        whole(some).map((row) => ({ ...row, truth: row['truth'] === null ? null : Number(row['truth']) })),
      );
      expect(about!['title_en']).toBe(dataset.title.en);
    },
    0.01,
  );
});

describe('descriptions of a dataset keep its texts unchanged', () => {
  for (const [format, textOf] of [
    [frictionless, (read: Row) => read['description']],
    [croissant, (read: Row) => read['description']],
    [csvw, (read: Record<string, never>) => read['dc:description']![0]!['@value']],
    [datacite, (read: Record<string, never>) => read['descriptions']![0]!['description']],
    [jsonSchema, (read: Row) => read['description']],
  ] as [typeof croissant, (read: never) => unknown][])
    fuzz(
      `describe: ${format.name}`,
      hostile,
      async (text) => {
        const context = published(text, []);
        const [name] = await format.write(context);
        const written = readFileSync(join(context.folder, name!), 'utf8');
        expect(textOf(JSON.parse(written) as never)).toBe(context.dataset.description.en);
      },
      0.1,
    );

  fuzz(
    'describe: CITATION.cff',
    hostile,
    async (text) => {
      const context = published(text, []);
      await citationCff.write(context);
      const read = parseYaml(readFileSync(join(context.folder, 'CITATION.cff'), 'utf8')) as Row;
      expect(read['abstract']).toBe(context.dataset.description.en);
      expect(Object.keys(read)).toHaveLength(webAddress('/') ? 11 : 10);
    },
    0.1,
  );

  fuzz(
    'describe: DCAT, as JSON-LD and as Turtle',
    hostile,
    async (text) => {
      const { dataset } = published(text, []);
      await writeDcat(folder, [dataset]);
      JSON.parse(readFileSync(join(folder, 'catalog.jsonld'), 'utf8'));
      const quads = new Parser().parse(readFileSync(join(folder, 'catalog.ttl'), 'utf8'));
      const descriptions = quads.filter(
        ({ predicate }) => predicate.value === 'http://purl.org/dc/terms/description',
      );
      expect(descriptions.map(({ object }) => object.value)).toContain(dataset.description.en);
    },
    0.01,
  );

  fuzz(
    'describe: the feed is XML, and what was written is text in it',
    broken,
    (text) => {
      const { dataset } = published(text, []);
      const { document } = parseHTML(changesFeed([dataset], 'en').replace(/^<\?xml.*\n/, ''));
      expect(document.querySelectorAll('entry').length).toBeGreaterThan(0);
      expect(document.querySelectorAll('script, [onmouseover]')).toHaveLength(0);
    },
    0.1,
  );

  const cited = (title: string): CitedItem => ({
    key: 'k',
    kind: 'dataset',
    title,
    language: 'en',
    date: '2026-11-24',
    url: 'https://example.org/',
  });
  fuzz(
    'describe: a title ends no field of RIS, BibTeX or CSL-JSON',
    broken,
    (title) => {
      for (const style of [ris, bibtex])
        expect(style.write(cited(title)).split(/[\r\n\u0085\u2028\u2029]/).length, style.id).toBe(
          style.write(cited('x')).split('\n').length,
        );
      let depth = 0;
      for (const [character] of bibtex.write(cited(title)).matchAll(/[{}]/g)) {
        depth += character === '{' ? 1 : -1;
        expect(depth).toBeGreaterThanOrEqual(0);
      }
      expect(depth).toBe(0);
      expect((JSON.parse(cslJson.write(cited(title))) as Row[])[0]!['title']).toBe(title);
    },
    0.3,
  );
});

describe('a cell made harmless', () => {
  fuzz('harmless: applied twice changes nothing more', broken, (text) => {
    expect(harmless(harmless(text))).toBe(harmless(text));
    expect(String(harmless(text)).endsWith(text)).toBe(true);
  });

  fuzz('harmless: escaped XML is legal, and read back as it was', broken, (text) => {
    const escaped = escapeXml(text);
    expect(escaped).not.toMatch(/[<>"]/);
    expect(escaped).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
    expect(escaped.isWellFormed()).toBe(true);
    const back = escaped
      .replaceAll('&quot;', '"')
      .replaceAll('&gt;', '>')
      .replaceAll('&lt;', '<')
      .replaceAll('&amp;', '&');
    expect(back).toBe(
      text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd'),
    );
  });

  fuzz(
    'harmless: a text for Excel is short enough and well-formed',
    fc.tuple(broken, fc.integer({ min: 1, max: 9_000 })),
    ([text, times]) => {
      const long = String(excelText(text.repeat(text.length < 20 ? times : 1)));
      expect(long.replaceAll('_x005F_', '_').length).toBeLessThanOrEqual(EXCEL_MAX_CHARACTERS);
      expect(long.isWellFormed()).toBe(true);
    },
    0.05,
  );
});
