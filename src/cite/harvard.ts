import { addressOf, authorOf, dateInWords, type CitationStyle } from './item.ts';

/** Harvard, as in “Cite Them Right”: author (year) title, version, available at, accessed. */
export const harvard: CitationStyle = {
  id: 'harvard',
  name: 'Harvard',
  write: (item) => {
    const year = item.date.slice(0, 4);
    return item.language === 'zh'
      ? `${authorOf(item)} (${year}) ${item.title}${item.version ? `（${item.version} 版）` : ''}. 网址：${addressOf(item)}（访问日期：${dateInWords(item, item.accessed)}）.`
      : `${authorOf(item)} (${year}) ${item.title}${item.version ? ` (Version ${item.version})` : ''}. Available at: ${addressOf(item)} (Accessed: ${dateInWords(item, item.accessed)}).`;
  },
};
