import type { Bilingual } from '../../../src/model/language.ts';
import type { Row } from '../../../src/model/row.ts';
import type { ReadOptions } from '../read/sheet.ts';
import type { Column } from '../../rules/rule.ts';
import type { DuplicateRule } from './duplicates.ts';

/** What a column of a source means. */
export interface RecipeColumn {
  /** Name in the table. */
  name: string;
  /** Tested on the heading in NFKC with single spaces: the first column that matches. Of several patterns the earlier is preferred. */
  heading: RegExp | readonly RegExp[];
  /** `string` unless said otherwise. */
  type?: Column['type'];
  /** A cell that is not of the type becomes empty instead of a reject. */
  unreadable?: 'empty';
  /** The order of day and month in dates like 03/04/2014, where the source says it; else the cells of each file must show it. */
  dayOrder?: Column['dayOrder'];
  /** The column is missing in some files. */
  optional?: true;
  /** What a number is multiplied by: 10000 for 万元. */
  times?: number;
  /** Minutes east of Greenwich, for times in seconds. */
  utcOffset?: number;
  /** Read, to distinguish rows, but not published. */
  internal?: true;
}

/** How the files of one source become rows of a table of `data/`. */
export interface Recipe {
  name: string;
  title: Bilingual;
  /** Id in `data/sources`. */
  source: string;
  /** Id in `data/places`; a row of a table of `data/` may name a place within it. */
  place: string;
  /** ISO 4217. */
  currency: string;
  /** The paths that the recipe reads. */
  files: RegExp;
  /** The encoding of the files that are not UTF-8. */
  encoding?: string;
  /** The suppliers are those of an English-language ledger: only a name that shows an organisation is printed. */
  ledgerNames?: true;
  /** The table of `data/` that its rows go to, `dataset/table`. */
  table: string;
  /** The part of the table in which a row is kept, `devon-2014`; by default the recipe's name and the year of `date`. */
  part?(row: Row): string;
  /** A short name of a file for the ids of its rows; by default the file's name without its ending. */
  stem?(file: string): string;
  /** Patterns that cells of the header row must match. */
  header: readonly RegExp[];
  /** The headings of files that have no header row. */
  headings?: readonly string[];
  columns: readonly RecipeColumn[];
  /** Cells that are the same in every row: `coverage`, `instrument`, `purchaser` … */
  constants?: Row;
  /** Cells that are derived from the path of a file. */
  fromFile?(file: string): Row;
  /** Splits a row that is several run together, before any other step; named in the ledger as `row-split`. `headings` is the first row of the file. */
  split?(cells: readonly string[], headings: readonly string[]): string[][] | null;
  /** Repairs the cells of a broken row before they are read; named in the ledger as `row-repaired`. */
  repair?(cells: string[], headings: readonly string[]): string[] | null;
  /** Why a row is not a purchase and is dropped, or `null`. `printed` has the texts as printed. */
  leaveOut?(row: Row, printed: Record<string, string>): string | null;
  /** Fields that are derived from others. */
  derive?(row: Row, printed: Record<string, string>): Row;
  /** The key that notices of one project share; they are linked by `project`, and none is dropped. */
  project?(row: Row): string | null;
  /** Which rows repeat a purchase; one of each is kept. */
  repeated?: readonly DuplicateRule[];
}

/** How the files of a recipe are read. A stray quotation mark, which runs rows together, is left to a recipe that splits them. */
export const readOptionsOf = ({ encoding, split }: Recipe): ReadOptions => ({
  ...(encoding === undefined ? {} : { legacyEncoding: encoding }),
  ...(split === undefined ? {} : { strayQuotes: true }),
});
