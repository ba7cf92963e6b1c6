import { z } from 'zod';
import { BilingualList } from './language.ts';

const Column = z.string();

/**
 * The columns of a table of contracts by what they are in OCDS 1.1; a table that has it is also published as OCDS releases.
 * @see https://standard.open-contracting.org/1.1/en/schema/reference/
 */
export const OcdsMapping = z.strictObject({
  /** The prefix of open contracting ids that the Open Contracting Partnership registered for us; without one the ids have no `ocds-` prefix. */
  prefix: z
    .string()
    .regex(/^ocds-[a-z0-9]{6}$/, 'a registered prefix is like ocds-213czf')
    .optional(),
  /** How the releases were made and what must be known to use them, for the page and the README. */
  notes: BilingualList,
  /** The column within whose values an id of an organisation names one. */
  scope: Column,
  buyer: Column,
  department: Column.optional(),
  title: Column.optional(),
  supplier: Column,
  supplierId: Column.optional(),
  supplierKind: Column.optional(),
  /** A column of codes of OCDS; others, as `unknown`, are left out. */
  procurementMethod: Column.optional(),
  procurementMethodDetails: Column.optional(),
  /** A column of the codes of OCDS: goods, works, services. */
  mainProcurementCategory: Column.optional(),
  /** Columns that classify what was bought: of our codes, or of the publisher's own words. */
  classifications: z.array(Column).default([]),
  numberOfTenderers: Column.optional(),
  /** The value of the tender. */
  estimate: Column.optional(),
  /** The value of the award. */
  amount: Column.optional(),
  currency: Column,
  awardDate: Column.optional(),
  startDate: Column.optional(),
  endDate: Column.optional(),
  /** What was paid so far. */
  paid: Column.optional(),
  /** Columns that say where a row was read. */
  readFrom: z.array(Column).default([]),
  /** A small table of this dataset with the bids for each contract. */
  bids: z
    .strictObject({
      table: z.string(),
      id: Column,
      /** The column in both tables by which a bid is for a contract. */
      on: Column,
      /** The notice that a bid is in, and its day: where several are about one contract, the last counts. */
      notice: Column,
      noticeDate: Column,
      scope: Column,
      supplier: Column,
      supplierId: Column,
      supplierKind: Column,
      amount: Column,
      currency: Column,
    })
    .optional(),
});
export type OcdsMapping = z.infer<typeof OcdsMapping>;

/** The columns of its own table that a mapping names. */
export const columnsOf = ({ bids, ...mapping }: OcdsMapping): string[] => [
  ...Object.entries(mapping).flatMap(([name, column]) => {
    if (name === 'prefix') return [];
    if (typeof column === 'string') return [column];
    // What is neither is the notes.
    return Array.isArray(column) ? column : [];
  }),
  ...(bids ? [bids.on] : []),
];

/** Columns of the table of bids that a mapping names. */
export const bidColumnsOf = ({ bids }: OcdsMapping): string[] =>
  Object.entries(bids ?? {}).flatMap(([name, column]) => (name === 'table' ? [] : [column]));
