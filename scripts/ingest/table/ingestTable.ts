import { CommandError } from '../../lib/fault.ts';
import { personalColumns } from '../names/personHeadings.ts';
import { placeOf, type Assumption, type Sheet } from '../read/sheet.ts';
import { IngestLedgerBuilder, type IngestLedger, type Reject } from './ingestLedger.ts';
import { MaskedTexts, type MaskedText } from './maskedTexts.ts';
import { TableOutliers } from './outliers.ts';
import type { Output, OpenOutput } from './output.ts';
import { planTable, type GivenField, type TablePlan } from './plan.ts';
import type { ProposedField } from './propose.ts';
import { TableCleaner, type CleanRow } from './tableCleaner.ts';

/** The result of an ingest, besides the rows that were written: the columns, the first rejects, and the ledger. */
export interface Ingested {
  fields: ProposedField[];
  rejects: readonly Reject[];
  ledger: IngestLedger;
  /** The texts of which something was masked in most rows; for the terminal only, never to be written. */
  mostMasked: readonly MaskedText[];
}

/** Characters from which the plan of a table is read. */
const START = 1 << 20;
/** The most readings of a table; after the last one the evidence of all rows must agree with the plan. */
const RUNS = 3;

/**
 * Ingests a sheet: plans it from its first rows, then passes row by row through the rules into an output; memory does not grow with the rows.
 * Titles, totals and personal data are left out; a row that does not fit is rejected with its row number, the reason, and what would be right.
 * Where later rows show another order of day and month, another decimal separator, a currency, or fractions among whole numbers, the table is
 * read again with that.
 * @param open opens the output once the columns are known; called for every reading
 * @param given name and type of each kept column, from an edited `dataset.yaml`
 * @throws CommandError where there is no header, or `given` has another number of columns
 */
export async function ingestSheet(
  sheet: Sheet,
  open: OpenOutput,
  given?: readonly GivenField[],
): Promise<Ingested> {
  const { rows, all } = await firstRows(sheet);
  let plan = planTable(rows, sheet, given);
  for (let run = 1; ; run += 1) {
    const output = await open(plan.fields);
    const { ingested, amended } = await readRows(sheet, plan, output);
    if (all || amended === null) return ingested;
    if (run === RUNS)
      throw new CommandError(
        `${placeOf(sheet)}: the cells of ${amended.columns.join(', ')} do not agree on how they are written`,
      );
    plan = amended.plan;
  }
}

/** The first rows of a sheet, up to about a megabyte of text, and whether they are all. */
async function firstRows(sheet: Sheet): Promise<{ rows: string[][]; all: boolean }> {
  const rows: string[][] = [];
  let size = 0;
  for await (const batch of sheet.batches()) {
    if (size > START) return { rows, all: false };
    for (const cells of batch) {
      rows.push(cells);
      for (const cell of cells) size += cell.length + 1;
    }
  }
  return { rows, all: true };
}

async function readRows(
  sheet: Sheet,
  plan: TablePlan,
  output: Output,
): Promise<{ ingested: Ingested; amended: ReturnType<TableCleaner['amended']> }> {
  const ledger = new IngestLedgerBuilder();
  openLedger(ledger, sheet, plan);
  for (const column of plan.stayedText) ledger.stayedText(column);
  const outliers = new TableOutliers(plan.fields, null);
  const masked = new MaskedTexts();
  const cleaner = new TableCleaner(plan, ledger, masked, (reject) => output.reject(reject));
  let rowsOut = 0;
  const write = async (clean: CleanRow[]): Promise<void> => {
    for (const { number, cells } of clean) outliers.add(number, cells);
    rowsOut += clean.length;
    await output.write(clean);
  };
  try {
    let read = 0;
    for await (const batch of sheet.batches()) {
      const above = Math.max(0, plan.above - read);
      const clean = cleaner.clean(above === 0 ? batch : batch.slice(above), read + above + 1);
      read += batch.length;
      await write(clean);
    }
    await write(cleaner.end());
  } finally {
    await output.close();
  }
  for (const one of assumedOf(plan)) ledger.assumed(one);
  return {
    ingested: {
      fields: plan.fields,
      mostMasked: masked.most(),
      rejects: ledger.rejects,
      ledger: ledger.close(rowsOut, outliers.close()),
    },
    amended: cleaner.amended(),
  };
}

/** Starts a ledger with what is known of a sheet before its first row. */
export function openLedger(
  ledger: IngestLedgerBuilder,
  sheet: Sheet,
  { headings, titles }: Pick<TablePlan, 'headings' | 'titles'>,
): void {
  ledger.sheet(sheet, titles);
  if (sheet.mergedFilled > 0) ledger.changed('merged-cells', 0, '', '', '', sheet.mergedFilled);
  personalColumns(headings).forEach((isPersonal, index) => {
    if (isPersonal) ledger.columnDropped(headings[index]!);
  });
}

/** What was assumed of the columns: a decimal comma, separators of thousands, an order of day and month. */
function assumedOf({ fields, delimiter }: Pick<TablePlan, 'fields' | 'delimiter'>): Assumption[] {
  const names = (of: (field: ProposedField) => boolean): string =>
    fields
      .filter(of)
      .map(({ heading, name }) => heading || name)
      .join(', ');
  const comma = names(({ type, decimal }) => type === 'number' && decimal === 'comma');
  const points = names(({ thousandsGuessed }) => thousandsGuessed === 'point');
  // Where commas are between the cells, one within a number separates thousands.
  const commas = delimiter === ',' ? '' : names(({ thousandsGuessed }) => thousandsGuessed === 'comma');
  const orders = (['day-first', 'month-first'] as const).map((order): [string, string] => [
    order,
    names(({ type, dayOrder }) => type === 'partial-date' && dayOrder === order),
  ]);
  const isSure = (order: string): boolean =>
    !fields.some(
      ({ type, dayOrder, isOrderGuessed = false }) =>
        type === 'partial-date' && dayOrder === order && isOrderGuessed,
    );
  return [
    ...(comma === '' ? [] : [{ what: 'decimal sign' as const, is: `comma in ${comma}`, sure: true }]),
    ...[points, commas].flatMap((columns, at) =>
      columns === ''
        ? []
        : [
            {
              what: 'thousands separator' as const,
              is: `${at === 0 ? 'point' : 'comma'} in ${columns}`,
              sure: false,
            },
          ],
    ),
    ...orders.flatMap(([order, columns]) =>
      columns === ''
        ? []
        : [{ what: 'order of day and month' as const, is: `${order} in ${columns}`, sure: isSure(order) }],
    ),
  ];
}
