import type { Language } from '../model/language.ts';
import { SITE_NAME } from '../model/site.ts';

/** What is cited: a dataset, a chart or a text of the site. */
export interface CitedItem {
  /** Unique over the site; the key in BibTeX. */
  key: string;
  kind: 'dataset' | 'chart' | 'article';
  title: string;
  language: Language;
  /** ISO 8601, the day of this version. */
  date: string;
  version?: string;
  url: string;
}

/** The author and publisher of all the site publishes. */
export const authorOf = (item: CitedItem): string => SITE_NAME[item.language];

/** A citation style or exchange format. */
export interface CitationStyle {
  id: string;
  name: string;
  /** The ending of a file of this format; styles that are only text have none. */
  extension?: string;
  mediaType?: string;
  write(item: CitedItem): string;
}
