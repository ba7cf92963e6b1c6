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
  /** The day of access, ISO 8601, of a page that is made in the browser; else the day of the version. */
  accessed?: string;
  version?: string;
  /** Its full address; its path on the site where `SITE_URL` is not set. */
  url: string;
}

/** Whether the version is not frozen yet, so that its content may still change. */
export const draftOf = (version: string, language: Language): string =>
  `${version} ${language === 'zh' ? '草稿' : 'draft'}`;

/** The author and publisher of everything on the site. */
export const authorOf = (item: CitedItem): string => SITE_NAME[item.language];

/** Whether the address has a host. */
export const hasHost = ({ url }: CitedItem): boolean => /^https?:\/\//.test(url);

/** The address as printed in a reference; a path is labelled as one. */
export function addressOf(item: CitedItem): string {
  if (hasHost(item)) return item.url;
  return item.language === 'zh'
    ? `${item.url}（站内路径，网站地址在构建时设置）`
    : `${item.url} (path on the site; its address is set when it is built)`;
}

/** The day of the version in words: `24 November 2026`, `2026年11月24日`. */
export function dateInWords(item: CitedItem, date = item.date): string {
  const [year, month, day] = date.split('-').map(Number);
  if (item.language === 'zh') return `${year}年${month}月${day}日`;
  const name = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(new Date(date));
  return `${day} ${name} ${year}`;
}

/** The day of access as a sentence with its space, where it is known; styles that have a place for it of their own print it there. */
export function accessSentence(item: CitedItem): string {
  if (item.accessed === undefined) return '';
  const day = dateInWords(item, item.accessed);
  return item.language === 'zh' ? ` 访问日期：${day}.` : ` Accessed ${day}.`;
}

/** A citation style or exchange format. */
export interface CitationStyle {
  id: string;
  name: string;
  /** The ending of a file of this format; styles that are only text have none. */
  extension?: string;
  mediaType?: string;
  write(item: CitedItem): string;
}

/** A text on one line, for formats in which a line end begins another field. */
export const oneLine = (text: string): string => text.replace(/[\s\u0085\u2028\u2029]+/g, ' ').trim();
