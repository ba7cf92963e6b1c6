import type * as Plot from '@observablehq/plot';
import type { Bilingual, Language } from './language.ts';
import type { Row } from './row.ts';

/** The width to draw for, the language, and the reader's choices in the chart's controls. */
export interface View {
  language: Language;
  /** Width in CSS pixels; below 480 a chart uses its layout for phones. */
  width: number;
  /** The chosen option of each control; one that is left out has its first option. */
  controls: Record<string, string>;
}

/** A control of a chart; its first option is drawn at build. */
export interface Control {
  id: string;
  label: Bilingual;
  options: { id: string; label: Bilingual }[];
}

/** A column of the drawn rows, as in the chart's CSV and table. */
interface DrawnColumn {
  name: string;
  title: Bilingual;
  /** The unit in which a number is formatted in the table; none for text. */
  unit?: string;
  /** The column with the unit of each row, where it differs between views. */
  unitColumn?: string;
}

/** The topics of charts, in the order of the gallery. */
export const TOPICS = ['gaoming', 'money', 'providers', 'competition', 'people', 'rules'] as const;

/** What a reader may leave out of the drawn rows of a chart. */
export interface Filters {
  /** The columns of the id and of the name of what is drawn, such as a place or a series; where there are several of it. */
  series?: { id: string; name: string; title: Bilingual };
  /** The column of the year. */
  year?: string;
}

/**
 * A chart: a question, the tables it draws, a drawing, texts in both languages. `select` and `plot` are pure, and run both at build
 * time and in the browser.
 */
export interface Chart {
  id: string;
  topic: (typeof TOPICS)[number];
  /**
   * The piece that shows it as a small figure, `cases/nanhai`, where it has no page of its own: of few values, or of one case. Its address as a page
   * leads there.
   */
  within?: string;
  /** The finding; `holds` checks it against the rows. */
  title: Bilingual;
  /** The measure, its unit and its years. */
  subtitle: Bilingual;
  question: Bilingual;
  /** Words that a reader may look for and that its texts do not use. */
  keywords?: Bilingual;
  /** Caveats: what is missing, what is not comparable. */
  note: Bilingual;
  /** The tables drawn: `[dataset, table]`. */
  tables: readonly (readonly [dataset: string, table: string])[];
  controls?: Control[];
  /** What a reader may leave out; a view that leaves something out has the question as its title, as nothing is claimed of it. */
  filters?: Filters;
  /** The title of a chosen view for which `title` would not be true. */
  titleFor?(controls: View['controls']): Bilingual | undefined;
  /** The subtitle of a chosen view with another measure, unit or year than in `subtitle`. */
  subtitleFor?(controls: View['controls']): Bilingual | undefined;
  /**
   * A sentence on what the rows do not support in the title of a view; `undefined` where they support all of it. A view whose
   * title claims nothing has nothing to check.
   */
  holds(rows: Row[], view: Pick<View, 'controls'>): string | undefined;
  /** The drawn columns, in order; `select` gives rows of just these and `source_id`. */
  columns: DrawnColumn[];
  /** The rows drawn, from the rows of `tables` in their order. */
  select(tables: Row[][], view: View): Row[];
  /** The drawing of the selected rows. */
  plot(rows: Row[], view: View): Plot.PlotOptions;
  /** The text alternative: the shape of the data in words. */
  alt(rows: Row[], language: Language): string;
}
