import { CHARACTERS, charactersOf, digitsAmong } from '../../rules/characters.ts';
import { isAmountHeading } from '../../rules/amountHeading.ts';
import { personalNumbersIn } from './personalNumbers.ts';

/** A kind of personal data that never reaches an output, how it is recognised, and why it is masked. */
interface PersonalData {
  kind: string;
  /** What every text with this kind has: a number of digits, or a character. Texts without it are not searched. */
  needs: { digits: number } | { character: RegExp };
  pattern: RegExp;
  /** Of a bare number, without separators or a prefix: what its text or heading must have beside it. */
  beside?: RegExp;
  why: string;
}

/** Words that announce a telephone number. */
const PHONE_WORD =
  /tel(?:e?[fp]h?o[nn]|ef|\b|[.:]|\d)|phone|mobile?|mobil|handy|m[oó]vil|celular|fax|call|ring|whats ?app|wechat|contact|contacto|kontakt|电话|手机|联系|联络|微信|電話|手機|聯絡|携帯|전화|연락|휴대/i;

/**
 * Contact details of persons, as written in Chinese, Japanese and English files. A bare number of the length of a telephone number is as often a tax number or
 * an amount: only a word beside it, or Chinese text around it, makes it one.
 */
const KINDS: readonly PersonalData[] = [
  {
    kind: 'e-mail',
    needs: { character: /@/ },
    // Anchored at the start of a run of its characters; otherwise a long run would be searched again from each of them.
    pattern: /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
    why: 'an e-mail address contacts a person',
  },
  {
    kind: 'mobile-phone',
    needs: { digits: 11 },
    pattern:
      /(?<!\d|\d\.)(?:(?:\+86[- ]?|86[- ])1[3-9]\d[- ]?\d{4}[- ]?\d{4}|1[3-9]\d(?:[- ]\d{4}[- ]?|\d{4}[- ])\d{4})(?!\d|\.\d)/g,
    why: 'a mobile number reaches a person',
  },
  {
    kind: 'mobile-phone',
    needs: { digits: 11 },
    pattern: /(?<!\d|\d\.)(?:86)?1[3-9]\d{9}(?!\d|\.\d|\s*(?:[元円圆圓원万萬]|[A-Z]{3}\b))/g,
    beside: new RegExp(`${PHONE_WORD.source}|(?<!第)[\\u4e00-\\u9fff]{2}`, 'i'),
    why: 'a mobile number reaches a person',
  },
  {
    kind: 'phone',
    needs: { digits: 10 },
    // China, Britain, and Japan, whose numbers have ten digits, mobile ones eleven; a date with the year last has eight.
    pattern:
      /(?<!\d|\d\.)(?:\(0\d{2,3}\)|0\d{2,3}[- ])\d{7,8}(?!\d|\.\d)|(?<!\d|\d\.)\+44 ?\d{2,4} ?\d{3,4} ?\d{3,4}(?!\d)|(?<!\d|\d\.)0(?:20(?: \d{4} ?|\d{4} )\d{4}|1\d{3} \d{6}|7\d{3} \d{6})(?!\d|\.\d)|(?<!\d|\d[.-])0(?:[5-9]0-\d{4}|\d-\d{4}|\d{2}-\d{3}|\d{3}-\d{2}|\d{4}-\d)-\d{4}(?!\d|[.-]\d)/g,
    why: 'a telephone number reaches the person at the other end',
  },
  {
    kind: 'phone',
    needs: { digits: 11 },
    pattern: /(?<!\d|\d\.)0(?:20\d{8}|[17]\d{9})(?!\d|\.\d)/g,
    beside: new RegExp(`${PHONE_WORD.source}|\\p{L}{3}`, 'iu'),
    why: 'a telephone number reaches the person at the other end',
  },
  {
    kind: 'bank-account',
    needs: { digits: 12 },
    pattern:
      /(?<=(?:账号|帐号|账户|帳號|口座番号|계좌번호|[Aa]ccount|[Cc]uenta|[Cc]onta|[Kk]onto|[Rr]ekening)[^\d]{0,6})\d{12,19}(?!\d)/g,
    why: 'an account number is secret, whoever holds it',
  },
  {
    kind: 'contact-person',
    needs: { character: /[人者자]/ },
    pattern:
      /(?<=(?:联系人|经办人|负责人|项目负责人|联络人|法定代表人|法人代表|填表人|制表人|聯絡人|承辦人|負責人|経理担当者|担当者|代表者|담당자|대표자)\s*[:：]\s*)(?:[\p{Script=Han}·]{2,4}|\p{Script=Hangul}{2,4})/gu,
    why: 'the name of the person in charge is no fact about a purchase',
  },
  {
    kind: 'titled-person',
    needs: { character: /M/ },
    pattern:
      /(?<![-\w])(?:(?:Mr|Mrs|MR|MRS)\b\.?|Ms\.?)\s+(?!SERVICES|Services)(?:[A-Z]\.?\s+){0,3}[A-Z][\p{L}'’-]+(?:\s+[A-Z][a-z'’-]+)?/gu,
    why: 'Mr, Mrs or Ms before a name within a text: a private person',
  },
];

/** Whether a cell is an id of a contracting process or an award as OCDS has them: digits within one are no telephone number. */
export const isProcessId = (heading: string, text: string): boolean =>
  /^(?:ocid|award)$/.test(heading) && /^[a-z][\w.-]*$/.test(text);

/** The character that replaces masked text. */
export const MASK = '▇';

/** UUIDs and checksums of 32, 40 or 64 hexadecimal digits: a number within one does not belong to a person. */
const MACHINE_ID =
  /(?<![\da-f])(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|(?=\d*[a-f])(?:[\da-f]{32}|[\da-f]{40}|[\da-f]{64}))(?![\da-f])/g;

/** The same text, character by character, with full-width forms, dashes and spaces replaced by their ASCII form. */
const plainForm = (text: string): string =>
  text.replace(/[\uff01-\uff5e\u2010-\u2015\u2212\u00a0\u2000-\u200a\u202f\u3000]/g, (form) =>
    form >= '\uff01' ? String.fromCharCode(form.charCodeAt(0) - 0xfee0) : /\s/.test(form) ? ' ' : '-',
  );

/** The characters that `KINDS` need, and full-width forms, which may be such characters; and the fewest digits that they need. */
const MAYBE = /[@人者자M\uff01-\uff5e]/;
/** Every official number of a person has at least six digits. */
const FEWEST = 6;
/** Kinds of characters without which `MAYBE` cannot match. */
const SEARCHED = CHARACTERS.at | CHARACTERS.capitalM | CHARACTERS.han | CHARACTERS.other;

/** Whether a text could contain personal data at all. @param characters what `charactersOf` found in it */
export const mayBePersonal = (text: string, characters: number): boolean =>
  digitsAmong(characters) >= FEWEST || ((characters & SEARCHED) !== 0 && MAYBE.test(text));

const NOTHING: Record<string, number> = Object.freeze({});

/**
 * A text without personal data, and how often each kind was masked.
 * @param characters what `charactersOf` found in the text
 * @param heading of its column: under one of amounts a bare number is an amount, and one may name the number that it holds
 */
export function mask(
  text: string,
  characters = charactersOf(text),
  heading = '',
): { text: string; masked: Record<string, number> } {
  if (!mayBePersonal(text, characters)) return { text, masked: NOTHING };
  if (BARE.test(text) && isAmountHeading(heading)) return { text, masked: NOTHING };
  const masked: Record<string, number> = {};
  let clean = text;
  let plain = plainForm(text);
  const digits = digitsAmong(charactersOf(plain));
  const hide = (kind: string, ranges: readonly (readonly [from: number, to: number])[]): void => {
    if (ranges.length === 0) return;
    const ids = [...plain.matchAll(MACHINE_ID)].map((id) => [id.index, id.index + id[0].length] as const);
    let next = '';
    let done = 0;
    for (const [from, end] of ranges) {
      if (ids.some(([first, last]) => first <= from && end <= last)) continue;
      masked[kind] = (masked[kind] ?? 0) + 1;
      next += clean.slice(done, from) + MASK;
      done = end;
    }
    clean = next + clean.slice(done);
    plain = plainForm(clean);
  };
  if (digits >= FEWEST) hide('id-number', personalNumbersIn(plain, heading));
  for (const { kind, needs, pattern, beside } of KINDS) {
    if ('character' in needs ? !needs.character.test(plain) : digits < needs.digits) continue;
    if (beside !== undefined && !beside.test(plain) && !PHONE_WORD.test(heading)) continue;
    hide(
      kind,
      [...plain.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length] as const),
    );
  }
  return { text: clean, masked };
}

/** A number and nothing else but separators, a sign or a currency. */
const BARE = /^[-+(]?\p{Sc}?\s*\d[\d.,'’ ]*\)?\s*(?:\p{Sc}|[A-Z]{3}|[元円圓원])?$/u;

const PAYEE_REASONS: Record<string, string> = {
  'sole-trader': 'a sole trader trades under a person’s name',
  'private-payee-title': 'Mr, Mrs, Dr, 先生, Ph.D. … before or after a payee’s name: a private person',
  'private-payee-name':
    'a payee’s name that is a given name with a surname, or two to four 汉字 alone: a private person',
  'private-payee-initials':
    'a payee’s name that is a surname with initials, or has one in the middle: a private person',
  'private-payee-number': 'a payee’s name that ends with a person’s tax number',
  'listed-person': 'the table persons.csv says that it is a person',
  'personal-column': 'the column contains only persons or their contacts',
};

/** Why a kind is masked, for the report. */
export const reasonFor = (kind: string): string =>
  (kind === 'id-number' ? 'an identity number names one person' : undefined) ??
  KINDS.find((one) => one.kind === kind)?.why ??
  PAYEE_REASONS[kind] ??
  'personal data';
