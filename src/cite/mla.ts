import { accessSentence, addressOf, authorOf, dateInWords, type CitationStyle } from './item.ts';

/** MLA, 9th edition: author and publisher are the same, so the author is left out and the title comes first. */
export const mla: CitationStyle = {
  id: 'mla',
  name: 'MLA 9',
  write: (item) => {
    const version = item.version
      ? item.language === 'zh'
        ? `${item.version} 版, `
        : `version ${item.version}, `
      : '';
    const plain = addressOf(item).replace(/^https?:\/\//, '');
    return item.language === 'zh'
      ? `“${item.title}.” ${version}${authorOf(item)}, ${dateInWords(item)}, ${plain}.${accessSentence(item)}`
      : `“${item.title}.” ${version ? version.replace('version', 'Version') : ''}${authorOf(item)}, ${dateInWords(item)}, ${plain}.${accessSentence(item)}`;
  },
};
