import { GIVEN_NAMES } from './givenNames.ts';
import { ORGANISATION_WORDS } from './organisationWords.ts';
import { privatePayee } from './privatePayee.ts';
import { readProvider } from './providerKind.ts';

/** What a payee's name shows: an organisation, a person, or neither. */
export type LedgerName = 'organisation' | 'person' | 'unclear';

/** Bodies and premises, which a person is not, whatever else is in the name; to be edited. */
const BODY = new RegExp(
  `\\b(?:${`ABBEY ACAD AFC AGENCY ALLIANCE ALMSHOUSES? ARCHITECTS ASSC ASSN ASSOCIATN ASSEMBLY AUTHORITY BAND BANK BOARD BRIGADE BUREAU CADETS? CATHEDRAL
  CENTRES? CENTER CHAMBERS CHAPEL CHOIR CLINIC CNCL CNTR COLL COMMITTEE COMMUNITIES COMMUNITY CONSORTIUM CONVENT COUNCI? COUNCILS COURTS? CTR CVS ENERGY FC FARM
  FELLOWSHIP FESTIVAL FORUM FOSTERING FRIENDS GRANGE GROUP GRP GUIDES GUILD HALL HEALTHCARE HOMES? HOSPICE HOSPITAL HOTELS? HOUSE HOUSING HUB INN INSTITUTE INSTITUTION INSURANCE INTERNATIONAL
  KINDERGARTEN LEAGUE LIBRAR(?:Y|IES) LODGE MANOR MINISTRIES MISSION MONTESSORI MOSQUE MUNICIPAL MUSEUM NETWORK NURSER(?:Y|IES) ORCHESTRA ORGANISATION PARISH
  PARTNERSHIP PCC PHARMACY PLAYGROUP PRE-?SCHOOL PRIORY PROJECTS? PRTNSHP PTA PTFA RECTORY RESIDENTIAL RFC SCH SCHL SCHEME SCOUTS? SETTLEMENT SOC SOLICITORS
  SURGERY SYNAGOGUE SYSTEMS TECHNOLOG(?:Y|IES) THEATRE TMC TMO TOTS TRST UNION UNIV UK VICARAGE VILLA YMCA YWCA`
    .split(/\s+/)
    .join('|')})\\b`,
);
/** Abbreviations of bodies, letter by letter. */
const SPELT =
  /\b(?:P C C|C V S|[AR] F C|C I C|C I O|N H S|Y M C A|R S P C A|C A B|U K|S W|N D|P T F A|E C C)\b/;

/** Words that stand between others and are in no person's name: `FIRS THE`, `PUFFINS OF EXETER`. */
const CONNECTED =
  /\b(?:THE|OF|FOR|AGAINST|WITH|ANOTHER|EVERYONE)\b|.(?: ON| IN| AT| TO) [A-Z]{3}|^(?:ON|IN|AT|ALL) [A-Z]{3}/;
/** A ledger that prints 32 characters cuts a legal form short: `PLANTED PLUMBING AND HEATING L`. */
const CUT_FORM = /^.{26,} (?:L|LT|LI|LIM|LIMI|LIMIT|LIMITE|IN|CI|LL|PL)$/;

const TITLE = /(?:^|[ ,(/])(?:MR|MRS|MISS|MS|DR|PROF|PROFESSOR|REV|REVD)(?: [A-Z]|$)|[A-Z'’-]{2,} (?:QC|KC)$/;

/** Abbreviations after a name that are no initials: places, bodies, and legal forms of other countries. */
const NO_INITIALS =
  / (?:UK|SW|NW|NE|SE|HQ|CC|FC|RC|PC|IT|TV|CE|CP|NH|TA|EU|US|GB|AG|SA|NV|BV|AB|AS|HA|CF|DC|LT|CO|NO|AC|ST|RD)\b/;
const ONE = '[A-Z]{1,2}(?: [A-Z]){0,2}';
const PAIR = `${ONE}(?: ?(?:&|AND|,|/) ?(?:MRS? )?${ONE})*`;
/** `PLANTED Z Q`, `PLANTED ZQ & Q`, with what follows: `PLANTED Z Q ELECTRICAL`, `PLANTED Z & SON` */
const SURNAME_FIRST = new RegExp(`^[A-Z'’-]{3,}(?: & SONS?)?,? (?:${PAIR})(?: |$)`);
/** `Z PLANTED`, `Z & Q PLANTED`, `MRS Z PLANTED` */
const INITIALS_FIRST = new RegExp(`^(?!ST )(?:(?:MR|MRS|MS|MISS|DR) )?(?:${PAIR}) [A-Z'’-]{3,}$`);
/** `Z PLANTED PROPERTY SERVICES`: initials, and a word that is no organisation's. */
const INITIALS_WORD = /^(?:[A-Z] ){1,3}([A-Z'’-]{3,})\b/;
/** `PLANTED PLUMBING Z Q`, `PLANTED & CO Z` */
const INITIALS_LAST = /^[A-Z'’-]{3,}.* [A-Z](?:(?: & | )[A-Z])?$/;

/** Between an owner and the name of the business, in either order. */
const OWNER_BESIDE = /(?:\b|(?<=[\s/]))(?:T\/AS?|TA|TRADING AS|C\/O|CARE OF)(?:\b|(?=$))/;

/**
 * Reads a payee's name in an English-language ledger, where companies, sole traders and persons stand in one column without their legal form.
 * A name is an organisation's only where something shows it: a legal form, a body or premises, or words of which every one occurs in names of
 * organisations and none is a surname or a given name. It is a person's where initials, a title, a given name or “trading as” show one. All others are
 * `unclear`, and are not printed: a shop named after its owner and an owner look alike.
 * @param isFormStated whether the publisher's own code says that the payee has a legal form; then only what looks like a person's name is unclear
 */
export function ledgerName(name: string, isFormStated = false): LedgerName {
  const plain = name
    .normalize('NFKC')
    .toUpperCase()
    .replace(/(?:\s\*|\*\*).*$/, '')
    .replace(/[._]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const hasForm = readProvider(plain).rule !== 'none' || CUT_FORM.test(plain);
  const beside = OWNER_BESIDE.exec(plain);
  if (beside) return ownerBeside(plain.slice(0, beside.index), plain.slice(beside.index + beside[0].length));
  const parts = partsOf(plain);
  // `ELM (KENT) LTD`: the form is that of the whole name.
  if (
    hasForm &&
    readProvider(parts.at(-1) ?? '').legalForm?.length === parts.at(-1)?.replace(/\W+$/, '').length
  )
    return 'organisation';
  if (parts.length > 1 && parts.some((part) => isOwner(part))) return hasForm ? 'unclear' : 'person';
  if (hasForm) return 'organisation';
  if (TITLE.test(plain)) return 'person';
  if (isOwner(plain)) return isFormStated && isKnown(plain) ? 'organisation' : 'person';
  const personal = privatePayee(name);
  if (personal === 'private-payee-initials' && isKnown(plain)) return 'organisation';
  if (personal !== null) return isFormStated && personal === 'private-payee-initials' ? 'unclear' : 'person';
  if (isSurnameBody(plain) && !isFormStated) return 'unclear';
  if (BODY.test(plain) || SPELT.test(plain) || CONNECTED.test(plain)) return 'organisation';
  if (isFormStated) return hasKnownWord(plain) || wordsOf(plain).length !== 2 ? 'organisation' : 'unclear';
  return isKnown(plain) ? 'organisation' : 'unclear';
}

/** `PLANTED Z T/A ELM HOUSE`, `ELM HOUSE / Z PLANTED T/A`: the business of a person, unless what is printed beside it is a company. */
function ownerBeside(before: string, after: string): LedgerName {
  const parts = [...partsOf(before), ...(after.trim() === '' ? [] : [after.trim()])];
  if (parts.some((part) => readProvider(part).rule !== 'none'))
    return parts.some(isOwner) ? 'unclear' : 'organisation';
  return parts.every((part) => (BODY.test(part) || isKnown(part)) && !isOwner(part))
    ? 'organisation'
    : 'person';
}

/**
 * Whether the only body in a name is one that is a common surname too, beside a given name or one word that is no organisation's: `ZED HALL`,
 * `HALL TIM CONSULTING`.
 */
function isSurnameBody(plain: string): boolean {
  const rest = plain
    .replace(/\b(?:HALL|CHAMBERS)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (rest === plain || BODY.test(rest) || CONNECTED.test(plain) || /\b(?:ST|VILLAGE)\b/.test(plain))
    return false;
  const words = rest.split(' ');
  return words.some((word) => GIVEN_NAMES.has(word)) || (words.length === 1 && !ORGANISATION_WORDS.has(rest));
}

const partsOf = (plain: string): string[] =>
  plain
    .split(/[/()]| - |, /)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** Whether a name, or a part of one, has initials or a title as persons have. */
function isOwner(part: string): boolean {
  if (readProvider(part).rule !== 'none') return false;
  if (TITLE.test(part)) return true;
  if (NO_INITIALS.test(part) || SPELT.test(part) || CONNECTED.test(part)) return false;
  const first = INITIALS_WORD.exec(part)?.[1];
  return (
    (SURNAME_FIRST.test(part) && !ORGANISATION_WORDS.has(/^[A-Z'’-]+/.exec(part)![0])) ||
    (part.length < 28 && INITIALS_LAST.test(part) && !ORGANISATION_WORDS.has(/^[A-Z'’-]+/.exec(part)![0])) ||
    (INITIALS_FIRST.test(part) && !isKnown(part)) ||
    (first !== undefined && !ORGANISATION_WORDS.has(first))
  );
}

/** Words of three letters or more. */
const wordsOf = (plain: string): string[] => plain.match(/[A-Z'’-]{3,}/g) ?? [];

/** Words that are in names of all kinds. */
const CONNECTING = new Set(['THE', 'AND', 'FOR', 'WITH', 'ALL', 'OUR', 'NOT']);

/** Whether every word occurs in names of organisations. */
function isKnown(plain: string): boolean {
  const words = wordsOf(plain).filter((word) => !CONNECTING.has(word));
  return words.length > 0 && words.every((word) => ORGANISATION_WORDS.has(word) && !GIVEN_NAMES.has(word));
}

const hasKnownWord = (plain: string): boolean =>
  wordsOf(plain).some((word) => ORGANISATION_WORDS.has(word) && !GIVEN_NAMES.has(word));
