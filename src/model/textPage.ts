/** A page of the site as plain text, as the build collects it for each language. */
export interface TextPage {
  path: string;
  title: string;
  text: string;
  /** Name → values: kind, place, field … */
  filters: Record<string, string[]>;
}

/** A page as the index knows it, without its text. */
export interface IndexedPage {
  /** Pagefind's name for the page. */
  id: string;
  path: string;
  title: string;
  filters: Record<string, string[]>;
}
