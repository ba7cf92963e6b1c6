import { closeSync, mkdirSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { LargeTable, PublishedTable } from '../../src/model/catalogue.ts';
import type { Dataset, Table } from '../../src/model/dataset.ts';
import type { RowChecks } from './check/rowChecks.ts';
import { headerMember } from '../lib/csvParts.ts';
import type { Fault } from '../lib/fault.ts';
import type { CoverageBuilder } from './coverage.ts';
import type { Kept, KeptPart } from './kept.ts';
import { LedgerBuilder } from './ledgerBuilder.ts';
import type { PartAccount } from './partAccount.ts';
import { readCsv } from './read/records.ts';
import { tableFiles, type TableFile } from './read/tableFiles.ts';
import { RowReader } from './rowReader.ts';
import { SMALL_ROWS } from './write/formats.ts';
import { parquetPart } from './write/parquet.ts';
import type { TablePart } from './write/tableFormat.ts';
import { TableOutput } from './write/tableOutput.ts';

/** What a table came to: as published, and the faults found on the way. */
export interface CompiledTable {
  table: PublishedTable;
  faults: Fault[];
  /** The sources its rows point at. */
  sources: ReadonlySet<string>;
}

/** What all tables of a compile share. */
export interface TableRun {
  root: string;
  /** Where it publishes. */
  folder: string;
  /** The checks of the whole compile, to which the rows are shown. */
  checks: RowChecks;
  /** What the last compile published. */
  kept: Kept;
}

/**
 * Compiles one table as a stream: read → clean → check → write, in every format of its size, into `folder/<dataset>/`. Parts of a large table that
 * did not change are taken over as they were published.
 * @param coverage that of the dataset
 * @param source where the rows are, if not in `data/`
 * @param keepsKeys whether keys that repeat are looked for while the rows are read
 */
export async function compileTable(
  { root, folder, checks, kept }: TableRun,
  dataset: Dataset,
  table: Table,
  coverage: CoverageBuilder,
  source: readonly TableFile[] = tableFiles(root, dataset.id, table.name),
  keepsKeys = true,
): Promise<CompiledTable> {
  const out = join(folder, dataset.id);
  mkdirSync(out, { recursive: true });
  const ledger = new LedgerBuilder(table);
  const ownChecks = checks.open(dataset, table, keepsKeys);
  const rows = new RowReader(table, ledger, ownChecks, coverage);
  const output = new TableOutput(out, dataset, table);
  const parts = source.map((file) => ({ file, part: partOf(root, file, table) }));
  const known = ownChecks.isByPart ? keptParts(kept, dataset, table, parts) : undefined;
  const accounts: { key: string; parquet: string; account: PartAccount }[] = [];
  for (const { file, part } of parts) {
    const { key, before } = known?.get(file.file) ?? {};
    let account: PartAccount;
    if (part && before) {
      account = before.account;
      rows.add(file, account);
      kept.takeOver(dataset.id, before, out);
      await output.takeOver(part, account.rows, before.parquet.name);
    } else {
      rows.begin(file);
      const wholeFile = await readCsv(file.path ?? join(root, file.file), file.file, (records) =>
        output.write(rows.read(records), part),
      );
      account = rows.end(wholeFile, part?.isCompressed === true);
      if (part) await output.endPart(part);
    }
    if (part && key !== undefined) accounts.push({ key, parquet: parquetPart(table, part.name), account });
  }
  const files = await output.close();
  for (const { key, parquet, account } of accounts) {
    const file = files.find(({ name }) => name === parquet);
    if (file) kept.keepPart(key, { account, parquet: file });
  }
  const account = ledger.close(dataset);
  const large: LargeTable = {
    firstRows: rows.firstRows.map((cells) =>
      Object.fromEntries(table.fields.map(({ name }, at) => [name, cells[at]!])),
    ),
    sources: [...rows.sources].sort(),
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
    sources: rows.sources,
  };
}

/**
 * The keys of the parts whose rows are published as they are, each with what was published of it; nothing is taken over of a table that may turn out
 * to be small, as its rows are then needed in other formats.
 */
function keptParts(
  kept: Kept,
  dataset: Dataset,
  table: Table,
  parts: readonly { file: TableFile; part: TablePart | undefined }[],
): Map<string, { key: string; before: KeptPart | undefined }> {
  const known = parts.flatMap(({ file, part }) => {
    if (!part?.isCompressed) return [];
    const key = kept.partKey(dataset, table, part.path);
    return [{ file: file.file, key, before: kept.part(dataset.id, key) }];
  });
  const rows = known.reduce((sum, { before }) => sum + (before?.account.rows ?? 0), 0);
  return new Map(
    known.map(({ file, key, before }) => [file, { key, before: rows > SMALL_ROWS ? before : undefined }]),
  );
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
