import { accessSentence, addressOf, authorOf, type CitationStyle } from './item.ts';

const DESCRIPTION = {
  en: { dataset: 'Data set', chart: 'Chart', article: '' },
  zh: { dataset: '数据集', chart: '图表', article: '' },
} as const;

/** APA, 7th edition. The publisher is the author and is therefore left out. */
export const apa: CitationStyle = {
  id: 'apa',
  name: 'APA 7',
  write: (item) => {
    const [year, month, day] = item.date.split('-').map(Number);
    const date =
      item.language === 'zh'
        ? `${year}年${month}月${day}日`
        : `${year}, ${new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(new Date(item.date))} ${day}`;
    const version = item.version
      ? item.language === 'zh'
        ? `（${item.version}版）`
        : ` (Version ${item.version})`
      : '';
    const kind = DESCRIPTION[item.language][item.kind];
    return `${authorOf(item)}. (${date}). ${item.title}${version}${kind ? ` [${kind}]` : ''}. ${addressOf(item)}${accessSentence(item)}`;
  },
};
