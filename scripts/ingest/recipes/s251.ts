import type { Row } from '../../../src/model/row.ts';
import type { Recipe } from './recipe.ts';

/** Sums of other lines, and lines that repeat parts of them. */
const TOTAL = /^total\b|services budget|\bCERA\b/i;
const MEMORANDUM = /included in lines|memorandum|evidence based, early intervention/i;
/** Services for children who do not live with their parents. */
const LOOKED_AFTER =
  /looked after|residential care|fostering|adoption|leaving care|special guardianship|secure accommodation \(welfare|family and friends/i;
const EARLY_YEARS = /sure start|early years/i;

/** `5 Residential care`, `11Short breaks`: the number of the line before its name. */
const NUMBER = /^\s*\d+\s*/;

/**
 * England, section 251 outturn: what each local authority spent on services for children and young people, by who provided them, financial years
 * 2008/09 to 2013/14. A CSV a year, headings in four spellings. In 2008/09 the form has public provision in one column, own and other together.
 */
export const section251: Recipe = {
  name: 's251',
  title: {
    en: 'England, local authorities’ spending on children’s services by provider',
    zh: '英格兰各地方政府儿童服务支出，按提供者',
  },
  source: 'pu-s-s251',
  place: 'gb-eng',
  currency: 'GBP',
  table: 'provision/provision',
  encoding: 'windows-1252',
  files: /s251.*outturn_\d{4}\.csv/,
  header: [/^(?:LEA Number:|LEA|LA)$/, /^Voluntary/i],
  columns: [
    { name: 'authority_code', heading: /^(?:LEA Number:|LEA|LA)$/ },
    { name: 'authority', heading: /^(?:LEA|LA) Name:?$/ },
    { name: 'category_printed', heading: /^(?:S52 Line Reference:?|CYPServiceDescription)$/ },
    { name: 'own', heading: /^Own ?Provision/, type: 'number', unreadable: 'empty', optional: true },
    { name: 'private', heading: /^Private/i, type: 'number', unreadable: 'empty' },
    { name: 'other_public', heading: /^Other ?Public/, type: 'number', unreadable: 'empty', optional: true },
    { name: 'voluntary', heading: /^Voluntary/i, type: 'number', unreadable: 'empty' },
    { name: 'public', heading: /^PUBLIC \(z\)$/, type: 'number', unreadable: 'empty', optional: true },
    { name: 'total', heading: /^Total ?Expenditure/i, type: 'number', unreadable: 'empty' },
    { name: 'income', heading: /^Income/i, type: 'number', unreadable: 'empty' },
  ],
  stem: (file) => /outturn_(\d{4})/.exec(file)![1]!,
  fromFile(file) {
    const [, from, to] = /outturn_(\d\d)(\d\d)/.exec(file)!;
    return { year: `20${from}`, financial_year: `20${from}/${to}` };
  },
  derive(_, printed): Row {
    const category = (printed['category_printed'] ?? '').replace(NUMBER, '').replace(/\s+/g, ' ').trim();
    return {
      category_printed: category,
      line_kind: MEMORANDUM.test(category) ? 'memorandum' : TOTAL.test(category) ? 'total' : 'service',
      service_field: LOOKED_AFTER.test(category)
        ? 'looked-after-children'
        : EARLY_YEARS.test(category)
          ? 'child-care'
          : 'children-and-youth',
    };
  },
  part: ({ year }) => `s251-${String(year)}`,
  leaveOut(_, printed) {
    const amounts = ['own', 'private', 'other_public', 'voluntary', 'public', 'total', 'income'];
    return amounts.some((name) => /[1-9]/.test(printed[name] ?? '')) ? null : 'no expenditure and no income';
  },
};
