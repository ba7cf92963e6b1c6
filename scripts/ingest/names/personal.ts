import { CHARACTERS, charactersOf, digitsAmong } from '../../rules/characters.ts';
import { GIVEN_NAMES } from './givenNames.ts';
import { isFirmWithGivenName, tradesUnderOwnName } from './ownName.ts';
import { readProvider } from './providerKind.ts';

/** A kind of personal data that never reaches an output, how it is recognised, and why it is masked. */
interface PersonalData {
  kind: string;
  /** What every text with this kind has: a number of digits, or a character. Texts without it are not searched. */
  needs: { digits: number } | { character: RegExp };
  pattern: RegExp;
  why: string;
}

/**
 * Contact details and numbers of persons, as written in Chinese, Japanese and English files. An organisation's own registration
 * number (18 digits and letters beginning with 9, 5 or 1) is not a person's.
 */
const KINDS: readonly PersonalData[] = [
  {
    kind: 'e-mail',
    needs: { character: /@/ },
    // Anchored at the start of a run of its characters; otherwise a long run would be searched again from each of them.
    pattern: /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
    why: 'an e-mail address contacts a person',
  },
  {
    kind: 'id-number',
    needs: { digits: 17 },
    pattern: /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/g,
    why: 'an identity number names one person, with the day of birth',
  },
  {
    kind: 'mobile-phone',
    needs: { digits: 11 },
    pattern: /(?<!\d|\d\.)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d|\.\d)/g,
    why: 'a mobile number reaches a person',
  },
  {
    kind: 'phone',
    needs: { digits: 10 },
    // China, Britain, and Japan, whose numbers have ten digits, mobile ones eleven; a date with the year last has eight.
    pattern:
      /(?<!\d|\d\.)(?:\(0\d{2,3}\)|0\d{2,3}[- ])\d{7,8}(?!\d|\.\d)|(?<!\d|\d\.)\+44 ?\d{2,4} ?\d{3,4} ?\d{3,4}(?!\d)|(?<!\d|\d\.)0(?:20 ?\d{4} ?\d{4}|1\d{3} ?\d{6}|7\d{3} ?\d{6})(?!\d|\.\d)|(?<!\d|\d[.-])0(?:[5-9]0-\d{4}|\d-\d{4}|\d{2}-\d{3}|\d{3}-\d{2}|\d{4}-\d)-\d{4}(?!\d|[.-]\d)/g,
    why: 'a telephone number reaches the person at the other end',
  },
  {
    kind: 'bank-account',
    needs: { digits: 12 },
    pattern: /(?<=(?:账号|帐号|账户|口座番号|account|Account)[^\d]{0,6})\d{12,19}(?!\d)/g,
    why: 'an account number is secret, whoever holds it',
  },
  {
    kind: 'contact-person',
    needs: { character: /[人者]/ },
    pattern:
      /(?<=(?:联系人|经办人|负责人|項目负责人|联络人|法定代表人|法人代表|担当者)\s*[:：]\s*)[\p{Script=Han}·]{2,4}/gu,
    why: 'the name of the person in charge is no fact about a purchase',
  },
  {
    kind: 'titled-person',
    needs: { character: /M/ },
    pattern:
      /(?<![-\w])(?:(?:Mr|Mrs|MR|MRS)\b\.?|Ms\.?)\s+(?!SERVICES|Services)(?:[A-Z]\.?\s+){0,3}[A-Z][\p{L}'’-]+(?:\s+[A-Z][a-z'’-]+)?/gu,
    why: 'Mr, Mrs or Ms before a name within a text: a private person',
  },
];

/** Columns that contain only persons and contacts are dropped entirely. */
export const PERSONAL_COLUMN =
  /联系人|联系电话|联系方式|电话|手机|邮箱|e-?mail|phone|contact(?!s? (?:type|value))|担当者|担当官|契約担当|氏名|身份证|银行账号|开户|法定代表人|(?:buyer|agency|winner)(?:Tel|Person)$|^buyer name$|emri i zyrtarit/i;

/** Headings of columns that name the payee. */
const PAYEE_COLUMN =
  /supplier|vendor|payee|provider|winner|contractor|beneficiary|供应商|供货商|中标人|中标单位|成交人|承接|收款|乙方|相手方/i;
/** Headings of payee columns that contain numbers or codes instead of names. */
const NO_NAME =
  /\b(?:ID|Id|id|[Nn]o|[Nn]umber|[Cc]ode|[Tt]ype|[Kk]ind|[Rr]ef)\b|_(?:id|no|code)$|[a-z]Id$|编号|代码|番号/;

export const isPayeeColumn = (heading: string): boolean =>
  PAYEE_COLUMN.test(heading) && !NO_NAME.test(heading);

/** Whether a cell is an id of a contracting process or an award as OCDS has them: digits within one are no telephone number. */
export const isProcessId = (heading: string, text: string): boolean =>
  /^(?:ocid|award)$/.test(heading) && /^[a-z][\w.-]*$/.test(text);

/** The character that replaces masked text. */
export const MASK = '▇';

/** UUIDs and checksums of 32, 40 or 64 hexadecimal digits: a number within one does not belong to a person. */
const MACHINE_ID =
  /(?<![\da-f])(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|(?=\d*[a-f])(?:[\da-f]{32}|[\da-f]{40}|[\da-f]{64}))(?![\da-f])/g;

/** The same text, character by character, with full-width forms, dashes and spaces replaced by their ASCII form. */
const plainForm = (text: string): string =>
  text.replace(/[\uff01-\uff5e\u2010-\u2015\u2212\u00a0\u2000-\u200a\u202f\u3000]/g, (form) =>
    form >= '\uff01' ? String.fromCharCode(form.charCodeAt(0) - 0xfee0) : /\s/.test(form) ? ' ' : '-',
  );

/** The characters that `KINDS` need, and full-width forms, which may be such characters; and the fewest digits that they need. */
const MAYBE = /[@人者M\uff01-\uff5e]/;
const FEWEST = Math.min(...KINDS.map(({ needs }) => ('digits' in needs ? needs.digits : Infinity)));
/** Kinds of characters without which `MAYBE` cannot match. */
const SEARCHED = CHARACTERS.at | CHARACTERS.capitalM | CHARACTERS.han | CHARACTERS.other;

/** Whether a text could contain personal data at all. @param characters what `charactersOf` found in it */
export const mayBePersonal = (text: string, characters: number): boolean =>
  digitsAmong(characters) >= FEWEST || ((characters & SEARCHED) !== 0 && MAYBE.test(text));

const NOTHING: Record<string, number> = Object.freeze({});

/**
 * A text without personal data, and how often each kind was masked.
 * @param characters what `charactersOf` found in the text
 */
export function mask(
  text: string,
  characters = charactersOf(text),
): { text: string; masked: Record<string, number> } {
  if (!mayBePersonal(text, characters)) return { text, masked: NOTHING };
  const masked: Record<string, number> = {};
  let clean = text;
  let plain = plainForm(text);
  const digits = digitsAmong(charactersOf(plain));
  for (const { kind, needs, pattern } of KINDS) {
    if ('character' in needs ? !needs.character.test(plain) : digits < needs.digits) continue;
    const matches = [...plain.matchAll(pattern)];
    if (matches.length === 0) continue;
    const ids = [...plain.matchAll(MACHINE_ID)].map((id) => [id.index, id.index + id[0].length] as const);
    let next = '';
    let done = 0;
    for (const match of matches) {
      const end = match.index + match[0].length;
      if (ids.some(([from, to]) => from <= match.index && end <= to)) continue;
      masked[kind] = (masked[kind] ?? 0) + 1;
      next += clean.slice(done, match.index) + MASK;
      done = end;
    }
    clean = next + clean.slice(done);
    plain = plainForm(clean);
  }
  return { text: clean, masked };
}

const TITLE =
  /^(?:MR|MRS|MS|MISS|DR|MX|REV|REVD|PROF)\b\.?\s+\S|[\s,(](?:MR|MRS|MS|MISS)\.?\)?$|(?:先生|女士|小姐)$/i;
/** Two or three 汉字 alone, or four that begin with a family name: 张三, 张三丰, 欧阳小明; also a minority name with a middle dot. */
const HAN_NAME =
  /^[\p{Script=Han}]{2,3}$|^(?:欧阳|司马|上官|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|端木|[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边])[\p{Script=Han}]{2,3}$|^[\p{Script=Han}]{2,6}·[\p{Script=Han}]{2,8}$/u;
const SOLE_TRADER = /个体工商户|\(个体\)|（个体）/;
const SOLE_TRADER_NAME =
  /[\p{Script=Han}·]{2,4}(?=\s*[(（]?(?:个体工商户|个体))|(?<=个体工商户[\s:：(（]*)[\p{Script=Han}·]{2,4}/gu;
/** `J. A. Smith`, `Smith, J A`, `Smith J`: a surname with single initials and nothing else. */
const INITIALS =
  /^(?:[A-Z](?:\.\s?|\s)){1,3}[A-Z][A-Za-z'’-]{2,}$|^[A-Z][A-Za-z'’-]{2,}(?:, ?[A-Z](?:\.?\s?[A-Z]){0,2}|(?: [A-Z]){1,3})\.?$/;
/** `Irvin L. Planted`: a middle initial, which no organisation has. */
const MIDDLE_INITIAL = /^[A-Z][A-Za-z'’-]+ [A-Z]\.? [A-Z][A-Za-z'’-]{2,}$/;
/** A degree or a profession after a name. */
const DEGREE =
  /^(?:[A-Z][A-Za-z.'’-]*\s+){1,3}[A-Z][A-Za-z'’-]+,?\s+(?:M\.?D|Ph\.?\s?D|Psy\.?\s?D|O\.?D|Esquire|C\.G\.F\.M|D\.?M\.?D|D\.?D\.?S|CPA|Esq|QC|KC|Jr|Sr)\b\.?/i;
/** Trades that follow initials: `G P FABRICATIONS` is not a person. */
const TRADE =
  /\b(?:PROPERTIES|REFRIGERATION|ADOPTION|CONCEPTS|CONFERENCING|AWARDS|INTERIORS|MONOGRAMS|CREATIVE|FLOORING|PAVING|EUROPE|HOMECARE|PUBLICATIONS|ENVIRONMENTAL|TARMACADAM|ENABLING|VOLUNTEERS|YOUTH|TECHNOLOGY|FENCING|ARCHAEOLOGY|REDCARE|PRINTERS|FABRICATIONS?|ENGINEERING|LEARNING|RESEARCH|CONSTRUCTION|CONTRACTORS|ENTERPRISES|INTERNATIONAL|RETAIL|LAW|BUILDERS|ELECTRICAL)$/i;
/** Words that occur only in names of organisations. */
const BODY =
  /&|\d|\b(?:AND|THE|OF|FOR|GROUP|CENTRE|CENTER|SERVICES?|CARE|HOUSE|HOUSING|PARTNERS|PARTNERSHIP|PROJECT|TEAM|OFFICE|COMMUNITY|COMMUNITIES|EVENTS|UK|SOLUTIONS|DESIGN|CONSULT\w*|ASSOCIATES|ARTS?|SYSTEMS|TRAINING|PRESS|MEDIA|HOTEL|NURSERY|CHAMBERS?|SURGERY|PRACTICE|BROS|SONS|DISABILITY|HOME|HOMES|LODGE|INSTITUTE|PARK|SOLICITORS|SETTLEMENT|EXECUTIVE|HALL SETTLEMENT|GRANGE|VIEW|COURT|MANOR|ORCHARD|COTTAGE|VILLA|VICARAGE|RECTORY|FARM|NURSING|REST|HALL|CLUB|INN|TAXIS?|CARS?|CABS|COACHES|MINIBUS\w*|TRAVEL|TRANSPORT|THERAP\w+|COUNSELLING|PLAYGROUP|PRE-?SCHOOL|PLAY|CHILDCARE|MONTESSORI|KINDERGARTEN|HOSPICE|HOSPITAL|CLINIC|HEALTH\w*|MEDICAL|PHARMACY|DENTAL|RESIDENTIAL|SUPPORT|LIVING|AGENCY|RECRUITMENT|MARKETING|PRODUCTIONS|PUBLISH\w+|BOOKS|SPORTS?|THEATRE|MUSIC|MUSEUM|RADIO|SCOUTS?|GUIDES|CADETS|PARISH|BAKERY|CATERING|CLEANING|GARDEN\w*|TREES?|SCAFFOLDING|ROOFING|PLUMBING|HEATING|GLASS|PAINTS?|TYRES?|MOTORS?|GARAGE|SUPPLIES|STORES?|SHOP|HIRE|SKIPS?|WASTE|RECYCLING|SOFTWARE|COMPUT\w+|NETWORKS?|ELECTRICS|TELECOM\w*|SECURITY|LEISURE|ACTIVIT\w+|ADVENTURE\w*|OUTDOORS?|CAMPS?|VENTURES|RESOURCES|MANAGEMENT|FINANC\w+|ARCHITECTS?|SURVEYORS?|ENGINEERS?|PLANNING|STUDIOS?|FILMS?|WORKSHOPS?|TUITION|TUTORS?|LANGUAGES?|INTERPRET\w+|TRANSLAT\w+|AMBULANCE|FELLOWSHIP|VILLAGE|MEMORIAL|VOLUNTEERS|LETTINGS|FLOORING|P ?C ?C|C ?V ?S|A ?F ?C|C ?I ?C)\b/i;

/** Bodies and premises that are common surnames too: `Zed Hall`, `CHAMBERS ZED`. */
const SURNAME_BODY = /\b(?:HALL|CHAMBERS|PARK|GLASS)\b/gi;

/** Whether a name has a word that occurs only in names of organisations; a surname beside a given name is none. */
function hasBody(plain: string): boolean {
  if (!BODY.test(plain)) return false;
  const words = plain.toUpperCase().split(/[\s,]+/);
  const isName = words.length === 2 && words.some((word) => GIVEN_NAMES.has(word));
  return !isName || BODY.test(plain.replace(SURNAME_BODY, ''));
}

/**
 * Whether a payee is a private person or trades under a person's name, and by which rule; `null` where it is an organisation, or
 * nothing indicates a person. A legal form (`Ltd`, 有限公司) always makes it an organisation.
 */
export function privatePayee(name: string): string | null {
  const plain = name.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (SOLE_TRADER.test(name)) return 'sole-trader';
  const { rule } = readProvider(plain);
  const isOwnEnterprise = rule === 'xk-private-enterprise';
  if (rule !== 'none' && !isOwnEnterprise) return null;
  if (TITLE.test(plain)) return 'private-payee-title';
  if (HAN_NAME.test(plain)) return 'private-payee-name';
  if (DEGREE.test(plain)) return 'private-payee-title';
  if (tradesUnderOwnName(plain)) return 'private-payee-name';
  if (isOwnEnterprise || hasBody(plain) || isFirmWithGivenName(plain)) return null;
  if (/^(?:SIR|LADY|LORD|DAME) /i.test(plain)) return 'private-payee-title';
  if ((INITIALS.test(plain) || MIDDLE_INITIAL.test(plain)) && !TRADE.test(plain))
    return 'private-payee-initials';
  const words = plain.split(/[\s,]+/);
  const names =
    words.length >= 2 && words.length <= 4 && words.every((word) => /^[A-Z][A-Za-z.'’-]*$/.test(word));
  // A parish or a school is named after a saint.
  if (/\bST\.? /i.test(plain)) return null;
  // Ledgers print the surname first as often as the given name.
  return names && words.slice(0, 3).some((word) => GIVEN_NAMES.has(word.toUpperCase()))
    ? 'private-payee-name'
    : null;
}

/** Between an owner and the name of the business, in either order. */
const TRADING_AS = /[\s,]*\(?\b(?:trading as|t\/a|d\/b\/a|dba)\b[\s:]*/i;

/** Whether a name has “trading as” with a person before or behind it: `Irvin Planted d/b/a Sample Energy, LLC`. */
export function namesOwner(name: string): boolean {
  const parts = name.normalize('NFKC').replace(/\s+/g, ' ').trim().split(TRADING_AS);
  return (
    parts.length > 1 &&
    parts.some((part) => readProvider(part).rule === 'none' && privatePayee(part.replace(/\)$/, '')) !== null)
  );
}

/** A payee's name, masked where it is a person's. Of a sole trader only the name is masked, where it can be separated from the trade. */
export function maskPayee(name: string): { text: string; kind: string | null } {
  const kind = privatePayee(name);
  if (kind === null) return { text: name, kind };
  if (kind !== 'sole-trader') return { text: MASK, kind };
  const text = name.replace(SOLE_TRADER_NAME, MASK);
  return { text: text === name ? MASK : text, kind };
}

const PAYEE_REASONS: Record<string, string> = {
  'sole-trader': 'a sole trader trades under a person’s name',
  'private-payee-title': 'Mr, Mrs, Dr, 先生, Ph.D. … before or after a payee’s name: a private person',
  'private-payee-name':
    'a payee’s name that is a given name with a surname, or two to four 汉字 alone: a private person',
  'private-payee-initials':
    'a payee’s name that is a surname with initials, or has one in the middle: a private person',
  'personal-column': 'the column contains only persons or their contacts',
};

/** Why a kind is masked, for the report. */
export const reasonFor = (kind: string): string =>
  KINDS.find((one) => one.kind === kind)?.why ?? PAYEE_REASONS[kind] ?? 'personal data';
