import { divisionAt } from './division.ts';

/** Levels of government; `unknown` where the name does not show it. */
type PurchaserLevel = 'national' | 'province' | 'city' | 'county' | 'township' | 'village' | 'unknown';

/** A row of the table: the beginning or ending of a name → the level. */
interface LevelRule {
  rule: string;
  level: PurchaserLevel;
  pattern: RegExp;
}

/** Levels below the county, which have no code in GB/T 2260, by ending; tested on what follows the county. */
const BELOW_COUNTY: readonly LevelRule[] = [
  {
    rule: 'village-committee',
    level: 'village',
    pattern: /(?:村|社区)(?:村民|居民)?(?:委员会|委会)$|居委会$|村委会$/,
  },
  {
    rule: 'township',
    level: 'township',
    pattern:
      /(?:街道办事处|街道|[镇乡]人民政府|[镇乡]政府|(?<=[\u4e00-\u9fff])(?<!城)(?:镇|乡(?!村|镇)))(?:[\u4e00-\u9fff]{0,8}(?:所|站|中心|办公室|局))?$/,
  },
];

/** A district that was abolished, or created after our list, after the name of its city. */
const OLD_COUNTY: LevelRule = {
  rule: 'county',
  level: 'county',
  pattern:
    /^[\u4e00-\u9fff]{1,4}(?<!自治|开发|高新|度假|试验|示范|保税|保护|工业|产业|新|院|片|城|地|园|校|景|灌|矿|小|社|库|林)区|^[\u4e00-\u9fff]{1,7}自治县/,
};

/** Rules for names that begin with no division of GB/T 2260: the first match wins, the lowest level first. */
const LEVEL_RULES: readonly LevelRule[] = [
  {
    rule: 'county',
    level: 'county',
    pattern:
      /(?:[\u4e00-\u9fff]{1,6}(?<!自治|开发|高新|度假|试验|示范|保税|院|地|园|校|景|灌|矿|小|社)区|[\u4e00-\u9fff]{1,8}县|[\u4e00-\u9fff]{1,8}自治旗)(?=[\u4e00-\u9fff]*(?:局|委员会|办公室|政府|医院|学校|中学|小学|中心|法院|检察院|大队|[^司院])?$)/,
  },
  {
    rule: 'province-bureau',
    level: 'province',
    pattern:
      /厅$|省(?:人民)?(?:政府|高级人民法院)|^[\u4e00-\u9fff]{2,8}省(?![\u4e00-\u9fff]{1,6}[市州县])|自治区(?![\u4e00-\u9fff]{1,6}[市州县盟])/,
  },
  {
    rule: 'municipality-bureau',
    level: 'province',
    pattern: /^(?:北京|天津|上海|重庆)市(?![\u4e00-\u9fff]{1,4}区)/,
  },
  {
    rule: 'city',
    level: 'city',
    pattern: /[\u4e00-\u9fff]{1,8}(?:(?<!城|超|^都)市(?!场|民)|自治州)/,
  },
  {
    rule: 'national-ministry',
    level: 'national',
    pattern:
      /^(?:中华人民共和国|国家|国务院|中央|中国)|(?<!项目|事业|分|总|支|本)部$|^内閣|省$|庁$|府省|独立行政法人|国立研究開発法人/,
  },
  {
    rule: 'gb-council',
    level: 'city',
    pattern: /\b(?:CITY COUNCIL|LONDON BOROUGH|BOROUGH COUNCIL|DISTRICT COUNCIL|CITY OF)\b/,
  },
  { rule: 'gb-county-council', level: 'county', pattern: /\bCOUNTY COUNCIL\b|\bCOUNTY OF\b/ },
];

/** Names in the cache; it is cleared when it is full. */
const KEPT = 20_000;
const kept = new Map<string, { level: PurchaserLevel; rule: string }>();

/**
 * The level of a purchaser by its name, with the rule that matched: by the division of GB/T 2260 that the name begins with; below the
 * county and outside China by its ending.
 */
export function purchaserLevelOf(name: string): { level: PurchaserLevel; rule: string } {
  const known = kept.get(name);
  if (known) return known;
  const found = levelBy(name);
  if (kept.size >= KEPT) kept.clear();
  kept.set(name, found);
  return found;
}

function levelBy(name: string): { level: PurchaserLevel; rule: string } {
  const text = name.normalize('NFKC').replace(/\s+/g, ' ').trim().toUpperCase();
  const placed = divisionAt(text);
  const below = fits(BELOW_COUNTY, placed?.rest ?? text);
  if (below) return below;
  if (placed) {
    const { level } = placed.division;
    const old = level === 'county' ? null : fits([OLD_COUNTY], placed.rest);
    return old ?? { level, rule: `gb2260-${level}` };
  }
  // 省 is a ministry in Japan: 総務省. Chinese provinces were matched above.
  if (/^[\u4e00-\u9fff]{1,4}省$/.test(text)) return { level: 'national', rule: 'national-ministry' };
  return fits(LEVEL_RULES, text) ?? { level: 'unknown', rule: 'none' };
}

function fits(rules: readonly LevelRule[], text: string): { level: PurchaserLevel; rule: string } | null {
  const found = rules.find(({ pattern }) => pattern.test(text));
  return found ? { level: found.level, rule: found.rule } : null;
}
