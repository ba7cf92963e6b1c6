import { GIVEN_NAMES } from './givenNames.ts';
import { isEastAsianName } from './eastAsianName.ts';
import { isLatinName, mayBeSurnames } from './latinName.ts';
import { hasLegalForm } from './legalForms.ts';
import { listedPayee } from './listedPayee.ts';
import { isFirmWithGivenName, tradesUnderOwnName } from './ownName.ts';
import { MASK } from './personal.ts';
import { nameWord } from './personNames.ts';
import { readProvider } from './providerKind.ts';

const TITLE =
  /^(?:MR|MRS|MS|MISS|DR|DRA|MX|REV|REVD|PROF|PROFR|SR|SRA|SRTA|DON|DO[NÑ]A|HERR|FRAU|MME|MLLE|MONSIEUR|MADAME|DHR|MEVR|MEVROUW|SIG|SIGRA|DOTT|DOTTSSA|AVV)\b\.?\s+\S|^(?:ING|LIC|ARQ|C\.?P|MTRO|MTRA)\.\s+\p{Lu}|[\s,(](?:MR|MRS|MS|MISS|DR)\.?\)?$|(?:先生|女士|小姐|様|씨)$/iu;
/** Forms of the enterprise of one person: Chinese, German, French, Italian, Spanish, Portuguese, Dutch, Polish, English. */
const SOLE_TRADER =
  /个体工商户|\(个体\)|（个体）|(?<!\p{L})(?:Einzelunternehm(?:en|er(?:in)?|ung)|Einzelfirma|Einzelkaufmann|Inh(?:aber(?:in)?)?[.:] ?\p{L}|entrepreneure? individuel(?:le)?|entreprise individuelle|auto-?entrepreneure?|micro-?entrepreneure?|(?:ditta|impresa) individuale|empresari[oa] individual|persona f[ií]sica|empres[aá]ri[oa] individual|eenmanszaak|jednoosobowa dzia[lł]alno[sś][cć]|sole (?:trader|proprietor(?:ship)?))(?!\p{L})/iu;
const SOLE_TRADER_NAME =
  /[\p{Script=Han}·]{2,4}(?=\s*[(（]?(?:个体工商户|个体))|(?<=个体工商户[\s:：(（]*)[\p{Script=Han}·]{2,4}|(?<=(?<!\p{L})Inh(?:aber(?:in)?)?[.:] ?)\p{L}[^,(]*[^,(\s]/giu;
/** `J. A. Smith`, `Smith, J A`, `Smith J`: a surname with single initials and nothing else. */
const INITIALS =
  /^(?:[A-Z](?:\.\s?|\s)){1,3}(?:(?:de|der|den|van|von|di|da|du|la|le|el|bin)\s)*[A-Z][A-Za-z'’-]{2,}$|^[A-Z][A-Za-z'’-]{2,}(?:, ?[A-Z](?:\.?\s?[A-Z]){0,2}|(?: [A-Z]\.?){1,3})\.?$/;
/** `PLANTED JK`: initials without a space, which only a known surname makes likely. */
const JOINED_INITIALS =
  /^([A-Z'’-]{3,}) (?!UK|SW|NW|NE|SE|HQ|CC|FC|RC|PC|IT|TV|CE|CP|NH|TA|EU|US|GB|AG|SA|NV|BV|AB|AS|HA|CF|DC|LT|CO|NO|AC|ST|RD|HR|AV|CU|DB|GP|PR)[A-Z]{2}$/;
/** `Irvin L. Planted`: a middle initial, which no organisation has. */
const MIDDLE_INITIAL = /^[A-Z][A-Za-z'’-]+ [A-Z]\.? [A-Z][A-Za-z'’-]{2,}$/;
/** `P & Q Planted`: two of one surname. */
const PAIR = /^(?:MRS? )?[A-Z]\.? ?(?:&|AND) ?(?:MRS? )?[A-Z]\.? [A-Z][A-Za-z'’-]{2,}$/i;
/** A degree or a profession after a name. */
const DEGREE =
  /^(?:[A-Z][A-Za-z.'’-]*\s+){1,3}[A-Z][A-Za-z'’-]+,?\s+(?:M\.?D|Ph\.?\s?D|Psy\.?\s?D|Ed\.?\s?D|O\.?D|Esquire|C\.G\.F\.M|D\.?M\.?D|D\.?[MV]\.?[DVM]|D\.?D\.?S|CPA|Esq|QC|KC|Jr|Sr|LCSW|RN)\b\.?(?=$|[\s,]*\(|,)/i;
/** London boroughs and councils, as ledgers abbreviate them. */
const BOROUGH = /^L\.? ?B\.? (?:OF )?[A-Z]{4,}| (?:[BCD] C|M B C|P C T)$/i;
/** Trades that follow initials: `G P FABRICATIONS` is not a person. */
const TRADE =
  /\b(?:PROPERTIES|REFRIGERATION|ADOPTION|CONCEPTS|CONFERENCING|AWARDS|INTERIORS|MONOGRAMS|CREATIVE|FLOORING|PAVING|EUROPE|HOMECARE|PUBLICATIONS|ENVIRONMENTAL|TARMACADAM|ENABLING|VOLUNTEERS|YOUTH|TECHNOLOGY|FENCING|ARCHAEOLOGY|REDCARE|PRINTERS|FABRICATIONS?|ENGINEERING|LEARNING|RESEARCH|CONSTRUCTION|CONTRACTORS|ENTERPRISES|INTERNATIONAL|RETAIL|LAW|BUILDERS|ELECTRICAL)$/i;
/** Words that occur only in names of organisations. */
const BODY =
  /&|\d|\b(?:AND|THE|OF|FOR|GROUP|CENTRE|CENTER|SERVICES?|CARE|HOUSE|HOUSING|PARTNERS|PARTNERSHIP|PROJECT|TEAM|OFFICE|COMMUNITY|COMMUNITIES|EVENTS|UK|SOLUTIONS|DESIGN|CONSULT\w*|ASSOCIATES|ARTS?|SYSTEMS|TRAINING|PRESS|MEDIA|HOTEL|NURSERY|CHAMBERS?|SURGERY|PRACTICE|BROS|SONS|DISABILITY|HOME|HOMES|LODGE|INSTITUTE|PARK|SOLICITORS|SETTLEMENT|EXECUTIVE|HALL SETTLEMENT|GRANGE|VIEW|COURT|MANOR|ORCHARD|COTTAGE|VILLA|VICARAGE|RECTORY|FARM|NURSING|REST|HALL|CLUB|INN|TAXIS?|CARS?|CABS|COACHES|MINIBUS\w*|TRAVEL|TRANSPORT|THERAP\w+|COUNSELLING|PLAYGROUP|PRE-?SCHOOL|PLAY|CHILDCARE|MONTESSORI|KINDERGARTEN|HOSPICE|HOSPITAL|CLINIC|HEALTH\w*|MEDICAL|PHARMACY|DENTAL|RESIDENTIAL|SUPPORT|LIVING|AGENCY|RECRUITMENT|MARKETING|PRODUCTIONS|PUBLISH\w+|BOOKS|SPORTS?|THEATRE|MUSIC|MUSEUM|RADIO|SCOUTS?|GUIDES|CADETS|PARISH|BAKERY|CATERING|CLEANING|GARDEN\w*|TREES?|SCAFFOLDING|ROOFING|PLUMBING|HEATING|GLASS|PAINTS?|TYRES?|MOTORS?|GARAGE|SUPPLIES|STORES?|SHOP|HIRE|SKIPS?|WASTE|RECYCLING|SOFTWARE|COMPUT\w+|NETWORKS?|ELECTRICS|TELECOM\w*|SECURITY|LEISURE|ACTIVIT\w+|ADVENTURE\w*|OUTDOORS?|CAMPS?|VENTURES|RESOURCES|MANAGEMENT|FINANC\w+|ARCHITECTS?|SURVEYORS?|ENGINEERS?|PLANNING|STUDIOS?|FILMS?|WORKSHOPS?|TUITION|TUTORS?|LANGUAGES?|INTERPRET\w+|TRANSLAT\w+|AMBULANCE|FELLOWSHIP|VILLAGE|MEMORIAL|VOLUNTEERS|LETTINGS|FLOORING|P ?C ?C|C ?V ?S|A ?F ?C|C ?I ?C)\b/i;

/** A title of nobility or of a Member of Parliament. */
const NOBLE = /^(?:SIR|LADY|LORD|DAME|RT\.? HON\.?|THE HON\.?|VISCOUNT|BARONESS) /i;
/** No name of a person is longer, with all that is printed beside it. */
const LONGEST = 200;
/** Three surnames or more, as firms of lawyers list their partners. */
const PARTNERS = /^[\p{L}'’-]+(?:, [\p{L}'’-]+){2,}(?: (?:&|and) [\p{L}'’-]+)?$/u;
/** A Brazilian sole trader's name ends with the owner's number. */
const CPF_BEHIND = /^\D{5,}\s\d{3}\.?\d{3}\.?\d{3}-?\d{2}$/;
/** What stands behind the name: `(Trading as …)`, `T/A …`, `(SAMPLE ART)`, `/ CHILDMINDER`. */
const BEHIND_NAME =
  /\s*(?:\([^)]*\)?$|\b(?:T\/AS?|TA|O\/A|C\/O|DBA|D\/B\/A|trading as)\b.*|(?=\s?\/)(?<=[^\s/]{3}\s[^\s/]{3,})\s?\/\s?\D*)$/i;
/** A short form of the given name in brackets. */
const SHORT_FORM = /\s\(\p{L}+\)(?=\s\p{L})/u;
/** The occupation of one person behind the name. */
const OCCUPATION =
  /,?\s+(?:GENERAL )?(?:BUILDER|PLUMBER|ELECTRICIAN|DECORATOR|CHILD ?MINDER|CHILDMINDING|ROOFER|PLASTERER|CARPENTER|JOINER|GARDENER|PHOTOGRAPHER|PHOTOGRAPHY|CONTRACTOR|TAXIS?|TUTOR|THERAPIST|COUNSELLOR|BARRISTER|SOLICITOR|ARCHITECT|SURVEYOR|TRANSLATOR|INTERPRETER|SCULPTOR|ARTIST)$/i;
/** Between two persons: `PLANTED IRVIN & SAMPLE MARLENA`, `I. Planted - M. Planted`. */
const BETWEEN_PERSONS = /\s+(?:&|-|–|\/|and|e|et|und|y|en|i|en\/of)\s+/i;
const MARK_AROUND = /^["'„“,\s]+|["'”“,\s]+$/g;

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
  const listed = listedPayee(plain) ?? listedPayee(plain.replace(/\s*\([^)]*\)?$/, ''));
  if (listed !== null) return listed === 'firm' ? null : 'listed-person';
  if (SOLE_TRADER.test(name)) return 'sole-trader';
  if (plain.length > LONGEST) return null;
  const { rule } = readProvider(plain);
  const isOwnEnterprise = rule === 'xk-private-enterprise';
  if (rule !== 'none' && !isOwnEnterprise) return null;
  if (PARTNERS.test(plain)) return null;
  if (CPF_BEHIND.test(plain)) return 'private-payee-number';
  if (DEGREE.test(plain)) return 'private-payee-title';
  if (!isOwnEnterprise && hasLegalForm(plain)) return null;
  const bare = plain
    .replace(SHORT_FORM, '')
    .replace(BEHIND_NAME, '')
    .replace(OCCUPATION, '')
    .replace(MARK_AROUND, '');
  const within = /\(([^()]+)\)\s*$/.exec(plain)?.[1];
  if (TITLE.test(plain) || TITLE.test(bare)) return 'private-payee-title';
  if (isEastAsianName(plain)) return 'private-payee-name';
  if (tradesUnderOwnName(plain)) return 'private-payee-name';
  const persons = plain.split(BETWEEN_PERSONS);
  if (persons.length === 2 && persons.every((one) => isNameOrInitials(one))) return 'private-payee-name';
  // `Sample Coaching (Irvin Planted)`, `Sample House / Irvin Planted`: the owner behind the business.
  const parts = [within ?? '', ...(/\s\/\s/.test(plain) ? plain.split(/\s\/\s/) : [])];
  if (parts.some((part) => isLatinName(part, true))) return 'private-payee-name';
  if (PAIR.test(plain) && !TRADE.test(plain) && mayBeSurnames(plain)) return 'private-payee-initials';
  if (isOwnEnterprise || BOROUGH.test(bare) || hasBody(bare) || isFirmWithGivenName(bare)) return null;
  if (NOBLE.test(plain)) return 'private-payee-title';
  const letters = bare.normalize('NFKD').replace(/\p{M}/gu, '');
  if (
    (INITIALS.test(letters) || MIDDLE_INITIAL.test(letters) || hasJoinedInitials(letters)) &&
    !TRADE.test(letters) &&
    mayBeSurnames(letters)
  )
    return 'private-payee-initials';
  // A parish or a school is named after a saint.
  if (/\bST\.? /i.test(bare)) return null;
  return isLatinName(bare) ? 'private-payee-name' : null;
}

/** Whether one of two names is that of a person. */
const isNameOrInitials = (name: string): boolean =>
  !hasBody(name) && (isLatinName(name) || (INITIALS.test(name) && mayBeSurnames(name)));

/** Whether a name is a known surname with initials that are not separated. */
const hasJoinedInitials = (name: string): boolean => {
  const surname = JOINED_INITIALS.exec(name)?.[1];
  return surname !== undefined && ['surname', 'either'].includes(nameWord(surname) ?? '');
};

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
