import { addressOf, authorOf, hasHost, type CitationStyle } from './item.ts';

const TYPE = { dataset: 'dataset', chart: 'graphic', article: 'webpage' } as const;

/** CSL-JSON, from which citeproc writes any of thousands of styles. @see https://citationstyles.org/ */
export const cslJson: CitationStyle = {
  id: 'csl-json',
  name: 'CSL-JSON',
  extension: 'csl.json',
  mediaType: 'application/vnd.citationstyles.csl+json',
  write: (item) =>
    JSON.stringify(
      [
        {
          id: item.key,
          type: TYPE[item.kind],
          title: item.title,
          author: [{ literal: authorOf(item) }],
          publisher: authorOf(item),
          issued: { 'date-parts': [item.date.split('-').map(Number)] },
          ...(item.version ? { version: item.version } : {}),
          language: item.language === 'zh' ? 'zh-CN' : 'en',
          ...(hasHost(item) ? { URL: item.url } : { note: addressOf(item) }),
        },
      ],
      null,
      1,
    ),
};
