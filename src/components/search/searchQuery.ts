/** Chinese characters. */
export const HAN = /\p{Script=Han}/u;

/**
 * A query as the index knows its words: Chinese runs are cut by `Intl.Segmenter`, the rest stays.
 * @example `"政府购买公共服务"` → `"政府 购买 公共 服务"`
 */
export function segmentQuery(query: string, language: string): string {
  if (!HAN.test(query)) return query.trim();
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return [...segmenter.segment(query)]
    .filter(({ segment }) => segment.trim() !== '')
    .map(({ segment }) => segment)
    .join(' ');
}
