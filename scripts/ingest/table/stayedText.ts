import type { Column } from '../../rules/rule.ts';
import { readerOf } from './cell.ts';

/** A column headed as amounts or dates that stayed text, with the commonest cell that did not fit. */
export interface StayedText {
  column: string;
  kind: 'amount' | 'date';
  /** Filled cells that are neither a number nor a date. */
  cells: number;
  commonest: string;
  /** How often that cell occurs. */
  count: number;
}

const AMOUNT =
  /amount|price|cost|spend|(?<!e)value|payment(?! ?(?:ref|type|method|number|no|id|date|terms))|budget|金额|金額|价格|价款|总价|單價|单价|预算(?!单位|科目)|経費|금액|예산|importe|monto|valor|montant|prix|betrag|summe|importo|prezzo|bedrag|kwota|wartość|wartosc|částka|hodnota|összeg|iznos|сумма|стоимость/i;
const DATE =
  /(?<!up)date\b|date[_d]|_dt$|日期|时间|時間|年月日|날짜|일자|fecha|^data$|data (?:de|da|di|do)\b|datum|\bdatum|kelt|дата/i;
/** Headings of texts about an amount or a date. */
const ABOUT =
  /type|currency|code|note|comment|description|basis|单位|單位|币种|备注|说明|방법|moneda|devise|währung/i;

/** What a heading says that its column has. */
export function kindOfHeading(heading: string): StayedText['kind'] | null {
  if (ABOUT.test(heading)) return null;
  return DATE.test(heading) ? 'date' : AMOUNT.test(heading) ? 'amount' : null;
}

/**
 * The columns headed as amounts or dates whose type is text, so that a person sees what kept them from being read.
 * @param texts the cells of the first rows, in the order of the fields
 */
export function stayedTexts(fields: readonly Column[], texts: readonly (readonly string[])[]): StayedText[] {
  return fields.flatMap((field, at): StayedText[] => {
    const kind = field.type === 'string' ? kindOfHeading(field.heading) : null;
    if (kind === null) return [];
    const readers = (kind === 'date' ? ['partial-date', 'year'] : ['number']).map((type) =>
      readerOf({ ...field, type: type as Column['type'] }),
    );
    const counts = new Map<string, number>();
    for (const row of texts) if (row[at]) counts.set(row[at], (counts.get(row[at]) ?? 0) + 1);
    const unfit = [...counts].filter(([text]) =>
      readers.every((reader) => reader.read(text).what !== undefined),
    );
    // Where every cell could be read, the column is unsure: all its cells are named.
    const named = unfit.length > 0 ? unfit : [...counts];
    const [first] = named.sort((a, b) => b[1] - a[1]);
    if (!first) return [];
    const cells = named.reduce((sum, [, count]) => sum + count, 0);
    return [{ column: field.heading, kind, cells, commonest: first[0], count: first[1] }];
  });
}
