import { serviceFieldOf } from '../names/serviceField.ts';
import type { Recipe } from './recipe.ts';

/** A number of four digits or more followed by a note: `12,960円（単価契約）`. */
const WITH_NOTE = /^(\d{4,})(?![\d.])/;
/** The address after the name of an organisation: from the postcode or the prefecture on, after a space or an ending of such a name. */
const ADDRESS =
  /(?<=\S{4})\s+(?:〒|東京都|北海道|京都府|大阪府|\S{2,3}県|\(?法人番号).*$|(?<=会|団|センター|機構|社|所|館|院|連盟|基金)(?:東京都|北海道|京都府|大阪府|\S{2,3}県)\S*?[区市町村郡].*$/;
/** An address without a prefecture after a space or a comma. */
const CITY_ADDRESS = /(?<=\S{4})[\s,/、・]+\S{0,5}[都道府県市区郡]\S*?(?:\d|丁目|番).*$/;
/** An address, or a word for the contractor, before the name. */
const BEFORE_NAME =
  /^(?:請負者|受注者|契約者|共同企業体代表者|代表者)[\s::]*|^[^法]*?\d\S*?\s*(?=\(?(?:公益|一般|特例)?(?:財団|社団)法人)/;
/** The head of a corporation, by the title before the name, and what follows: 理事長 somewhere, 会長 only between spaces, since 協会長野支部 has it too. */
const HEAD =
  /[\s(、,]*(?:(?:代表|専務|常務|業務執行|副)?\s*理\s*事\s*長|(?:代表|専務|常務|業務執行)\s*理\s*事|代表取締役|代表社員|事務局長|管理者).*$|\s+\S{0,12}?(?:[館部課室次局所院会学社]\s?長|総\s?裁|主\s?任|理\s?事|代\s?表|代表者|契約担当者)\s+\S.*$|\s+(?:名誉|副)?(?:館|会|所|院|学|社|支部|支店|支所|センター|本部|部|局)長\S*$|(?<=所)所長.*$|(?<=支部)支部長.*$|(?<=センター)\s*センター長.*$|(?<=院)院長.*$|(?<=会)会長$/;
/** The number of a corporation after the name of an agency. */
const CORPORATE_NUMBER = /\s*\(?(?:法人番号\s*[:：]?\s*)?\d{13}\)?\s*$/;
/** Negotiated after offers or applications were invited in public, or after a failed bidding. */
const INVITED = /企画競争|公募|プロポーザル|企画提案|不落|再度の入札|入札者がない|見積競争|見積合わせ/;

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
  table: 'contracts/contracts',
  files: /japan-nonprofit-contracts.*[hr]\d+_youshiki\d[-_]\d\.xlsx$/,
  header: [/契約金額/, /契約を締結した日/],
  columns: [
    { name: 'ministry', heading: /^(?:支出元府省|所管府省)/ },
    { name: 'agency', heading: /^支出元独立行政法人(?!の法人番号)/, optional: true },
    { name: 'title', heading: /物品役務/ },
    { name: 'awarded', heading: /締結した日/, type: 'partial-date', unreadable: 'empty' },
    { name: 'supplier', heading: [/^契約の相手方の法人名/, /^契約の相手方の商号又は名称/] },
    { name: 'procedure_printed', heading: /入札.*別|随意契約によること/ },
    { name: 'estimate', heading: /^予定価格/, type: 'number', unreadable: 'empty' },
    { name: 'amount', heading: /^契約金額/, type: 'number', unreadable: 'empty' },
    { name: 'bids', heading: /応募者数/, type: 'integer', unreadable: 'empty', optional: true },
  ],
  stem: (file) => /([hr]\d+_youshiki\d[-_]\d)/.exec(file)![1]!,
  fromFile(file) {
    const [, era, year, form] = /([hr])(\d+)_youshiki(\d[-_]\d)/.exec(file)!;
    return { fiscal_year: Number(year) + (era === 'h' ? 1988 : 2018), form: form!.replace('_', '-') };
  },
  derive(row, printed) {
    const noted = WITH_NOTE.exec(plain(printed['amount']).replace(/[,¥円]/g, ''));
    const how = plain(printed['procedure_printed']);
    const bids = /^\d+/.exec(plain(printed['bids']));
    return {
      supplier: corporationName(printed['supplier']),
      // All who are in the forms are public-interest corporations.
      stated_kind: 'nonprofit',
      stated_kind_rule: 'public-interest-corporations-only',
      stated_kind_is_form: 1,
      buyer: (plain(printed['agency']) || plain(printed['ministry'])).replace(CORPORATE_NUMBER, ''),
      procedure: String(row['form']).endsWith('-3')
        ? /指名/.test(how)
          ? 'selective'
          : 'open'
        : INVITED.test(how)
          ? 'limited'
          : 'direct',
      procedure_printed: shortened(how) || null,
      bids: bids && Number(bids[0]) > 0 ? Number(bids[0]) : null,
      service_field: serviceFieldOf(plain(printed['title']))?.field ?? null,
      ...(row['amount'] === null && noted ? { amount: Number(noted[1]) } : {}),
    };
  },
  part: (row) => `japan-${String(row['fiscal_year'])}`,
  leaveOut(_, printed) {
    const what = plain(printed['title']);
    if (what === '' || what.startsWith('物品役務')) return 'heading or empty line';
    return plain(printed['amount']) === '' && plain(printed['awarded']) === ''
      ? 'neither amount nor date'
      : null;
  },
};

/**
 * The name of a corporation, without address, number and the person who heads it.
 * @example `"公益社団法人某会 理事長 某某 東京都港区某町1-1"` → `"公益社団法人某会"`
 */
export function corporationName(printed: string | undefined): string | null {
  let name = plain(printed).replace(/\s+/g, ' ').replace(BEFORE_NAME, '').replace(BEFORE_NAME, '');
  for (const rest of [HEAD, ADDRESS, CITY_ADDRESS, CORPORATE_NUMBER, HEAD]) name = name.replace(rest, '');
  return name.trim() || null;
}

/** Reasons run to hundreds of characters and repeat the law: what stands up to the first full stop, or the first characters. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  const sentence = /^[^。]*/.exec(line)![0];
  const short = sentence.slice(0, LONGEST_REASON);
  return short.length < line.replace(/。$/, '').length ? `${short.trimEnd()} …` : short;
}
const LONGEST_REASON = 60;

const plain = (text: string | undefined): string => (text ?? '').normalize('NFKC').trim();
