import { describe, expect, test } from 'vitest';
import { shortSource } from '../../../../src/components/text/shortSource.ts';

const source = (fields: Record<string, string>) => ({
  author: '',
  publisher: '',
  title: '',
  date: '',
  ...fields,
});

describe('the short form of a source', () => {
  test.each([
    [{ author: 'P Lian', date: '2021-02-20' }, 'en', 'P Lian, 2021'],
    [{ author: 'Wei Li; Bao Yang', date: '2016' }, 'en', 'Wei Li et al., 2016'],
    [{ author: '陈永杰、卢施羽、刘维', date: '2017' }, 'zh', '陈永杰等，2017'],
    [{ publisher: 'qingl.net 清流社工网（转载）', date: '2011' }, 'zh', 'qingl.net 清流社工网，2011'],
    [{ publisher: '佛山市人民政府 Foshan Municipal Government (English site)' }, 'zh', '佛山市人民政府'],
    [{ author: 'not stated', publisher: 'OECD', date: '2023' }, 'en', 'OECD, 2023'],
    [
      { publisher: 'INSPIRES: Database of Innovative Social Policies in Europe' },
      'en',
      'INSPIRES: Database of…',
    ],
  ] as const)('%o', (fields, language, words) => expect(shortSource(source(fields), language)).toBe(words));
});
