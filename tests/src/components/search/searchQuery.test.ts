import { expect, test } from 'vitest';
import { segmentQuery } from '../../../../src/components/search/searchQuery.ts';

test('a Chinese query is cut into words, another one is left', () => {
  expect(segmentQuery('购买服务', 'zh-CN')).toBe('购买 服务');
  expect(segmentQuery('政府购买公共服务', 'zh-CN')).toBe('政府 购买 公共 服务');
  expect(segmentQuery(' single-source ', 'en')).toBe('single-source');
});

test('words of different lengths are kept whole', () => {
  expect(segmentQuery('政府采购法', 'zh-CN')).toBe('政府 采购 法');
  expect(segmentQuery('2024年购买服务 PPP', 'zh-CN')).toBe('2024 年 购买 服务 PPP');
});
