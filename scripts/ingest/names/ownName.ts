import { GIVEN_NAMES } from './givenNames.ts';

const WORD = String.raw`\p{L}[\p{L}.'’-]*`;
/** `PLANTED, MARLENA (SAMPLE ART)`: a surname of one word or two, a comma, and what follows it up to a bracket. */
const SURNAME_FIRST = new RegExp(
  String.raw`^${WORD}(?: ${WORD})?, ?(?:(?:DR|MR|MRS|MS)\b\.? ?)?(${WORD}(?: ${WORD})*)`,
  'u',
);
/** Words after a comma that belong to an organisation. */
const NOT_GIVEN =
  /^(?:DBA|DIV(?:ISION)?|O\/?A|T\/?A|THE|INC|LTD|LLC|LLP|LP|PC|PA|ULC|NA|USA|UK|CPE|CPA|OF|A|P|CO)\b|\b(?:AND|ENVIRONMENTAL|LABORATOR\w+|SAFETY|FIRE|DIV|REUTERS)\b/i;
/** Initials behind the comma have a rule of their own. */
const ONLY_INITIALS = /^\p{L}(?:[. ]+\p{L})*\.?$/u;
/** A trade of one person, after a given name and a surname: `Irvin Planted Studio`. */
const TRADE_OF_ONE =
  /^(?:STUDIO|PHOTOGRAPHY|PHOTOGRAPHER|CONSULTING|CONSULTANCY|CONSULTANT|ARCHITECT|ENTERTAINMENT|MINISTRIES|COACHING|FACILITATION|TRANSLATIONS?|DESIGN|HORSESHOEING|ARTIST|PRACTICE|CONSULTATION|SERV)$/i;
/** A trade before the name of a person: `Minibus Arben Planted`. */
const BEFORE_NAME =
  /^(?:minibus|ta(?:x|ks)i|auto ?ta(?:x|ks)i|kombi(?: ?ta(?:x|ks)i)?|autotransportues|auto(?= [A-Z]\.)|tregtia lev[ie]z[ei]se|z\.|znj\.|A\.?T\.)[\s.]*/i;
/** Forms of enterprises of one owner, as the registers of Kosovo abbreviate them: NTP, NPT, N.T.SH. */
const OWN_ENTERPRISE = /^(?:[ND][A-Z]{1,5}(?=[\s.])|[ND]\.(?: ?[A-Z]{1,3}\.){1,4}(?= ))[\s.]*/;
const QUOTES = /^["'„“,]+|["'”“,]+$/g;
const INITIAL_AND_SURNAME = /^(?:\p{Lu}\.\s?){1,2}\p{Lu}[\p{L}'’-]{2,}(?=\s|$)/u;
/** What stands behind the name: `(Trading as …)`, `T/A …`, `(SAMPLE ART)`. */
const BEHIND_NAME = /\s*(?:\(.*\)?|\b(?:T\/A|O\/A|C\/O|DBA|trading as)\b.*)$/i;
/** Endings of names of firms in Kosovo that often follow a given name: `Arben Tours`, `Valon Commerce`. */
const FIRM =
  /\b(?:COM|COMP\w*|COMERC?\w*|COMMERC\w*|KOMERC\w*|TRADE|TRANS|TOURS?|TURS|TRAVELL?|ING|IMPEX|INT|BAU|GROUP|GRUP|CONSTRU\w*|PROJEKT|PLAST|DEKOR|SHPK|SHA|MED|VET|PETROL\w*|TECH|PRINT|SERVIS\w*|COOP|DENT|FARMA|PHARM\w*|SAFETY|ENVIRONMENTAL|MAINTENANCE|CANADA|ONTARIO|INTERNATIONAL|INTERIORS|MECHANICAL|ELECTRIC|TECHNOLOGIES|CONTRACTING|EQUIPMENT|LANDSCAPING|CHEVROLET|TOYOTA|MERCEDES BENZ|SEMINARS|OPERATIONS|METALS?|COURIERS?|AGGREGATES?|CHEMICALS?|FOODS?|ALARMS?|INFORMATION|TECHNOLOGY|SIGNS?|RESOURCE|AMBULANCE|MONITORING|INVEST|CIE|FILS|FR[EÈ]RES|HERMANOS|HIJOS|IRM[AÃ]OS|FIGLI|FRATELLI|S[OÖ]HNE|ZONEN|ULC|LP|BV)\b|\b(?:L P|B V|P\. ?[AC]\.|CO\.?)$/i;

/** Whether a word is a given name. */
const isGiven = (word: string | undefined): boolean =>
  word !== undefined && GIVEN_NAMES.has(word.replace(/[.,]$/, '').toUpperCase());

/**
 * Whether a name is that of a person who trades under it, in forms that registers of contracts have: the surname first, with a comma; a given name and a
 * surname before a trade of one person, or behind one; what stands in brackets or after “trading as” is not looked at.
 * @param plain in NFKC with single spaces, without a legal form
 */
export function tradesUnderOwnName(plain: string): boolean {
  const after = SURNAME_FIRST.exec(plain)?.[1]?.trim();
  if (after !== undefined && !NOT_GIVEN.test(after) && !ONLY_INITIALS.test(after)) {
    const words = after.split(' ');
    if (isGiven(words[0])) return true;
    const rest = plain.replace(BEHIND_NAME, '');
    if (rest.endsWith(after) && words.length <= 3 && !FIRM.test(after)) return true;
  }
  const bare = plain.replace(BEHIND_NAME, '');
  const name = bare.replace(BEFORE_NAME, '').replace(OWN_ENTERPRISE, '').replace(QUOTES, '');
  const words = name.split(' ');
  const isBehindTrade = name !== bare;
  if (isBehindTrade && (INITIAL_AND_SURNAME.test(name) || (words.length > 1 && isGiven(words[0]))))
    return !FIRM.test(name);
  const last = words.at(-1)!.replace(/^\W+/, '');
  if (words.length >= 3 && words.length <= 6 && TRADE_OF_ONE.test(last) && !/&|\band\b/i.test(name))
    return isGiven(words[0]);
  if (words.length === 2 && /^\p{Lu}.*\s\p{Ll}{4,}$/u.test(name))
    return isGiven(words[0]) && !FIRM.test(name);
  const isShort = words.length >= 2 && words.length <= 3;
  const isLeftOut = bare !== plain || /[^\x20-\x7e]/.test(plain);
  return (
    isShort &&
    isLeftOut &&
    !FIRM.test(bare) &&
    words.every((word) => /^\p{Lu}[\p{L}.'’-]*$/u.test(word)) &&
    isGiven(words[0])
  );
}

/** Whether a name has a word with which names of firms end, also those named after a person. */
export const isFirmWithGivenName = (plain: string): boolean => FIRM.test(plain);
