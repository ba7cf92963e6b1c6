/** A page of the site as plain text, collected by the build for each language. */
export interface TextPage {
  path: string;
  title: string;
  text: string;
  /** Name → values: kind, place, field … */
  filters: Record<string, string[]>;
}

/** A page in the index, without its text. */
export interface IndexedPage {
  /** Pagefind's id of the page. */
  id: string;
  path: string;
  title: string;
  filters: Record<string, string[]>;
}
