import { addressOf, authorOf, type CitationStyle } from './item.ts';

const MARKER = { dataset: 'DS/OL', chart: 'EB/OL', article: 'EB/OL' } as const;

/** GB/T 7714—2015, numeric system: author. title[type/OL]. (date)[access date]. address. */
export const gbt7714: CitationStyle = {
  id: 'gbt7714',
  name: 'GB/T 7714—2015',
  write: (item) => {
    const version = item.version
      ? item.language === 'zh'
        ? `：${item.version} 版`
        : `: version ${item.version}`
      : '';
    return `${authorOf(item)}. ${item.title}${version}[${MARKER[item.kind]}]. (${item.date})[${item.accessed ?? item.date}]. ${addressOf(item)}.`;
  },
};
