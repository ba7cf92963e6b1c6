import type { Row } from '../../../src/model/row.ts';
import { TextCache } from '../../lib/textCache.ts';
import { privatePayee } from '../names/privatePayee.ts';
import type { Recipe } from './recipe.ts';

/** Kinds of creditor as the county's ledger codes them until March 2025; the county's list of codes was not found, so only what is plain is read. */
const CREDITORS: Record<string, string> = {
  LTD: 'private',
  PLC: 'for-profit',
  LLP: 'for-profit',
  CHTY: 'nonprofit',
  VCS: 'nonprofit',
  CIC: 'nonprofit',
  CHU: 'nonprofit',
  VH: 'nonprofit',
  WGA: 'public-body',
  INDV: 'person',
  SOLE: 'person',
  CF: 'person',
  BZ: 'person',
  REV: 'person',
  EMP: 'person',
};

/** Types of creditor that say a purpose, which a person can have too. */
const PURPOSES = /^(?:CHTY|VCS)$/;

/** Types of expense that pay voluntary providers, whatever the form of the creditor. */
const VOLUNTARY = /\bVol\b|\bVol(?:untary)? Providers\b|\bChari/i;
/** In the children's departments the same types pay for free hours in nurseries and schools of any kind. */
const CHILDREN = /^Child/i;
const NURSERY =
  /\b(?:NURSER\w*|PRE-? ?SCH\w*|PLAY-?GROUP|CHILD-?CARE|KINDERGARTEN|MONTESSORI|SCH(?:OO)?L|DAY-?CARE|TOTS|UNDER FIVES|KIDS?)\b/i;
const NEVER_VOLUNTARY = /^(?:EY|EDUC|WGA|PLC|LLP|PRSH|UNI)$/;

function isVoluntary({
  creditor = '',
  supplier = '',
  department = '',
  category_printed: category = '',
}: Record<string, string>): boolean {
  return (
    VOLUNTARY.test(category) &&
    !CHILDREN.test(department) &&
    !NEVER_VOLUNTARY.test(creditor) &&
    !NURSERY.test(supplier)
  );
}

/** Fees of independent schools, whose names alone would make them public bodies. */
const INDEPENDENT = /^Indep(?:endent)?\b.*\bSch/i;

/** A childminder is a person, whatever the code says. */
const CHILDMINDER = /\bCHILD ?-?MIND/i;

/** What the county's codes say of a supplier. */
function supplierOf(printed: Record<string, string>): Row {
  const kind = CREDITORS[printed['creditor'] ?? ''];
  if (kind === 'person' || CHILDMINDER.test(printed['supplier'] ?? ''))
    return { stated_kind: 'person', stated_kind_rule: 'creditor-type' };
  if (isVoluntary(printed)) return { stated_kind: 'nonprofit', stated_kind_rule: 'voluntary-expense-type' };
  if (INDEPENDENT.test(printed['category_printed'] ?? ''))
    return { stated_kind: 'private', stated_kind_rule: 'independent-school-expense-type' };
  if (kind === undefined) return {};
  return {
    stated_kind: kind,
    stated_kind_rule: 'creditor-type',
    ...(PURPOSES.test(printed['creditor']!) ? {} : { stated_kind_is_form: 1 }),
  };
}

/** Types of expense that are a person's name: a contractor's own account. */
const PERSONAL_CATEGORIES = new TextCache((category) => privatePayee(category) === 'private-payee-initials');

/** An amount like 6.82121E-13: what floating-point arithmetic left of a sum of zero. */
const RESIDUE = /E-\d\d$/;

/**
 * Devon County Council, payments over £500, January 2011 – June 2025: a CSV a month, headings in several spellings, dates dd/mm/yyyy until
 * 2017 and ISO after it. The council withholds the names of individuals; sole traders, whom it names, and names that do not show an organisation get a token here. From April 2025 another ledger
 * with other codes: a break.
 */
export const devon: Recipe = {
  name: 'devon',
  title: { en: 'Devon County Council, payments over £500', zh: '英国德文郡议会500英镑以上支出' },
  source: 'pu-s-devon',
  place: 'gb-devon',
  currency: 'GBP',
  table: 'payments/payments',
  ledgerNames: true,
  encoding: 'windows-1252',
  files: /devon-spending.*DCCSpendingOver500_\d{6}\.csv/i,
  header: [/^amount$/i, /^supplier name$/i],
  columns: [
    { name: 'date', heading: /^date$/i, type: 'partial-date', dayOrder: 'day-first' },
    { name: 'amount', heading: /^amount$/i, type: 'number' },
    { name: 'supplier', heading: /^supplier name$/i },
    { name: 'department', heading: /^expense area$/i, optional: true },
    { name: 'category_printed', heading: /^expense type$/i, optional: true },
    { name: 'creditor', heading: /^creditor type$/i, optional: true, internal: true },
  ],
  constants: { buyer: 'Devon County Council' },
  stem: (file) => /(\d{6})\.csv/.exec(file)![1]!,
  fromFile(file) {
    const [, year, month] = /_(\d{4})(\d{2})\.csv/.exec(file)!;
    return { period: `${year}-${month}` };
  },
  part: (row) => `devon-${String(row['period']).slice(0, 4)}`,
  derive(_, printed): Row {
    return {
      ...supplierOf(printed),
      ...(PERSONAL_CATEGORIES.get(printed['category_printed'] ?? '') ? { category_printed: null } : {}),
    };
  },
  leaveOut(_, printed) {
    if (printed['amount'] === '') return 'no amount';
    return RESIDUE.test(printed['amount']!) ? 'nothing but a rounding residue' : null;
  },
};
