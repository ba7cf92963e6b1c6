import type { ExploreWords } from '../../i18n/exploreWords.ts';
import type { FacetValue, Histogram } from './engine/facetCounts.ts';

/** What the panels need of the page. */
export interface PanelHost {
  words: ExploreWords;
  chosenValues(column: string): readonly string[];
  chosenText(column: string): string;
  chosenRange(column: string): string;
  countValues(column: string): Promise<FacetValue[]>;
  distribution(column: string): Promise<Histogram>;
  chooseValues(column: string, values: string[]): void;
  chooseText(column: string, text: string): void;
  chooseRange(column: string, range: string): void;
  /** Shows an error in place of the result. */
  failed(error: unknown): void;
}

/** The filter of a column: its values are read when it is open, to be counted. */
export interface Panel {
  root: HTMLDetailsElement;
  column: string;
  /** Counts again where the panel is open, and opens it where a filter on its column is in use. */
  refresh(): Promise<void>;
}
