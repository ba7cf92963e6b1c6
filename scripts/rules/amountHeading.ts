/**
 * Headings of columns of money, in the languages at hand. Under one of them a bare number is never taken for a telephone or an identifier, and a point before
 * exactly three digits separates thousands.
 */
const AMOUNT_HEADING =
  /(?<![a-z])(?:amounts?|amt|values?|prices?|costs?|sums?|totals?|budget|paid|payments?|spend(?:ing)?|expenditure|award(?:ed)?|gross|net|fees?|grants?|invoiced|montos?|importes?|valor(?:es)?|precio|coste|costo|gasto|presupuesto|pre[cç]o|montante|quantia|despesa|pago|montants?|prix|co[uû]ts?|d[eé]penses?|betr[aä]ge?|summe|preis|kosten|wert|volumen|importo|importi|valore|prezzo|spesa|bedrag(?:en)?|prijs|waarde|kwot[ay]|warto[sś][cć]|cena|koszt|[cč][aá]stka|castka|bel[oø]b|belopp|summa|vlera|shuma|iznos|suma|tutar|hodnota|eur|usd|gbp)(?![a-z])|[£€$¥]|(?:betrag|summe|preis|kosten|wert|bedrag|mittel)(?![a-z])|összeg|сумма|стоимость|[价價価]|金[额額]|[额額]\s*[（(]|[预預予]算|费用|費用|経費|合同额|总额|總額|额$|額$|元[）)]?$|금액|가격|예산|단가|총액/iu;

/** Words that make a heading one of something else: `Payment date`, `Award type`, `valor_id`. */
const NOT_AMOUNT =
  /(?<![a-z])(?:dates?|type|status|method|mode|basis|source|ref(?:erence)?|no|number|nr|id|codes?|c[oó]d(?:igo)?|kod|name|description|details|notes?|comments?|period|year|month|currency|moneda|moeda|devise|w[aä]hrung|reason|category|fecha|data|datum|tipo|nombre|nome|libell[eé]|objet|bezeichnung|terms?)(?![a-z])|日期|时间|時間|方式|类型|類型|名称|名稱|编号|編號|币种|幣別|备注|備註|说明|說明|(?:单位|單位)(?!\s*[:：])|날짜|일자|방법/iu;

const known = new Map<string, boolean>();

/** Whether a heading is that of a column of amounts of money. */
export function isAmountHeading(heading: string): boolean {
  let is = known.get(heading);
  if (is === undefined) {
    const plain = words(heading);
    known.set(heading, (is = AMOUNT_HEADING.test(plain) && !NOT_AMOUNT.test(plain)));
  }
  return is;
}

/** A heading as words: `totalAmount` and `total_amount` → `total Amount`, `total amount`. */
export const words = (heading: string): string =>
  heading
    .normalize('NFKC')
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .replaceAll('_', ' ');
