import { describe, expect, test } from 'vitest';
import { shortSource, thinMargin } from '../../../../src/components/text/margin.ts';

const source = (fields: Record<string, string>) => ({
  author: '',
  publisher: '',
  title: '',
  date: '',
  ...fields,
});

describe('a source in few words', () => {
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

test('a paragraph says a source once, a table never', () =>
  expect(
    thinMargin(
      '<p><i data-margin="1 A, 2020"></i><i data-margin="A, 2020"></i></p><p><i data-margin="2 A, 2020"></i></p><table><tr><td><i data-margin="A, 2020"></i></td></tr></table>',
    ),
  ).toBe(
    '<p><i data-margin="1 A, 2020"></i><i></i></p><p><i data-margin="2 A, 2020"></i></p><table><tr><td><i></i></td></tr></table>',
  ));
