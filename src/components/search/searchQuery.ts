/** Chinese characters. */
export const HAN = /\p{Script=Han}/u;

/** White space and brackets, which may occur between the characters of a query, as 国办发〔2013〕96号 is written in many ways. */
export const SEPARATORS = String.raw`\s\u2060〔〕［］【】（）()[\]`;

/** A text as the source of a pattern that finds just this text. */
export const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/**
 * A query in the words of the index: Chinese is segmented by `Intl.Segmenter`, other text is unchanged.
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
