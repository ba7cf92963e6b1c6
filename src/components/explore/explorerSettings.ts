import { isNumeric, type FieldType } from '../../model/fieldType.ts';
import type { Conversion } from './engine/convertedAmounts.ts';
import type { EngineColumn } from './engine/explorerQuery.ts';
import type { Part } from './engine/partFile.ts';

/** A column, as the page describes it to the script. */
export interface ExplorerField {
  name: string;
  type: FieldType;
  title: string;
  /** The unit after a number; missing for amounts of money, whose currency is in a column of its own. */
  unit?: string;
  /** The words for an empty cell. */
  missing: string;
  labels?: Record<string, string>;
  /** How it is filtered: by its values, between two numbers or years, or by a part of its text. */
  filter?: 'values' | 'range' | 'text';
  /** Its filter is open at first, with its values and their rows in the whole table: nothing is read to show them. */
  counts?: readonly (readonly [value: string, rows: number])[];
  /** Its place in the short choice of columns, from 1 on. */
  short?: number;
  /** The words that a reader looks for are looked up in it. */
  searched?: true;
  /** An amount in the currency that the column `currency` names. */
  money?: true;
  /** Amounts of money in one measure, made of other columns. */
  from?: Conversion;
}

/** A table, as the page describes it to the script. */
export interface ExplorerTable {
  name: string;
  title: string;
  rows: number;
  parts: Part[];
  /** The column that identifies a row; missing where it takes several. */
  key?: string;
  fields: ExplorerField[];
  /** The address below which each row has a page. */
  rowPages?: string;
}

/** Everything that the page tells the script. */
export interface ExplorerSettings {
  dataset: { id: string; title: string; version: string; date: string };
  tables: ExplorerTable[];
  /** The prefix of its parameters in the address, where a page has several explorers. */
  prefix: string;
  /** The address of the page of the explorer, where this is another page. */
  page?: string;
  /** The address of the bibliography. */
  sources: string;
}

/** The column with the currency of the amounts of a row. */
export const CURRENCY = 'currency';

/** The columns of a table as the engine reads them. */
export const engineColumns = (
  fields: readonly Pick<ExplorerField, 'name' | 'type' | 'labels' | 'from'>[],
): EngineColumn[] =>
  fields.map((field) => ({
    name: field.name,
    holds: isNumeric(field) ? 'number' : field.type === 'partial-date' ? 'date' : 'text',
    ...(field.from && { from: field.from }),
    ...(field.labels && { labels: field.labels }),
  }));
