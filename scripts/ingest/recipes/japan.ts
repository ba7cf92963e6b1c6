import type { Recipe } from './recipe.ts';

/** A number of four digits or more followed by a note: `12,960円（単価契約）`. */
const WITH_NOTE = /^(\d{4,})(?![\d.])/;
/** The address after the name of an organisation: from the postcode or the prefecture on, after a space or an ending of such a name. */
const ADDRESS =
  /(?<=\S{4})\s+(?:〒|東京都|北海道|京都府|大阪府|\S{2,3}県|\(?法人番号).*$|(?<=会|団|センター|機構|社|所|館|院|連盟|基金)(?:東京都|北海道|京都府|大阪府|\S{2,3}県)\S*?[区市町村郡].*$/;

/**
 * Japan, contracts of the state with public-interest corporations, fiscal years 2011–2020, forms 2-3, 2-4 (ministries), 3-3, 3-4 (agencies);
 * -3 is competitive, -4 negotiated. The column of the contracting officer contains names of persons and is dropped.
 */
export const japan: Recipe = {
  name: 'japan',
  title: { en: 'Japan, contracts with public-interest corporations', zh: '日本政府与公益法人合同' },
  source: 'pu-s-japan',
  place: 'jp',
  currency: 'JPY',
  files: /japan-nonprofit-contracts.*[hr]\d+_youshiki\d[-_]\d\.xlsx$/,
  header: [/契約金額/, /契約を締結した日/],
  columns: [
    { name: 'ministry', heading: /^(?:支出元府省|所管府省)/ },
    { name: 'agency', heading: /^支出元独立行政法人(?!の法人番号)/, optional: true },
    { name: 'title', heading: /物品役務/ },
    { name: 'date', heading: /締結した日/, type: 'partial-date', unreadable: 'empty' },
    { name: 'provider', heading: [/^契約の相手方の法人名/, /^契約の相手方の商号又は名称/] },
    { name: 'how', heading: /入札.*別|随意契約によること/ },
    { name: 'amount', heading: /^契約金額/, type: 'number', unreadable: 'empty' },
    { name: 'kind_of_corporation', heading: /^公益法人の区分/, optional: true },
    { name: 'bidders', heading: /応募者数/, type: 'integer', unreadable: 'empty', optional: true },
  ],
  constants: { instrument: 'contract', coverage: 'contract' },
  fromFile(file) {
    const [, era, year, payer, form] = /([hr])(\d+)_youshiki(\d)[-_](\d)/.exec(file)!;
    return {
      fiscal_year: Number(year) + (era === 'h' ? 1988 : 2018),
      form: `${payer}-${form}`,
      payer: payer === '2' ? 'ministries and agencies' : 'independent administrative agencies',
      competitive_or_negotiated: form === '3' ? 'competitive bidding' : 'negotiated',
    };
  },
  derive(row, printed) {
    const noted = WITH_NOTE.exec(plain(printed['amount']).replace(/[,¥円]/g, ''));
    return {
      provider: plain(printed['provider']).replace(ADDRESS, '') || null,
      purchaser: row['agency'] ?? row['ministry'] ?? null,
      method: row['competitive_or_negotiated'] === 'negotiated' ? 'single-source' : 'open-tender',
      ...(row['amount'] === null && noted ? { amount: Number(noted[1]) } : {}),
    };
  },
  leaveOut(_, printed) {
    const what = plain(printed['title']);
    if (what === '' || what.startsWith('物品役務')) return 'heading or empty line';
    return plain(printed['amount']) === '' && plain(printed['date']) === ''
      ? 'neither amount nor date'
      : null;
  },
};

const plain = (text: string | undefined): string => (text ?? '').normalize('NFKC').trim();
