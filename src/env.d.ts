declare namespace App {
  interface Locals {
    /** The notes of the page so far, one a source. */
    notes?: import('./components/text/pageNotes.ts').Note[];
    /** The charts of the page so far, in the order of the text. */
    figures?: import('./components/text/figures.ts').Figure[];
  }
}
