import { expect, test } from 'vitest';
import { segmentQuery } from '../../src/components/searchQuery.ts';

test('a Chinese query is cut into words, another one is left', () => {
  expect(segmentQuery('购买服务', 'zh-CN').split(' ').join('')).toBe('购买服务');
  expect(segmentQuery('政府购买公共服务', 'zh-CN')).toContain(' ');
  expect(segmentQuery(' single-source ', 'en')).toBe('single-source');
});
