import type { Bilingual } from '../../../src/model/language.ts';
import type { Row } from '../../../src/model/row.ts';
import type { Column } from '../../rules/rule.ts';
import type { DuplicateRule } from './duplicates.ts';

/** What a column of a source means. */
export interface RecipeColumn {
  /** Name in the output; those of `PURCHASE_FIELDS` are the shape's own, others stand behind it. */
  name: string;
  /** Tested on the heading in NFKC, white space made one: the first column that fits. Of several patterns the earlier is preferred. */
  heading: RegExp | readonly RegExp[];
  /** `string` unless said otherwise. */
  type?: Column['type'];
  /** A cell that is not of the type becomes empty instead of a reject; an amount's text is kept in `amount_printed`. */
  unreadable?: 'empty';
  /** The column is missing in some files. */
  optional?: true;
  /** What a number is multiplied by: 10000 for 万元. */
  times?: number;
  /** Minutes east of Greenwich, for times in seconds. */
  utcOffset?: number;
  /** Read, so that the row can be told from others, and left out of the output. */
  internal?: true;
}

/** How the files of one source become one table in the shape of `data/purchases`. */
export interface Recipe {
  name: string;
  title: Bilingual;
  /** Id in `data/sources`. */
  source: string;
  /** Id in `data/places`. */
  place: string;
  /** ISO 4217. */
  currency: string;
  /** The paths that the recipe reads. */
  files: RegExp;
  /** What the header row must have, each in some cell. */
  header: readonly RegExp[];
  columns: readonly RecipeColumn[];
  /** Words of the shape that are the same in every row: `coverage`, `instrument`, `purchaser` … */
  constants?: Row;
  /** What the path of a file says of its rows. */
  fromFile?(file: string): Row;
  /** Cuts a row that is several run together, before anything else is looked at; named in the ledger as `cut`. */
  cut?(cells: readonly string[]): string[][] | null;
  /** Puts the cells of a broken row right, before they are read; named in the ledger as `mend`. */
  mend?(cells: string[], headings: readonly string[]): string[] | null;
  /** Why a row is no purchase and is dropped, or `null`. `printed` has the texts as they stood. */
  leaveOut?(row: Row, printed: Record<string, string>): string | null;
  /** Fields that follow from others. */
  derive?(row: Row, printed: Record<string, string>): Row;
  /** What the notices of one project have in common; they are tied together by `project`, none is dropped. */
  project?(row: Row): string | null;
  /** Which rows repeat a purchase; one of each is kept. */
  repeated?: readonly DuplicateRule[];
}
