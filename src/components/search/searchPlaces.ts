import type { PlaceName } from '../../model/placeName.ts';

/** How many places a few pinyin may stand for. */
const MOST = 5;
/** Letters from which the beginning of a name is enough. */
const ENOUGH = 4;

/**
 * Reads a query in Latin pinyin as pinyin: `gaoming`, `gao ming` and `gm` mean 高明. Whole names come before beginnings, and initials
 * count only where nobody's name is written out.
 */
export function placesMeant(query: string, names: readonly PlaceName[]): PlaceName[] {
  const pinyin = query.toLowerCase().replace(/[\s'’]+/g, '');
  if (!/^[a-z]{2,}$/.test(pinyin)) return [];
  const readings: ((name: PlaceName) => boolean)[] = [
    ({ full }) => full.includes(pinyin),
    ({ full }) => pinyin.length >= ENOUGH && full.some((one) => one.startsWith(pinyin)),
    ({ initials }) => initials.includes(pinyin),
  ];
  for (const reading of readings) {
    const meant = names.filter(reading);
    if (meant.length > 0) return meant.slice(0, MOST);
  }
  return [];
}
