/** A kind of personal data that never reaches an output, and what stands in its place. */
interface PersonalData {
  kind: string;
  pattern: RegExp;
}

/**
 * Contact details and numbers of persons, as they stand in Chinese, Japanese and English files. An organisation's own registration
 * number (18 digits and letters beginning with 9, 5 or 1) is not a person's.
 */
const KINDS: readonly PersonalData[] = [
  { kind: 'e-mail', pattern: /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g },
  {
    kind: 'id-number',
    pattern:
      /(?<![\dA-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g,
  },
  { kind: 'mobile-phone', pattern: /(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?![\d.])/g },
  {
    kind: 'phone',
    pattern:
      /(?<![\d.])(?:\(0\d{2,3}\)|（0\d{2,3}）|0\d{2,3}[-－ ])\d{7,8}(?![\d.])|(?<![\d.])\+44 ?\d{2,4} ?\d{3,4} ?\d{3,4}(?!\d)/g,
  },
  { kind: 'bank-account', pattern: /(?<=(?:账号|帐号|account|Account)[^\d]{0,6})\d{12,19}(?!\d)/g },
  {
    kind: 'contact-person',
    pattern: /(?<=(?:联系人|经办人|负责人|項目负责人|联络人)\s*[:：]\s*)[\p{Script=Han}·]{2,4}/gu,
  },
];

/** Columns that hold nothing but contacts are dropped whole. */
export const PERSONAL_COLUMN =
  /联系人|联系电话|联系方式|电话|手机|邮箱|e-?mail|phone|contact|担当者|身份证|银行账号|开户/i;

/** What masking leaves. */
export const MASK = '▇';

/** A text without personal data, and how often each kind was masked. */
export function mask(text: string): { text: string; masked: Record<string, number> } {
  const masked: Record<string, number> = {};
  let clean = text;
  for (const { kind, pattern } of KINDS)
    clean = clean.replace(pattern, () => {
      masked[kind] = (masked[kind] ?? 0) + 1;
      return MASK;
    });
  return { text: clean, masked };
}
