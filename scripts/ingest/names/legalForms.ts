/**
 * Legal forms of companies and associations outside Britain, China, Japan and Kosovo, whose forms are in `providerKind.ts`, as they are written behind or
 * before a name. Those of two letters are also initials of persons (`Planted AS`): they count with points, or in capitals behind small letters. To be edited.
 */
const FORMS: readonly RegExp[] = [
  // Spanish, Portuguese
  /(?<!\p{L})(?:S\. ?A\.?(?: ?[BPS]\.?)? ?DE ?C\. ?V|S\.? ?A\.? DE C\.? ?V|S\.? DE R\.? ?L|S\. ?L\. ?(?:U|L|P|N)?|SLU?|SLL|S\. ?A\. ?[USL]|SAU|SAS|S\. ?A\. ?S|S\. ?C\. ?(?:L|P|R)|SCOOP|SDAD\.? COOP|E\. ?S\. ?P|E\. ?I\. ?R\. ?L|EIRL|SPA|SAC|LTDA|EIRELI|MEI|EPP|LDA|UNIPESSOAL|SGPS|U\. ?T\. ?E|UTE|A\. ?R\. ?I\. ?C|I\. ?A\. ?P)\.?(?!\p{L})/iu,
  // French
  /(?<!\p{L})(?:S\.?A\.?R\.?L|S\.?A\.?S\.?U|EURL|E\.U\.R\.L|SCI|SCP|SELARL|SNC|GIE|SCOP|SCIC|SOC(?:IETE|\.)|S\.?E\.?M)\.?(?!\p{L})/iu,
  // German, Dutch
  /(?<!\p{L})(?:G?GMBH(?: ?& ?CO\.? ?(?:KG|OHG))?|MBH|E\. ?V|E\. ?G|E\. ?K(?:FR|FM)?|OHG|KGAA|UG(?: ?\(HAFTUNGSBESCHR[AÄ]NKT\))?|GBR|PARTG(?:MBB)?|A\. ?Ö\. ?R|AÖR|KDÖR|B\. ?V|N\. ?V|V\. ?O\. ?F|VOF|BVBA|VZW|ASBL|C\. ?V)\.?(?!\p{L})/iu,
  // Italian, Polish, Czech, Croatian, Hungarian, Romanian, Turkish, the North
  /(?<!\p{L})(?:S\. ?P\. ?A|S\. ?R\. ?L(?: ?S)?|SRLS?|S\. ?A\. ?S|S\. ?N\. ?C|SOC\.? ?COOP|ONLUS|SP\.? ?Z\.? ?O\.? ?O|SP\. ?[JK]|SP[ÓO][ŁL]KA|D\. ?O\. ?O|D\. ?D|S\. ?R\. ?O|A\. ?S|KFT|ZRT|NYRT|S\. ?C\. ?S|A\. ?Ş|LTD\.? ?ŞT[İI]|APS|A\/S|OYJ?|HB|ANS)\.?(?!\p{L})/iu,
  // English elsewhere
  /(?<!\p{L})(?:PTY|P\/L|ULC|L\. ?L\. ?C|L\. ?P|LLLP|P\. ?[AC]|N\. ?A|PTE|PVT|BHD|SDN|GROUP|CORP|INC|CO|LTEE|ENR)\.?(?:\s*\([^)]*\))?$/iu,
  // Two letters in capitals behind small ones, or with a point between
  /(?<=\p{Ll}[\p{Ll}.)]*,?\s)(?:SA|SC|AC|AG|KG|AB|AS|NV|BV|LP|PC|UG|CV|SE|ME|CC)$/u,
  /(?<=\s)(?:S\. ?A|A\. ?C|S\. ?C|A\. ?B|B V|L P|LP|BV|NV|ULC|P C|PC|CPE|PA)\.?$/u,
  // Chinese in traditional characters, Korean
  /有限公司|公司$|工程行$|企業社$|企業行$|商行$|工作室$|事務所$|實業社$|合作社$|協會$|學會$|基金會$|診所$|藥局$/u,
  /주식회사|\(주\)|㈜|유한회사|\(유\)|재단법인|사단법인|협동조합|학교법인|의료법인|복지법인|합자회사|합명회사/u,
];

/** Whether a name has the legal form of a company or an association. */
export const hasLegalForm = (name: string): boolean => FORMS.some((form) => form.test(name));
