import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { PublishedTable } from '../../src/model/catalogue.ts';
import type { Dataset, Table } from '../../src/model/dataset.ts';
import { FIELD_TYPES } from '../../src/model/fieldType.ts';
import { sourcesOfRow, type Row } from '../../src/model/row.ts';
import { breaksConstraint, breaksFilledWhere } from './check/constraints.ts';
import { checkHeader } from './check/header.ts';
import type { RowChecks } from './check/rowChecks.ts';
import { readCell } from './check/type.ts';
import { columnOf } from '../rules/rule.ts';
import { cleanerOf, COMPILE_RULES } from '../rules/rules.ts';
import type { Fault } from '../lib/fault.ts';
import { LedgerBook } from './tableLedger.ts';
import { readCsv, type RawRecord } from './read/records.ts';
import { fileFacts } from './write/fileFacts.ts';
import { fileName } from './write/tableFormat.ts';
import { TABLE_FORMATS } from './write/formats.ts';

/** The cleaning of the cells of a column, by its type. */
const CLEANERS = new Map(FIELD_TYPES.map((type) => [type, cleanerOf(columnOf(type), COMPILE_RULES)]));

/** What a table came to: as published, and the faults found on the way. */
export interface CompiledTable {
  table: PublishedTable;
  faults: Fault[];
  /** The sources its rows point at. */
  sources: Set<string>;
}

/**
 * Compiles one table as a stream: read → clean → check → write, in every format, into `folder/<dataset>/`.
 * @param checks those of the whole compile, to which this table's rows are shown
 */
export async function compileTable(
  root: string,
  folder: string,
  dataset: Dataset,
  table: Table,
  checks: RowChecks,
): Promise<CompiledTable> {
  const file = `data/${dataset.id}/${table.name}.csv`;
  const out = join(folder, dataset.id);
  mkdirSync(out, { recursive: true });
  const writers = TABLE_FORMATS.map((format) =>
    format.open(join(out, fileName(table, format)), dataset, table),
  );
  const book = new LedgerBook(table);
  const faults: Fault[] = [];
  const sources = new Set<string>();
  let header: string[] | undefined;
  let readable = true;

  const onRecord = ({ row, cells }: RawRecord): Row | undefined => {
    if (!header) {
      header = cells.map((cell) => cell.trim());
      const wrong = checkHeader(file, table, header);
      faults.push(...wrong);
      readable = wrong.length === 0;
      return undefined;
    }
    if (!readable) return undefined;
    if (cells.length !== header.length) {
      faults.push({
        file,
        row,
        what: `has ${count(cells.length, 'cell')}, not ${header.length}`,
        right: 'quote a cell that holds a comma',
      });
      return undefined;
    }
    book.rowIn();
    const made = makeRow(table, cells, (rule, column, before, after) =>
      book.changed(rule, row, column, before, after),
    );
    faults.push(...made.faults.map((fault) => ({ ...fault, file, row })));
    faults.push(...checks.add(dataset, table, file, row, made.row));
    for (const source of sourcesOfRow(made.row)) sources.add(source);
    book.rowOut(made.row);
    return made.row;
  };

  const wholeFile = await readCsv(join(root, file), file, async (records) => {
    const rows = records.map(onRecord).filter((row) => row !== undefined);
    for (const writer of writers) await writer.write(rows);
  });
  const several: (string[] | undefined)[] = [];
  for (const writer of writers) several.push((await writer.close()) ?? undefined);
  if (!header && wholeFile.length === 0)
    faults.push({
      file,
      what: 'is empty',
      right: `begin with the header ${table.fields.map((f) => f.name).join(',')}`,
    });

  const ledger = book.close(dataset);
  const files = TABLE_FORMATS.flatMap((format, index) => {
    const names = several[index] ?? [fileName(table, format)];
    if (format.keeps && !format.keeps(ledger.rows_out, table)) {
      for (const name of [fileName(table, format), ...names])
        rmSync(join(out, name), { recursive: true, force: true });
      return [];
    }
    return names.map((name) => ({
      ...fileFacts(join(out, name)),
      name,
      format: format.name,
      mediaType: format.mediaType,
    }));
  });
  return {
    table: { ...table, rows: ledger.rows_out, files, ledger },
    faults: [...wholeFile, ...faults],
    sources,
  };
}

/** Cleans and reads the cells of one record. */
function makeRow(
  table: Table,
  cells: string[],
  changed: (rule: string, column: string, before: string, after: string) => void,
): { row: Row; faults: Omit<Fault, 'file'>[] } {
  const row: Row = {};
  const faults: Omit<Fault, 'file'>[] = [];
  table.fields.forEach((field, index) => {
    const raw = cells[index]!;
    const text = CLEANERS.get(field.type)!.clean(raw, (rule, before, after) =>
      changed(rule, field.name, before, after),
    );
    const typed = readCell(field, text);
    const cell = 'cell' in typed ? typed.cell : null;
    const wrong = 'cell' in typed ? breaksConstraint(field, typed.cell) : typed;
    if (wrong) faults.push({ column: field.name, value: text === '' ? undefined : raw, ...wrong });
    row[field.name] = cell;
  });
  // A cell that could not be read is one fault, not two.
  if (faults.length === 0) faults.push(...breaksFilledWhere(table, row));
  return { row, faults };
}

const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;
