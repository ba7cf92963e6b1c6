import { isAmountHeading, words } from '../../rules/amountHeading.ts';

/** Words for codes and official numbers of organisations, anywhere in a heading. */
const CODE =
  /(?<!\p{L})(?:ids?|guid|uuid|codes?|c[oó]digos?|cod|codice|codici|kod|kode?|k[oó]d|cofog(?: ?level ?\d)?|refs?|reference|referencia|refer[eê]ncia|r[eé]f[eé]rence|riferimento|invoice|factura|fatura|facture|rechnung|fattura|faktura|rechnungsnr|(?:post|pin) ?codes?|zip|plz|postleitzahl|postnr|cep|cpv|naics|unspsc|nuts|iban|isin|siren|siret|nif|cif|nit|ruc|rut|rfc|cuit|cnpj|cpf|tin|ssn|duns|uei|kvk|nip|regon|pesel|oib|i[cč]o|abn|acn|ssid|ocid|expediente|account|konto|cuenta|kostenstelle|bsn|dni|curp|clabe|einzelplan|kapitel|titel|haushaltsstelle|finanzposition|produktgruppe|sachkonto)(?!\p{L})|编号|編號|编码|編碼|代码|代碼|代號|番号|單號|统一编号|郵遞區號|邮编|邮政编码|번호|코드/iu;
/** `Document Number`, `Contract No.`, `Auftragsnr`: at the end, behind another word; `Number of bids` counts. */
const NUMBER_OF =
  /\p{L}[\s.:-]*(?:numbers?|num|no|nos|nr|num[eé]ro|n[uú]mero|nummer|numer|nº|n°|#)\.?$|nummer$|\p{Ll}nr\.?$|(?<![序行])[号號]$/iu;
const COUNT = /(?<!\p{L})(?:total|count|average|max|min|of)(?!\p{L})/iu;

/** Whether a heading is that of codes, numbers of documents or official numbers, which are text even where all are digits. */
export function isIdentifierHeading(heading: string): boolean {
  // A second column of one name has a number behind it, as pandas writes it: `Bid Number.1`.
  const plain = words(heading).replace(/\.\d+$|[\s:：.]+$/gu, '');
  if (CODE.test(plain)) return !isAmountHeading(heading);
  return NUMBER_OF.test(plain) && !COUNT.test(plain);
}

/** A code in a column of digits: a letter at either end (`3A`, `B12`), or digits that begin with 0 (`007`, `01.6`). */
const CODE_CELL =
  /^\d{1,8}[A-Za-z]{1,2}$|^[A-Za-z]{1,4}[-/]?\d{1,10}[A-Za-z]?$|^0\d+(?:\.\d+)?$|^\d+[-/]\d+$/;

/** Whether a cell of a column of numbers shows that they are codes. Amounts may be padded with zeros. */
export const isCodeCell = (cell: string, heading: string): boolean =>
  CODE_CELL.test(cell) && !isAmountHeading(heading);
