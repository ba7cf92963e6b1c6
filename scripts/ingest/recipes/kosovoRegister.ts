import type { Row } from '../../../src/model/row.ts';

/** Types of purchase in the municipal registers of Kosovo. @see procurement_parser.py of Open Data Kosovo */
const TYPES: Record<string, string> = {
  1: 'supplies',
  2: 'services',
  3: 'consultancy',
  4: 'design contest',
  5: 'works',
  6: 'works concession',
};

/** The types as categories of OCDS: a consultancy and a design contest are services, a works concession is works. */
const CATEGORIES: Record<string, string> = {
  1: 'goods',
  2: 'services',
  3: 'services',
  4: 'services',
  5: 'works',
  6: 'works',
};

/** Procedures in the registers: in words, and as a method of OCDS. A quotation or a minimal value is asked of suppliers that the municipality chooses. */
const PROCEDURES: Record<string, readonly [printed: string, method: string]> = {
  1: ['open', 'open'],
  2: ['restricted', 'selective'],
  3: ['design contest', 'unknown'],
  4: ['negotiated after a notice', 'selective'],
  5: ['negotiated without a notice', 'limited'],
  6: ['price quotation', 'limited'],
  7: ['minimal value', 'limited'],
};

/** Beginnings of Albanian words in titles of services, and their field; the first that matches wins. The registers' divisions are too wide to say it. */
const FIELDS: readonly [words: RegExp, field: string][] = [
  [/(?:transport|bartj)\S* (?:[ie] )?(?:\S+ )?(?:nx[eë]n|m[eë]simdh|arsimtar)/, 'transport'],
  [/vaksin|vaksion|veterin|qen(?:ve|të) endac/, 'environment'],
  [/deratiz|dezinf|dezins|pastrim|sigurimi fizik|mbeturin/, 'cleaning-and-property'],
  [/hartimi|projektim|mbik[eë]qyrj|mbyk[eë]qyrj|gjeodez|gjeomekan|matje/, 'engineering'],
  [/manifestim|koncert|festival|kultur/, 'culture'],
  [/auditi|studim|strategji|k[eë]shillues|konsulent/, 'research-and-audit'],
  [/internet|softuer|databaz|tik?-s|intranet/, 'information-technology'],
  [/tpl|kasko|sigurimi? (?:i|e) (?:automjet|vetur)/, 'insurance'],
  [/trajnim/, 'training'],
  [/mir[eë]?mbajtj|mir[eë]mb|servisim|riparim/, 'maintenance'],
];

/** What a row of a register says by its codes. A code that is not in the parser is kept as printed. */
export function registerCodes(printed: Record<string, string>): Row {
  const [type, procedure, division] = ['type', 'procedure', 'division'].map((name) =>
    (printed[name] ?? '').trim(),
  ) as [string, string, string];
  const what = TYPES[type] ?? null;
  const [words, method] = PROCEDURES[procedure] ?? [procedure || null, 'unknown'];
  const of = /^\d{1,2}$/.test(division) ? `CPV ${division.padStart(2, '0')}` : null;
  return {
    service_field: CATEGORIES[type] === 'services' ? fieldOf(printed['title'] ?? '') : null,
    main_procurement_category: CATEGORIES[type] ?? null,
    main_procurement_category_rule: type in CATEGORIES ? 'register-code' : null,
    category_printed: [what, of].filter((part) => part !== null).join(', ') || null,
    procedure: method,
    procedure_printed: words,
  };
}

function fieldOf(title: string): string | null {
  const text = title.toLowerCase();
  return FIELDS.find(([words]) => words.test(text))?.[1] ?? null;
}

const DAY = String.raw`(\d{1,2})[.,/](\d{1,2})[.,/](\d{4}|\d{2})`;
const DAYS = new RegExp(String.raw`^${DAY}(?:\s*-\s*${DAY})?`);

/**
 * The day of signature, and the end where the register prints a term.
 * @example `"26.03.2014-01.04.2015"` → `{ awarded: '2014-03-26', end: '2015-04-01' }`
 */
export function registerDays(printed: string): { awarded: string | null; end: string | null } {
  const found = DAYS.exec(printed.trim());
  return {
    awarded: found ? isoDay(found[1]!, found[2]!, found[3]!) : null,
    end: found?.[4] === undefined ? null : isoDay(found[4], found[5]!, found[6]!),
  };
}

/** A day that exists, or `null`. */
function isoDay(day: string, month: string, year: string): string | null {
  const full = year.length === 2 ? `20${year}` : year;
  const iso = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const date = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null;
}

/** A supplier's name without quotation marks and control characters. @example `'"KRAS" shpk'` → `KRAS shpk` */
export const withoutQuotes = (name: string): string =>
  name
    .replace(/\p{Cc}/gu, ' ')
    .replace(/["“”„‟«»]|,,|''|´´/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.'’]+|[\s,'’]+$/g, '')
    .trim();
