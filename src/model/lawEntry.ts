/** A text of law in the search: found by its name, its number or one of its articles. */
export interface LawEntry {
  /** Its page within the site, without the base. */
  path: string;
  title: string;
  /** What it did, in a sentence or two. */
  what: string;
  /** Name → values, as of a page: kind, place, field … */
  filters: Record<string, string[]>;
  /** As printed: `财政部令第102号`; empty where it has none. */
  number: string;
  issuer: string;
  /** The number in pinyin, as it is written in English: `guobanfa 2013 96`. */
  pinyin: string;
  /** Its titles in both languages. */
  names: string[];
  articles: LawArticle[];
}

/** What one row records of a law: an article, or several that belong together. */
export interface LawArticle {
  numbers: number[];
  path: string;
  says: string;
}
