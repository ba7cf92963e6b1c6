import { basename } from 'node:path';
import type { Row } from '../../../src/model/row.ts';
import type { ProposedField } from '../table/propose.ts';
import { readProvider } from '../names/providerKind.ts';
import { purchaserLevelOf } from '../names/purchaserLevel.ts';
import type { Sheet } from '../read/sheet.ts';
import { idOf } from './rowId.ts';
import type { Recipe } from './recipe.ts';
import type { Column } from '../../rules/rule.ts';
import { serviceFieldOf } from '../names/serviceField.ts';

/**
 * The fields of `data/purchases` that a raw export can fill, in their order, with what ingest adds: for every kind the rule that
 * matched. A raw row has one language, so `title` and `purchaser` replace the pairs `_en`, `_zh` of hand-written rows.
 */
const PURCHASE_FIELDS = {
  id: 'string',
  place: 'string',
  purchaser: 'string',
  purchaser_level: 'string',
  title: 'string',
  date: 'partial-date',
  year: 'year',
  period: 'string',
  service_field: 'string',
  service_field_word: 'string',
  instrument: 'string',
  method: 'string',
  provider: 'string',
  provider_form: 'string',
  provider_kind: 'string',
  provider_kind_rule: 'string',
  coverage: 'string',
  amount_printed: 'string',
  amount: 'number',
  currency: 'string',
  source_id: 'string',
} as const satisfies Record<string, Column['type']>;

/** Columns that record where a row came from. */
const ORIGIN = { file: 'string', row_in_file: 'integer' } as const satisfies Record<string, Column['type']>;

/**
 * A row in the shape of `data/purchases`.
 * @param row cells by the recipe's names, not yet classified
 * @param safe masks personal data; its second argument says whether the text names a payee
 */
export function toPurchase(
  recipe: Recipe,
  row: Row,
  printed: Record<string, string>,
  { sheet, number, part }: { sheet: Sheet; number: number; part: number },
  safe: (text: string, heading: string, payee: boolean) => string,
): Row {
  const text = (name: string): string =>
    row[name] === null || row[name] === undefined ? '' : String(row[name]);
  const provider = readProvider(text('provider'));
  const hasProvider = text('provider') !== '';
  const purchaser = text('purchaser') || String(recipe.constants?.['purchaser'] ?? '');
  // The purchaser's name says nothing about what is bought, so it is removed from the title.
  const field = serviceFieldOf(purchaser === '' ? text('title') : text('title').replaceAll(purchaser, ''));
  const made: Row = {
    ...recipe.constants,
    id: idOf(recipe, sheet, part === 1 ? `${number}` : `${number}-${part}`),
    place: recipe.place,
    purchaser_level: purchaser === '' ? null : purchaserLevelOf(purchaser).level,
    year: text('date') === '' ? null : Number(text('date').slice(0, 4)),
    service_field: field?.field ?? null,
    service_field_word: field?.word ?? null,
    provider_form: hasProvider ? provider.legalForm : null,
    provider_kind: hasProvider ? provider.kind : 'unknown',
    provider_kind_rule: hasProvider ? provider.rule : null,
    amount_printed: printed['amount'] ?? null,
    currency: recipe.currency,
    source_id: recipe.source,
    file: basename(sheet.file),
    row_in_file: number,
  };
  const internal = internalOf(recipe);
  for (const [name, cell] of Object.entries(row))
    if (!internal.has(name) && (cell !== null || made[name] === undefined)) made[name] = cell;
  for (const [name, cell] of Object.entries(made))
    if (typeof cell === 'string' && !FIXED.has(name))
      made[name] = safe(cell, name, name === 'provider') || null;
  return made;
}

/** Names of the columns that are read and not published. */
const internalOf = ({ columns }: Recipe): Set<string> =>
  new Set(columns.flatMap(({ name, internal }) => (internal ? [name] : [])));

/** Cells that ingest writes itself; they contain no personal data. */
const FIXED = new Set(['id', 'place', 'date', 'currency', 'source_id', 'file']);

/** The columns of the output: those of `PURCHASE_FIELDS` that some row fills, the recipe's own, and the origin. */
export function fieldsOf(recipe: Recipe, rows: readonly Row[]): ProposedField[] {
  const types: Record<string, Column['type']> = { ...PURCHASE_FIELDS };
  const internal = internalOf(recipe);
  const names = new Set<string>(
    Object.keys(PURCHASE_FIELDS).filter((name) =>
      rows.some((row) => row[name] !== undefined && row[name] !== null),
    ),
  );
  for (const { name, type } of recipe.columns)
    if (!internal.has(name)) {
      types[name] ??= type ?? 'string';
      names.add(name);
    }
  for (const row of rows)
    for (const name of Object.keys(row)) if (!(name in PURCHASE_FIELDS) && !(name in ORIGIN)) names.add(name);
  return [...names, ...Object.keys(ORIGIN)].map((name) => {
    const filled = rows.filter((row) => row[name] !== null && row[name] !== undefined);
    const type =
      types[name] ??
      (ORIGIN as Record<string, Column['type']>)[name] ??
      (filled.length > 0 && filled.every((row) => typeof row[name] === 'number') ? 'integer' : 'string');
    return {
      name,
      heading: name,
      type,
      dayOrder: 'unclear',
      decimal: 'point',
      currency: null,
      utcOffset: 0,
      sureness: 1,
      filled: filled.length,
      examples: [...new Set(filled.slice(0, 50).map((row) => String(row[name])))].slice(0, 3),
    };
  });
}
