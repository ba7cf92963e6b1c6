import { closeSync, mkdirSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { LargeTable, PublishedTable } from '../../src/model/catalogue.ts';
import type { Dataset, Table } from '../../src/model/dataset.ts';
import type { Cell } from '../../src/model/row.ts';
import { CitedSources } from './citedSources.ts';
import { ColumnReader } from './check/columnReader.ts';
import { filledWhereCheck } from './check/constraints.ts';
import { checkHeader } from './check/header.ts';
import type { RowChecks } from './check/rowChecks.ts';
import { headerMember } from '../lib/csvParts.ts';
import type { Fault } from '../lib/fault.ts';
import type { CoverageBuilder } from './coverage.ts';
import { LedgerBuilder } from './ledgerBuilder.ts';
import type { Cells } from './read/typedCell.ts';
import { readCsv, type RawRecord } from './read/records.ts';
import { tableFiles, type TableFile } from './read/tableFiles.ts';
import type { TablePart } from './write/tableFormat.ts';
import { TableOutput } from './write/tableOutput.ts';

/** What a table came to: as published, and the faults found on the way. */
export interface CompiledTable {
  table: PublishedTable;
  faults: Fault[];
  /** The sources its rows point at. */
  sources: ReadonlySet<string>;
}

/** Rows of a large table that its pages show. */
const FIRST_ROWS = 50;

/**
 * Compiles one table as a stream: read → clean → check → write, in every format of its size, into `folder/<dataset>/`.
 * @param checks those of the whole compile, to which this table's rows are shown
 * @param coverage that of the dataset
 * @param source where the rows are, if not in `data/`
 * @param keepsKeys whether keys that repeat are looked for while the rows are read
 */
export async function compileTable(
  root: string,
  folder: string,
  dataset: Dataset,
  table: Table,
  checks: RowChecks,
  coverage: CoverageBuilder,
  source: readonly TableFile[] = tableFiles(root, dataset.id, table.name),
  keepsKeys = true,
): Promise<CompiledTable> {
  const out = join(folder, dataset.id);
  mkdirSync(out, { recursive: true });
  const ledger = new LedgerBuilder(table);
  const rows = new RowReader(table, ledger, checks.open(dataset, table, keepsKeys), coverage);
  const output = new TableOutput(out, dataset, table);
  const first: Cells[] = [];
  for (const file of source) {
    rows.begin(file);
    const part = partOf(root, file, table);
    const wholeFile = await readCsv(file.path ?? join(root, file.file), file.file, (records) => {
      const made = rows.read(records);
      for (let at = 0; first.length < FIRST_ROWS && at < made.length; at += 1) first.push(made[at]!);
      return output.write(made, part);
    });
    rows.end(wholeFile, part?.isCompressed === true);
    if (part) await output.endPart(part);
  }
  const files = await output.close();
  const account = ledger.close(dataset);
  const sources = rows.sources.all;
  const large: LargeTable = {
    firstRows: first.map((cells) =>
      Object.fromEntries(table.fields.map(({ name }, at) => [name, cells[at]!])),
    ),
    sources: [...sources].sort(),
  };
  return {
    table: {
      ...table,
      rows: account.rows_out,
      files,
      ledger: account,
      ...(files.some(({ format }) => format === 'json') ? {} : { large }),
    },
    faults: rows.faults,
    sources,
  };
}

/** The part of a table that a file holds, if the table is kept in parts. */
function partOf(root: string, { file, part }: TableFile, { fields }: Table): TablePart | undefined {
  if (part === undefined) return undefined;
  const path = join(root, file);
  const header = headerMember(fields.map(({ name }) => name));
  const start = Buffer.alloc(header.length);
  const descriptor = openSync(path, 'r');
  try {
    readSync(descriptor, start);
  } finally {
    closeSync(descriptor);
  }
  return { name: part, path, isCompressed: start.equals(header) };
}

/** Makes rows of the records of one table, file by file: cleaned, of the right types, and shown to every check. */
class RowReader {
  readonly faults: Fault[] = [];
  readonly sources: CitedSources;
  readonly #table: Table;
  readonly #columns: { name: string; reader: ColumnReader }[];
  readonly #ledger: LedgerBuilder;
  readonly #check: ReturnType<RowChecks['open']>;
  readonly #checkFilled: ReturnType<typeof filledWhereCheck>;
  readonly #cover: ReturnType<CoverageBuilder['open']>;
  readonly #partColumn: number;
  #file: TableFile = { file: '' };
  #header: string[] | undefined;
  #readable = true;
  #faultsBefore = 0;
  #changesBefore = 0;
  /** The first cell of the file that a rule changed. */
  #firstChange: { row: number; column: string; value: string; right: string } | undefined;

  constructor(
    table: Table,
    ledger: LedgerBuilder,
    check: ReturnType<RowChecks['open']>,
    coverage: CoverageBuilder,
  ) {
    this.#table = table;
    this.#columns = table.fields.map((field) => ({ name: field.name, reader: new ColumnReader(field) }));
    this.#ledger = ledger;
    this.#check = check;
    this.#checkFilled = filledWhereCheck(table);
    this.#cover = coverage.open(table);
    this.sources = new CitedSources(table);
    this.#partColumn = table.fields.findIndex(({ name }) => name === table.partitionBy);
  }

  begin(file: TableFile): void {
    this.#file = file;
    this.#header = undefined;
    this.#readable = true;
    this.#faultsBefore = this.faults.length;
    this.#changesBefore = this.#ledger.changes;
    this.#firstChange = undefined;
  }

  /**
   * @param wholeFile faults that concern the file as a whole
   * @param isCompressed whether its rows are published as they are, so that no rule may change a cell
   */
  end(wholeFile: Fault[], isCompressed: boolean): void {
    const first = this.#firstChange;
    if (isCompressed && first) {
      const more = this.#ledger.changes - this.#changesBefore - 1;
      this.faults.push({
        file: this.#file.file,
        ...first,
        what:
          'would be changed by the cleaning rules' +
          (more === 0 ? '' : `, as would ${count(more, 'more cell')} of this part`),
        right: `write ${first.right} and compress the part again`,
      });
    }
    if (!this.#header && wholeFile.length === 0)
      this.faults.push({
        file: this.#file.file,
        what: 'is empty',
        right: `begin with the header ${this.#columns.map(({ name }) => name).join(',')}`,
      });
    this.faults.splice(this.#faultsBefore, 0, ...wholeFile);
  }

  read(records: readonly RawRecord[]): Cells[] {
    const rows: Cells[] = [];
    for (const record of records) {
      if (!this.#header) this.#readHeader(record);
      else if (this.#readable) {
        const row = this.#readRow(record);
        if (row) rows.push(row);
      }
    }
    return rows;
  }

  #readHeader({ cells }: RawRecord): void {
    this.#header = cells.map((cell) => cell.trim());
    const wrong = checkHeader(this.#file.file, this.#table, this.#header);
    this.faults.push(...wrong);
    this.#readable = wrong.length === 0;
  }

  #readRow({ row, cells: texts }: RawRecord): Cells | undefined {
    const place = { file: this.#file.file, row };
    if (texts.length !== this.#columns.length) {
      this.faults.push({
        ...place,
        what: `has ${count(texts.length, 'cell')}, not ${this.#columns.length}`,
        right: 'quote a cell that holds a comma',
      });
      return undefined;
    }
    this.#ledger.rowIn();
    const before = this.faults.length;
    const cells: Cell[] = [];
    for (let at = 0; at < texts.length; at += 1) {
      const text = texts[at]!;
      const { name, reader } = this.#columns[at]!;
      if (reader.isCell(text)) {
        cells.push(text);
        continue;
      }
      const { cell, changes, fault } = reader.read(text);
      for (const { rule, before, after } of changes) this.#ledger.changed(rule, row, name, before, after);
      if (changes.length > 0)
        this.#firstChange ??= {
          row,
          column: name,
          value: text,
          right: JSON.stringify(changes.at(-1)!.after),
        };
      if (fault) this.faults.push({ ...place, column: name, ...fault });
      cells.push(cell);
    }
    // A cell that could not be read is one fault, not two.
    if (this.faults.length === before) {
      for (const fault of this.#checkFilled(cells)) this.faults.push({ ...place, ...fault });
      this.#checkPart(place, cells);
    }
    for (const fault of this.#check(place, cells)) this.faults.push(fault);
    this.#cover(cells);
    this.sources.add(cells);
    this.#ledger.rowOut(cells);
    return cells;
  }

  /** A row of a table that is kept in parts by the values of a field is in the part of its value. */
  #checkPart(place: { file: string; row: number }, cells: Cells): void {
    const { part } = this.#file;
    if (this.#partColumn < 0 || part === undefined) return;
    const value = String(cells[this.#partColumn] ?? '');
    if (value === part) return;
    this.faults.push({
      ...place,
      column: this.#columns[this.#partColumn]!.name,
      value,
      what: `is in the part "${part}"`,
      right: value === '' ? `every row of the part has ${part} there` : `move the row to the part "${value}"`,
    });
  }
}

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;
