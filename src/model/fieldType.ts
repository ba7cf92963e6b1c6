/**
 * Types a cell may have. `year` is a four-digit integer; `partial-date` is an ISO 8601 date as exact as its source
 * (`2014`, `2014-12`, `2014-12-15`).
 */
export const FIELD_TYPES = ['string', 'integer', 'number', 'boolean', 'year', 'partial-date', 'url'] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** Types that are compared and drawn as numbers. */
export const isNumeric = ({ type }: { type: FieldType }): boolean =>
  type === 'integer' || type === 'number' || type === 'year';
