import type * as Plot from '@observablehq/plot';
import type { Bilingual, Language } from './language.ts';
import type { Row } from './row.ts';

/** What a reader chose: the width to draw for and the values of the chart's controls. */
export interface View {
  language: Language;
  /** Width in CSS pixels; below 480 a chart uses its layout for phones. */
  width: number;
  /** The chosen option of each control; one that is left out stands at its first option. */
  controls: Record<string, string>;
}

/** A choice a chart offers; the first option is the one drawn at build. */
export interface Control {
  id: string;
  label: Bilingual;
  options: { id: string; label: Bilingual }[];
}

/** A column of what is drawn, as it stands in the chart's own CSV and table. */
interface DrawnColumn {
  name: string;
  title: Bilingual;
  /** The unit by which a number is formatted in the table; none for text. */
  unit?: string;
}

/**
 * A chart: a question, the table it draws, a drawing, words in both languages. `select` and `plot` are pure, and run alike at build
 * time and in the browser.
 */
export interface Chart {
  id: string;
  /** Says the finding; `holds` says what must be so of the rows for it. */
  title: Bilingual;
  /** Says the measure, its unit and its years. */
  subtitle: Bilingual;
  question: Bilingual;
  /** What a careful reader must know: what is missing, what is not comparable. */
  note: Bilingual;
  /** The tables drawn: `[dataset, table]`. */
  tables: readonly (readonly [dataset: string, table: string])[];
  controls?: Control[];
  /** The title where a reader chose another view of which `title` would not be true. */
  titleFor?(controls: View['controls']): Bilingual | undefined;
  /** The subtitle where a reader chose another measure, unit or year than `subtitle` names. */
  subtitleFor?(controls: View['controls']): Bilingual | undefined;
  /**
   * What is not so, in a sentence, of what the words of a view claim about its rows; nothing where all of it holds. A view of which the
   * title claims nothing has nothing to check.
   */
  holds(rows: Row[], view: Pick<View, 'controls'>): string | undefined;
  /** The drawn columns, in order; `select` gives rows of just these and `source_id`. */
  columns: DrawnColumn[];
  /** The rows drawn, from the rows of `tables` in their order. */
  select(tables: Row[][], view: View): Row[];
  /** The drawing of the selected rows. */
  plot(rows: Row[], view: View): Plot.PlotOptions;
  /** The shape of the data in words, for those who do not see the picture. */
  alt(rows: Row[], language: Language): string;
}
