/** A page of the site as plain text, as the build collects it for each language. */
export interface TextPage {
  path: string;
  title: string;
  text: string;
  /** Name → values: kind, place, field … */
  filters: Record<string, string[]>;
}
