import { GIVEN_NAMES } from './givenNames.ts';
import { ORGANISATION_WORDS } from './organisationWords.ts';
import { folded, nameWord } from './personNames.ts';
import { TRADE_WORDS } from './tradeWords.ts';

/** Particles within surnames, in capitals without accents. */
const PARTICLE =
  /^(?:DE|DEL|DELA|DELLA|DI|DA|DAS|DO|DOS|DU|DES|LA|LE|LOS|LAS|Y|E|VAN|VON|DER|DEN|TER|TEN|ZU|ZUM|BIN|BINTI|BINT|AL|EL|AP|MAC|MC|ST|SAN|SANTA|'T|D'|O')$/;
/** Trade words that are surnames as well, beside a common given name. */
const SURNAMES_TOO = new Set(
  'LAW WEST EAST NORTH YORK POWER FIELDS LAND HANDS CHILD WAY STREET WALES SENIOR FREE SMART POOL HILL PARK HALL CHAMBERS GLASS FRANCE BRIGHT ENGLAND IRELAND CORNWALL LONDON BIRMINGHAM SOMERSET CHURCH SPRING GOLDEN FOREST BOX END STAR TOWN KITA'.split(
    ' ',
  ),
);
/** Endings of compounds and of words of trades in several languages. */
const TRADE_ENDING =
  /(?:BAU|TECHNIK|SERVICE|SERVICES|WERKE?|VEREIN|VERBAND|GESELLSCHAFT|ZENTRUM|DIENSTE?|HANDEL|BETRIEBE?|REINIGUNG|BEDRIJF|TECHNIEK|WERKEN|BOUW|GROEP|CARE|TECH|SOFT|MEDIA|SYSTEMS?|WORKS|TRANS|IMPEX|PLAST|PROJEKT|INVEST|COMMERCE|KOMERC|ARIA|TERIA|ENGINEERING|LOGISTICS?|HOUSES|MENTS|TIONS?|GRAPHICS?|CHEMICALS?|MARKETING|CONSULTING|COATINGS?)$/;
/** Endings of everyday words that are in names of firms. */
const PLURAL = /(?:S|ING|ION|ANCE|ITY|IC|ERY|ABLE|LY)$/;
/** Family names of Chinese, Vietnamese, Korean and Malay persons in Latin letters, which come first. */
const ASIAN_SURNAMES = new Set(
  `AU AW BAI BUI CAI CAO CHAN CHANG CHAU CHEN CHENG CHEUNG CHIN CHIU CHO CHOI CHOW CHU CHUNG CUI DANG DENG DING DINH DO DONG DUONG FAN FANG FENG FONG FU FUNG GAO
  GUO HAN HE HO HOANG HONG HSU HU HUANG HUI HUNG HUYNH JIA JIANG JIN JUNG KANG KIM KO KWAN KWOK LAI LAM LAU LAW LE LEE LEUNG LI LIANG LIAO LIM LIN LIU LO LOK LU LUI
  LUO LUU LY MA MAI MAK MENG MO MOK NG NGAI NGO NGUYEN OU PAK PAN PANG PARK PENG PHAM PHAN PHUNG POON QIAN QIN QIU REN SHAO SHEN SHI SIN SIT SIU SO SONG SU SUN SZETO TAI
  TAM TAN TANG TAO TIAN TO TONG TRAN TRINH TSANG TSE TSOI TSUI VO VU WAN WANG WEI WEN WONG WU XIA XIAO XIE XU XUE YAN YANG YAO YE YEUNG YI YIP YU YUAN YUE YUEN YUN
  ZENG ZHANG ZHAO ZHENG ZHONG ZHOU ZHU ZOU`.split(/\s+/),
);
/** Those that no other language has, also behind the given names. */
const FAMILY_LAST =
  /^(?:NGUYEN|TRAN|PHAM|HUYNH|HOANG|ZHANG|HUANG|CHEUNG|WONG|ZHOU|ZHAO|ZHENG|LEUNG|YEUNG|KWOK)$/;
/** A syllable or two of Chinese, Vietnamese or Korean. */
const SYLLABLE = /^(?:[BCDFGHJKLMNPQRSTVWXYZ]{0,3}[AEIOUY]{1,3}(?:N|NG|NH|M|P|T|C|CH|K|H|L|W|O)?){1,2}$/;
const WORD = /^[A-Z][A-Z.'-]*$/;

const isTrade = (word: string): boolean =>
  (TRADE_WORDS.has(word) ||
    (ORGANISATION_WORDS.has(word) && !['given', 'either', 'rare'].includes(nameWord(word) ?? ''))) &&
  !GIVEN_NAMES.has(word);

/**
 * Whether a name in Latin letters, without what stands in brackets or behind “trading as”, is that of a person: two to six words of which none belongs to
 * organisations, and the first or the last is a given name.
 * @param name in NFKC with single spaces, without a title or a legal form
 * @param isCertain whether the given name must come first and be a common one
 * @example `"María de Ejemplo Pérez"`, `"EJEMPLO PEREZ JUAN"`, `"Jan van der Planted"` → true; `"Planted Worldwide"` → false
 */
export function isLatinName(name: string, isCertain = false): boolean {
  const plain = folded(name.replace(/^["'„“,]+|["'”“,]+$/g, ''));
  if (/[\d&+/]|\b(?:AND|THE|OF|FOR)\b/.test(plain)) return false;
  const words = plain.split(/[\s,]+/).filter((word) => word !== '' && !PARTICLE.test(word));
  if (words.length < 2 || words.length > 6 || !words.every((word) => WORD.test(word))) return false;
  const full = words.filter((word) => word.replace(/[^A-Z]/g, '').length > 1);
  if (isAsianName(plain)) return true;
  const parts = full.flatMap((word) => word.split('-')).filter((part) => part.length > 1);
  const [first, last] = [full[0], full.at(-1)];
  if (first === undefined || last === undefined || full.length < 2) return false;
  const kinds = full.map(nameWord);
  const [kind, lastKind] = [kinds[0]!, kinds.at(-1)!];
  const mayEnd =
    parts.length === 2 &&
    GIVEN_NAMES.has(first) &&
    (SURNAMES_TOO.has(last) || (!TRADE_WORDS.has(last) && lastKind === 'surname'));
  if (parts.some((word) => isTrade(word)) && !mayEnd) return false;
  if (parts.some(isCompound)) return false;
  // An everyday word is a surname beside a common given name: `Judy Watchman`, `TEAR JENNIFER`.
  const isCommon = parts.length === 2 && (GIVEN_NAMES.has(first) || GIVEN_NAMES.has(last));
  const mayBe = (word: string): boolean => {
    const is = nameWord(word);
    if (is === 'maybe') return kind === 'given' || isCommon;
    return is !== 'word' || (isCommon && !PLURAL.test(word));
  };
  if (!parts.every(mayBe)) return false;
  const unknown = kinds.filter((one) => one === null).length;
  if (isCertain)
    return kind === 'given' && full.length <= 3 && /[AEIOUY]/.test(last) && !/[^AEIOUY]{4}/.test(last);
  if (full.length === 2) {
    if (kind === 'given')
      return lastKind !== null || (/[AEIOUY]/.test(last) && (last.length > 3 || GIVEN_NAMES.has(first)));
    if (lastKind === 'given') return true;
    return (kind === 'either' || (kind === 'rare' && first.length > 3)) && lastKind !== null;
  }
  if (kind === 'given') return unknown < full.length - 1 || full.length === 3;
  if (lastKind === 'given') return unknown <= 1;
  // `Nusrath Ali Planted`: an unknown name before a given one.
  if (full.length === 3 && kind === null && kinds[1] === 'given') return first.length > 4 && last.length > 3;
  return unknown === 0 && kinds.some((one) => one === 'given' || one === 'rare') && kind !== 'surname';
}

/** `Chan Tai Man`, `LI WEI`, `Nguyen Van An`: a family name and one to three syllables that are no English words. */
function isAsianName(plain: string): boolean {
  const words = plain.split(/[\s,]+/);
  const [first, ...rest] = words;
  if (first === undefined || rest.length === 0 || rest.length > 3) return false;
  if (FAMILY_LAST.test(rest.at(-1)!)) rest[rest.length - 1] = first;
  else if (!ASIAN_SURNAMES.has(first)) return false;
  return rest
    .flatMap((word) => word.split('-'))
    .every(
      (word) => SYLLABLE.test(word) && !['word', 'maybe'].includes(nameWord(word) ?? '') && !isTrade(word),
    );
}

/** Whether a word that is no name ends as words of trades do. */
const isCompound = (word: string): boolean => TRADE_ENDING.test(word) && nameWord(word) === null;

/** Whether the words beside initials can be surnames: none of them is an everyday word or a trade, and each has a vowel. Beside three initials one must be known. */
export function mayBeSurnames(name: string): boolean {
  const words = folded(name).split(/[^A-Z'-]+/);
  const long = words.filter((word) => word.length > 2);
  const isMany = words.filter((word) => word.length === 1).length > 2;
  return long.every((word) => {
    const kind = nameWord(word);
    if (SURNAMES_TOO.has(word)) return true;
    if (!/[AEIOUY]/.test(word) || isCompound(word) || isTrade(word)) return false;
    return isMany ? kind === 'surname' || kind === 'either' : kind !== 'word' && kind !== 'maybe';
  });
}
