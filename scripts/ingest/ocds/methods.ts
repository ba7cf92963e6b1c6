/** Our codes for procurement methods → those of the OCDS code list. */
export const METHODS: Record<string, string> = {
  'open-tender': 'open',
  'competitive-consultation': 'limited',
  'price-comparison': 'limited',
  'single-source': 'direct',
  entrustment: 'direct',
  competition: 'open',
};
/** The codes of OCDS → ours. */
export const OUR_METHODS: Record<string, string> = {
  open: 'open-tender',
  selective: 'competitive-consultation',
  limited: 'competitive-consultation',
  direct: 'single-source',
};
