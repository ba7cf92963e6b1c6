import type { Recipe } from './recipe.ts';
import { registerCodes, registerDays, withoutQuotes } from './kosovoRegister.ts';

/**
 * Municipality of Prishtina, procurement register 2017–2019, collected by Open Data Kosovo: a CSV a year with Albanian headings, some twice. The name of
 * the procurement officer is dropped, and so are purchases without an award.
 */
export const prishtina: Recipe = {
  name: 'prishtina',
  title: { en: 'Municipality of Prishtina, procurement register', zh: '普里什蒂纳市采购登记簿' },
  source: 'pu-s-prishtina',
  place: 'xk-prishtina',
  currency: 'EUR',
  table: 'contracts/contracts',
  files: /prishtina-contracts.*prishtina-\d{4}\.csv/,
  header: [/^Lloji i prokurimit$/, /^Titulli i aktivitetit/],
  columns: [
    { name: 'type', heading: /^Lloji i prokurimit$/ },
    { name: 'procedure', heading: /^Procedura e prokuti/ },
    { name: 'division', heading: /^Klasifikimi/ },
    { name: 'title', heading: /^Titulli i aktivitetit/ },
    { name: 'bids', heading: /^Nr\. i OE që kanë dorëzuar ofertat$/, type: 'integer', unreadable: 'empty' },
    { name: 'estimate', heading: /^Vlera e parashikuar e kontratës$/, type: 'number', unreadable: 'empty' },
    { name: 'supplier', heading: /^Emri i OE të cilit i është dhënë kontrata$/ },
    { name: 'signed', heading: /^Data e nënshkrimit të kontratës$/ },
    { name: 'closed', heading: /^Data e mbylljes së kontratës$/ },
    { name: 'amount', heading: /^Vlera totale e kontratës, duke/, type: 'number', unreadable: 'empty' },
    { name: 'paid', heading: /^Çmimi total i paguar për kontratën$/, type: 'number', unreadable: 'empty' },
    { name: 'department', heading: /^Drejtoria$/ },
  ],
  constants: { buyer: 'Komuna e Prishtinës' },
  fromFile: (file) => ({ register_year: Number(/prishtina-(\d{4})/.exec(file)![1]) }),
  derive: (row, printed) => ({
    ...registerCodes(printed),
    supplier: withoutQuotes(printed['supplier'] ?? '') || null,
    awarded: registerDays(printed['signed'] ?? '').awarded,
    end: registerDays(printed['closed'] ?? '').awarded,
    bids: typeof row['bids'] === 'number' && row['bids'] > 0 ? row['bids'] : null,
  }),
  part: (row) => `prishtina-${String(row['register_year'])}`,
  leaveOut: (row, printed) =>
    (printed['supplier'] ?? '') === '' && !row['amount'] ? 'no award in the register' : null,
};
