/** Forms of the same legal form; each is written in one way. */
const FORMS: readonly [pattern: RegExp, form: string][] = [
  [/\blimited liability partnership\b/g, 'llp'],
  [/\bpublic limited company\b/g, 'plc'],
  [/\blimited\b/g, 'ltd'],
  [/\bincorporated\b/g, 'inc'],
  [/\bcorporation\b/g, 'corp'],
  [/\bcompany\b/g, 'co'],
  [/\bcommunity interest co\b/g, 'cic'],
];

/**
 * The key under which spellings of one supplier's name are joined, within one publisher: width and case (NFKC, lower case), accents kept;
 * punctuation and white space; `&` and `and`; a leading `the`; one spelling of a legal form (`Limited`, `Ltd.`). Names that differ in a word
 * or have no legal form are not joined.
 * @example `"The Planted Trust, Limited"` and `"PLANTED TRUST LTD."` → `"planted-trust-ltd"`
 */
export function supplierKey(name: string): string {
  let key = name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/['’`.]/g, '');
  key = key
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
    .replace(/^the /, '');
  for (const [pattern, form] of FORMS) key = key.replace(pattern, form);
  return key.replace(/ +/g, '-') || 'unnamed';
}
