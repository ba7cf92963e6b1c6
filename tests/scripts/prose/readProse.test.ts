import { expect, test } from 'vitest';
import { readProse } from '../../../scripts/prose/readProse.ts';

test('bold that ends with a mark and meets a 汉字 would be printed with its asterisks', () => {
  const faults = (text: string): string[] =>
    readProse(`<Ours>\n\n${text}\n\n</Ours>\n`, 'zh').faults.map(({ what }) => what);
  expect(faults('1. **期限。**一般一年。')).toEqual(['is not read as bold: its asterisks are printed']);
  expect(faults('1. **期限。** 一般一年。')).toEqual([]);
  expect(faults('**南海**公布了项目，**期限**和价格。')).toEqual([]);
});
