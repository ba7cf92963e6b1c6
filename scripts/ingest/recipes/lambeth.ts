import type { Recipe } from './recipe.ts';

const DATE_AND_AMOUNT = /^(\d\d\/\d\d\/\d{4})(-?[\d.,]+)$/;
const NAME_DATE_AMOUNT = /^(.*?)(\d\d\/\d\d\/\d{4})(-?[\d.,]+)$/;
const NAME_AND_DATE = /^(.*?)(\d\d\/\d\d\/\d{4})$/;

/** Columns of the widest file; a longer row is several rows run together. */
const WIDEST = 6;

/**
 * London Borough of Lambeth, January 2011 – June 2012: a line per supplier and month, in June 2012 a line per invoice. The text was extracted
 * from a PDF: in hundreds of lines name, date and amount run together, and `repair` splits them again.
 */
export const lambeth: Recipe = {
  name: 'lambeth',
  title: { en: 'London Borough of Lambeth, payments to suppliers', zh: '伦敦兰贝斯区供应商付款' },
  source: 'pu-s-lambeth',
  place: 'gb-lambeth',
  currency: 'GBP',
  table: 'payments/payments',
  ledgerNames: true,
  files: /lambeth-payments.*\d{4}-\d{2}-payments\.csv$/,
  header: [/^supplier name$/i, /^(?:total|sum of invoice nett amount|invoice nett amount)$/i],
  columns: [
    { name: 'body', heading: /^body$/i, optional: true, internal: true },
    { name: 'department', heading: /^department$/i, optional: true },
    { name: 'supplier', heading: /^supplier name$/i },
    { name: 'date', heading: /^invoice creation date$/i, type: 'partial-date', optional: true },
    {
      name: 'amount',
      heading: /^(?:total|sum of invoice nett amount|invoice nett amount)$/i,
      type: 'number',
    },
    { name: 'category_printed', heading: /^subj description$/i, optional: true },
  ],
  constants: { buyer: 'London Borough of Lambeth' },
  stem: (file) => /(\d{4}-\d{2})-payments/.exec(file)![1]!,
  fromFile: (file) => ({ period: /(\d{4}-\d{2})-payments/.exec(file)![1]! }),
  part: (row) => `lambeth-${String(row['period']).slice(0, 4)}`,
  split(cells) {
    // The last line of November 2011 contains over a hundred lines, each amount run together with the next name, the grand total last.
    if (cells.length <= WIDEST) return null;
    return [...cells.join(',').matchAll(/(.+?),(-?\d+\.\d\d)/g)].map(([, name, amount]) => [name!, amount!]);
  },
  repair(cells, headings) {
    if (headings.length < 6 || cells[0] !== 'Lambeth') return null;
    const row = cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
    const [body, department, third = '', fourth = ''] = row;
    const last = row.at(-1)!;
    if (row.length === 4) {
      const [, name, date, amount] = NAME_DATE_AMOUNT.exec(third) ?? [];
      return name === undefined ? null : [body!, department!, name, date!, amount!, last];
    }
    if (row.length !== 5) return null;
    const [, date, amount] = DATE_AND_AMOUNT.exec(fourth) ?? [];
    if (date !== undefined) return [body!, department!, third, date, amount!, last];
    const [, name, day] = NAME_AND_DATE.exec(third) ?? [];
    return name === undefined ? null : [body!, department!, name, day!, fourth, last];
  },
  leaveOut(_, printed) {
    if (printed['body'] !== undefined && printed['body'] !== 'Lambeth') return 'heading, total or note';
    if (printed['supplier'] === '') return 'no supplier';
    return printed['amount'] === '' ? 'no amount' : null;
  },
};
