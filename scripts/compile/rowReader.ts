import type { Table } from '../../src/model/dataset.ts';
import type { Cell } from '../../src/model/row.ts';
import { CitedSources } from './citedSources.ts';
import { ColumnReader } from './check/columnReader.ts';
import { filledWhereCheck } from './check/constraints.ts';
import { checkHeader } from './check/header.ts';
import type { TableChecks } from './check/rowChecks.ts';
import { CoverageBuilder } from './coverage.ts';
import type { LedgerBuilder } from './ledgerBuilder.ts';
import type { PartAccount } from './partAccount.ts';
import type { RawRecord } from './read/records.ts';
import type { TableFile } from './read/tableFiles.ts';
import type { Cells } from './read/typedCell.ts';
import type { Fault } from '../lib/fault.ts';

/** Rows of a large table that its pages show. */
const FIRST_ROWS = 50;

/** What is collected while a file is read. */
interface OpenFile {
  before: Pick<LedgerBuilder, 'rows' | 'missing'>;
  covered: CoverageBuilder;
  cover: ReturnType<CoverageBuilder['open']>;
  sources: CitedSources;
  firstRows: Cells[];
}

/** Makes rows of the records of one table, file by file: cleaned, of the right types, and shown to every check. */
export class RowReader {
  readonly faults: Fault[] = [];
  /** The sources its rows point at. */
  readonly sources = new Set<string>();
  /** The first rows of the table. */
  readonly firstRows: Cells[] = [];
  readonly #table: Table;
  readonly #columns: { name: string; reader: ColumnReader }[];
  readonly #ledger: LedgerBuilder;
  readonly #checks: TableChecks;
  readonly #checkFilled: ReturnType<typeof filledWhereCheck>;
  readonly #coverage: CoverageBuilder;
  readonly #partColumn: number;
  #file: TableFile = { file: '' };
  /** What the file adds to what is known of the table. */
  #ofFile: OpenFile;
  #header: string[] | undefined;
  #readable = true;
  #faultsBefore = 0;
  #changesBefore = 0;
  /** The first cell of the file that a rule changed. */
  #firstChange: { row: number; column: string; value: string; right: string } | undefined;

  constructor(table: Table, ledger: LedgerBuilder, checks: TableChecks, coverage: CoverageBuilder) {
    this.#table = table;
    this.#columns = table.fields.map((field) => ({ name: field.name, reader: new ColumnReader(field) }));
    this.#ledger = ledger;
    this.#checks = checks;
    this.#checkFilled = filledWhereCheck(table);
    this.#coverage = coverage;
    this.#partColumn = table.fields.findIndex(({ name }) => name === table.partitionBy);
    this.#ofFile = this.#openFile();
  }

  begin(file: TableFile): void {
    this.#file = file;
    this.#ofFile = this.#openFile();
    this.#header = undefined;
    this.#readable = true;
    this.#faultsBefore = this.faults.length;
    this.#changesBefore = this.#ledger.changes;
    this.#firstChange = undefined;
  }

  /**
   * Ends a file and returns what it added.
   * @param wholeFile faults that concern the file as a whole
   * @param isCompressed whether its rows are published as they are, so that no rule may change a cell
   */
  end(wholeFile: Fault[], isCompressed: boolean): PartAccount {
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
    const account = this.#account();
    this.#join(account);
    return account;
  }

  /** Adds a part that is not read again. @param file the part */
  add({ file }: TableFile, account: PartAccount): void {
    this.#ledger.addRows(account.rows, account.missing);
    this.#checks.addReferences({ file, row: 2 }, account.references);
    this.#join(account);
  }

  /** What the rows of the file that was just read came to. */
  #account(): PartAccount {
    const { before, covered, sources, firstRows } = this.#ofFile;
    return {
      rows: this.#ledger.rows - before.rows,
      missing: this.#ledger.missing.map((cells, at) => cells - before.missing[at]!),
      covered: covered.covered,
      sources: [...sources.all].sort(),
      references: this.#checks.takeReferences(),
      firstRows,
    };
  }

  #join({ covered, sources, firstRows }: PartAccount): void {
    this.#coverage.add(covered);
    for (const source of sources) this.sources.add(source);
    for (const row of firstRows) if (this.firstRows.length < FIRST_ROWS) this.firstRows.push(row);
  }

  #openFile(): OpenFile {
    const covered = new CoverageBuilder();
    return {
      before: { rows: this.#ledger.rows, missing: this.#ledger.missing },
      covered,
      cover: covered.open(this.#table),
      sources: new CitedSources(this.#table),
      firstRows: [],
    };
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
    for (const fault of this.#checks.add(place, cells)) this.faults.push(fault);
    const { cover, sources, firstRows } = this.#ofFile;
    cover(cells);
    sources.add(cells);
    if (firstRows.length < FIRST_ROWS) firstRows.push(cells);
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
