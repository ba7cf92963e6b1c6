import { expect, test } from 'vitest';
import { initialOf } from '../../../src/i18n/initial.ts';

test.each([
  ['government purchase', 'en', 'G'],
  ['Double Hundred', 'en', 'D'],
  ['政府购买服务', 'zh', 'Z'],
  ['单一来源采购', 'zh', 'D'],
  // Characters with several readings are read as the word is.
  ['重复采购', 'zh', 'C'],
  ['长期合同', 'zh', 'C'],
  ['调解', 'zh', 'T'],
  ['安置', 'zh', 'A'],
] as const)('%s in %s is listed under %s', (word, language, letter) =>
  expect(initialOf(word, language)).toBe(letter),
);
