import { accessSentence, addressOf, authorOf, dateInWords, type CitationStyle } from './item.ts';

/** Chicago, 17th edition, bibliography. A work without a page number ends with its address. */
export const chicago: CitationStyle = {
  id: 'chicago',
  name: 'Chicago 17',
  write: (item) =>
    item.language === 'zh'
      ? `${authorOf(item)}. “${item.title}.”${item.version ? `${item.version} 版.` : ''} ${dateInWords(item)}. ${addressOf(item)}.${accessSentence(item)}`
      : `${authorOf(item)}. “${item.title}.”${item.version ? ` Version ${item.version}.` : ''} ${dateInWords(item)}. ${addressOf(item)}.${accessSentence(item)}`,
};
