import type { Recipe } from './recipe.ts';

const QUARTERS: Record<string, string> = {
  'jan-mar': 'Q1',
  'apr-jun': 'Q2',
  'jul-sep': 'Q3',
  'oct-dec': 'Q4',
};

/**
 * Oxford City Council, payments over £500, 2014–2018: CSV, the headings in a dozen spellings. The paid date of one
 * quarter is `00:00:00`, so the quarter is taken from the file's name. The council redacts persons itself; our masking finds those it missed.
 */
export const oxford: Recipe = {
  name: 'oxford',
  title: { en: 'Oxford City Council, payments over £500', zh: '牛津市议会500英镑以上支出' },
  source: 'pu-s-oxford',
  place: 'gb-oxford',
  currency: 'GBP',
  table: 'payments/payments',
  ledgerNames: true,
  files: /oxford-spending.*expenditure-over-500-[a-z]{3}-[a-z]{3}-\d{4}\.csv$/,
  header: [/^amount$/i, /^supplier[ _]name$/i],
  columns: [
    { name: 'department', heading: /^(?:organis\w*al[ _]unit|service area)$/i, optional: true },
    { name: 'category_printed', heading: /^expenditure[ _](?:cat\w+|unit)$/i, optional: true },
    { name: 'date', heading: /^paid[ _]date$/i, type: 'partial-date', unreadable: 'empty' },
    { name: 'amount', heading: /^amount$/i, type: 'number' },
    { name: 'supplier', heading: /^supplier[ _]name$/i },
  ],
  constants: { buyer: 'Oxford City Council' },
  stem: (file) => /500-(\w{3}-\w{3}-\d{4})/.exec(file)![1]!,
  fromFile(file) {
    const [, months, year] = /500-(\w{3}-\w{3})-(\d{4})/.exec(file)!;
    return { period: `${year}-${QUARTERS[months!]}` };
  },
  part: (row) => `oxford-${String(row['period']).slice(0, 4)}`,
  leaveOut: (_, printed) => (printed['amount'] === '' ? 'no amount' : null),
};
