import { words } from './amountHeading.ts';

/** Headings of columns of dates, in the languages at hand; `update` and `candidate` are none. */
const DATE_HEADING =
  /(?<![a-z])(?:(?:start|end|begin|award|pay(?:ment)?|paid|invoice|order|contract|sign(?:ing)?|publi(?:sh|cation)|report|trans(?:action)?|post(?:ing)?|due|effective|expiry|clos(?:e|ing)|birth)?dates?|dt|data|dato|fechas?|kelt|дата)(?![a-z])|datum(?![a-z])|time$|日期|时间|時間|締結した日|年月日|日付|날짜|일자/iu;
/** Words that make it one of something else: `Date type`, `Data source`. */
const NOT_DATE =
  /(?<![a-z])(?:type|code|notes?|comments?|description|basis|source|format|status)(?![a-z])|备注|備註|说明|說明/iu;

/** Whether a heading is that of a column of dates. */
export function isDateHeading(heading: string): boolean {
  const plain = words(heading);
  return DATE_HEADING.test(plain) && !NOT_DATE.test(plain);
}
