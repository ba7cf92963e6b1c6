import { join } from 'node:path';
import { CommandError, describeFault } from '../lib/fault.ts';
import type { StagedTable } from './stageTable.ts';
import type { IngestLedger, Reject } from './table/ingestLedger.ts';
import type { MaskedText } from './table/maskedTexts.ts';

/** Faults, or rows, that are listed one by one. */
export const SHOWN = 20;
/** Characters of a cell that are shown. */
const WIDEST = 60;

/** @throws CommandError naming the first rows that could not be read, unless they may go to `rejects.csv` */
export function checkRejects(
  tables: readonly { ledger: IngestLedger; rejects: readonly Reject[] }[],
  keepGoing: boolean,
): void {
  const count = tables.reduce((sum, { ledger }) => sum + ledger.rejects, 0);
  if (count === 0 || keepGoing) return;
  const shown = tables.flatMap(({ rejects }) => rejects).slice(0, SHOWN);
  throw new CommandError(
    [
      ...shown.map(describeFault),
      ...(count > shown.length ? [`… and ${count - shown.length} more`] : []),
      `${count} ${count === 1 ? 'row' : 'rows'} cannot be read; nothing was written (--keep-going writes them to rejects.csv)`,
    ].join('\n'),
  );
}

/** A table in one line: what it was, and how many rows and cells had which fate. */
export function summaryLine(ledger: IngestLedger): string {
  const of = (entries: [string, number][]): string =>
    entries.map(([what, count]) => `${count} ${what}`).join(', ') || 'none';
  const hidden = new Map<string, number>();
  for (const { kind, count } of ledger.masked) hidden.set(kind, (hidden.get(kind) ?? 0) + count);
  const files = ledger.files.length === 1 ? ledger.files[0] : `${ledger.files.length} files`;
  return `${files}: ${[...ledger.formats, ...ledger.encodings].join(', ')}, ${ledger.rows_in} rows in, ${ledger.rows_out} out, ${ledger.rejects} rejected, dropped: ${of(Object.entries(ledger.rows_dropped))}; masked: ${of([...hidden])}`;
}

/** A table in lines: what became of it, what was assumed, what was dropped, and what stayed text. */
export function summaryLines({ folder, ledger, releases }: StagedTable): string[] {
  const said = [
    assumedLine(ledger),
    ...Object.entries(ledger.dropped_rows).map(
      ([reason, rows]) => `dropped as ${reason}: ${rows.length === 1 ? 'row' : 'rows'} ${rangesOf(rows)}`,
    ),
    ...ledger.stayed_text.map(
      ({ column, kind, cells, commonest, count }) =>
        `"${column}" is headed as ${kind} and stayed text: ${cells} ${cells === 1 ? 'cell does' : 'cells do'} not fit, the commonest is "${shortened(commonest)}" (${count})`,
    ),
    ...ledger.remarks,
  ];
  return [
    `${summaryLine(ledger)} → ${folder}`,
    ...said.filter((line) => line !== '').map((line) => `  ${line}`),
    ...(releases === undefined ? [] : [`${join(folder, 'releases.json')}: ${releases}`]),
  ];
}

/** A cell as it is shown in a line. */
const shortened = (text: string): string => (text.length > WIDEST ? `${text.slice(0, WIDEST)}…` : text);

/** `read as gb18030 (unsure), delimiter ";" (sure)`, or nothing where nothing was assumed. */
function assumedLine({ assumed }: IngestLedger): string {
  const parts = assumed.map(({ what, is, sure }) =>
    what === 'encoding' ? `${is} (${surely(sure)})` : `${what} ${is} (${surely(sure)})`,
  );
  return parts.length === 0 ? '' : `read as ${parts.join(', ')}`;
}

const surely = (sure: boolean): string => (sure ? 'sure' : 'unsure');

/** `4–6, 9`; of many ranges the first ones. */
export function rangesOf(rows: readonly number[]): string {
  const ranges: [first: number, last: number][] = [];
  for (const row of rows) {
    const last = ranges.at(-1);
    if (last && row === last[1] + 1) last[1] = row;
    else ranges.push([row, row]);
  }
  const shown = ranges
    .slice(0, SHOWN)
    .map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`));
  return `${shown.join(', ')}${ranges.length > SHOWN ? ' … (all are in ledger.json)' : ''}`;
}

/** A table as JSON on one line, for machines: its ledger without the examples, its folder, its columns. */
export function summaryJson({ folder, fields, ledger, releases }: StagedTable): string {
  return JSON.stringify({
    folder,
    fields: fields.map(({ name, heading, type }) => ({ name, heading, type })),
    ...(releases === undefined ? {} : { releases }),
    ...ledger,
    rules: ledger.rules.map(({ rule, cells }) => ({ rule, cells })),
  });
}

/** The most masked texts, for whoever must judge whether they are persons; never for a log. */
export function maskedLines({ mostMasked }: { mostMasked: readonly MaskedText[] }): string[] {
  if (mostMasked.length === 0) return [];
  return [
    '  masked in most rows (shown on the terminal only):',
    ...mostMasked.map(
      ({ text, column, rows }) =>
        `    ${shortened(text)} (${column}, ${rows} ${rows === 1 ? 'row' : 'rows'})`,
    ),
  ];
}
