/** Levels of government; `unknown` where the name does not tell. */
export type PurchaserLevel = 'national' | 'province' | 'city' | 'county' | 'township' | 'village' | 'unknown';

/** A row of the table: an ending or a beginning of a name → the level. The first that fits wins, the lowest level first. */
const LEVEL_RULES: readonly { rule: string; level: PurchaserLevel; pattern: RegExp }[] = [
  {
    rule: 'village-committee',
    level: 'village',
    pattern: /(?:村|社区)(?:村民|居民)?(?:委员会|委会)$|居委会$|村委会$/,
  },
  {
    rule: 'township',
    level: 'township',
    pattern:
      /(?:街道办事处|街道|[镇乡]人民政府|[镇乡]政府|(?<!城)[镇乡])(?:[\u4e00-\u9fff]{0,8}(?:所|站|中心|办公室|局))?$/,
  },
  {
    rule: 'county',
    level: 'county',
    pattern:
      /(?:[\u4e00-\u9fff]{1,6}(?<!自治|开发|地|园|校|景|灌|矿|小|社)区|[\u4e00-\u9fff]{1,8}县|[\u4e00-\u9fff]{1,8}自治旗)(?=[\u4e00-\u9fff]*(?:局|委员会|办公室|政府|医院|学校|中学|小学|中心|法院|检察院|大队|[^司院])?$)/,
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
  { rule: 'city', level: 'city', pattern: /[\u4e00-\u9fff]{1,8}(?:市|自治州|盟)/ },
  {
    rule: 'national-ministry',
    level: 'national',
    pattern: /^(?:中华人民共和国|国家|国务院|中央|中国)|部$|^内閣|省$|庁$|府省|独立行政法人|国立研究開発法人/,
  },
  {
    rule: 'gb-council',
    level: 'city',
    pattern: /\b(?:CITY COUNCIL|LONDON BOROUGH|BOROUGH COUNCIL|DISTRICT COUNCIL|CITY OF)\b/,
  },
  { rule: 'gb-county-council', level: 'county', pattern: /\bCOUNTY COUNCIL\b|\bCOUNTY OF\b/ },
];

/** The level of a purchaser by the ending of its name, with the rule that said so. */
export function purchaserLevelOf(name: string): { level: PurchaserLevel; rule: string } {
  const text = name.normalize('NFKC').replace(/\s+/g, ' ').trim().toUpperCase();
  // 省 is a province in China and a ministry in Japan: 総務省 ends there, 山东省财政厅 goes on.
  const ministry =
    /^[\u4e00-\u9fff]{1,4}省$/.test(text) &&
    !/^(?:山东|山西|河北|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|台湾)省$/.test(
      text,
    );
  if (ministry) return { level: 'national', rule: 'national-ministry' };
  for (const { rule, level, pattern } of LEVEL_RULES) if (pattern.test(text)) return { level, rule };
  return { level: 'unknown', rule: 'none' };
}
