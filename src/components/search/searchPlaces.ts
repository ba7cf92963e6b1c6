import type { PlaceName } from '../../model/placeName.ts';

/** The most places for one query. */
const MOST = 5;
/** Number of letters from which the beginning of a name is enough. */
const ENOUGH = 4;

/**
 * Reads a query in Latin letters as pinyin: `gaoming`, `gao ming` and `gm` mean 高明. Whole names come before prefixes, and initials
 * count only where no name matches.
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
