import { addressOf, authorOf, hasHost, oneLine, type CitationStyle } from './item.ts';

const TYPE = { dataset: 'DATA', chart: 'FIGURE', article: 'ELEC' } as const;

/** RIS, as EndNote, Zotero and NoteExpress read it. */
export const ris: CitationStyle = {
  id: 'ris',
  name: 'RIS',
  extension: 'ris',
  mediaType: 'application/x-research-info-systems',
  write: (item) =>
    [
      ['TY', TYPE[item.kind]],
      ['AU', authorOf(item)],
      ['TI', oneLine(item.title)],
      ['PB', authorOf(item)],
      ['PY', item.date.slice(0, 4)],
      ['DA', item.date.replaceAll('-', '/')],
      ...(item.version ? [['ET', item.version]] : []),
      ['LA', item.language],
      hasHost(item) ? ['UR', item.url] : ['N1', addressOf(item)],
      ['ER', ''],
    ]
      .map(([tag, value]) => `${tag}  - ${value}`)
      .join('\n'),
};
