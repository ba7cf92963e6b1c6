import { stdnum } from 'stdnum';

/** An official number of a natural person in one country. */
interface PersonalNumber {
  country: string;
  /** Its written form, searched in capitals. */
  pattern: RegExp;
  /** Checks what the form does not: check digits, or the day of birth. */
  isValid?(number: string): boolean;
  /** The word that must stand beside the number or in its heading, where its form alone is that of many other numbers. */
  word?: RegExp;
}

/**
 * Whether a number has the check digits of its kind, and the day of birth where it has one.
 * @throws Error where `stdnum` does not know the kind
 */
function valid(country: string, kind: string): (number: string) => boolean {
  const known = stdnum[country]?.[kind];
  if (!known) throw new Error(`stdnum has no number ${country}.${kind}`);
  return (number) => known.validate(number).isValid;
}

const digitsOf = (text: string): number[] => Array.from(text.replace(/\D/g, ''), Number);
const weighted = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0);

/** Whether a month and a day can be those of a birth. */
const isDay = (month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(2000, month, 0)).getUTCDate();

function ssn(number: string): boolean {
  const [area, group, serial] = number.split('-').map(Number) as [number, number, number];
  const isTaxpayer = area >= 900 && ((group >= 50 && group <= 65) || (group >= 70 && group <= 99));
  return area !== 0 && area !== 666 && (area < 900 || isTaxpayer) && group !== 0 && serial !== 0;
}

function myNumber(number: string): boolean {
  const digits = digitsOf(number);
  const sum = weighted(digits, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
  const rest = sum % 11;
  return (rest <= 1 ? 0 : 11 - rest) === digits[11];
}

/** Not by `stdnum`, which reads a birth of later this year, of 1926 perhaps, as one of 2026 and refuses it. */
function personnummer(number: string): boolean {
  const digits = digitsOf(number);
  const sum = digits.reduce((all, digit, index) => {
    const value = index % 2 === 0 ? digit * 2 : digit;
    return all + (value > 9 ? value - 9 : value);
  }, 0);
  return isDay(digits[2]! * 10 + digits[3]!, digits[4]! * 10 + digits[5]!) && sum % 10 === 0;
}

const dateWithin = (from: number) => (number: string) =>
  isDay(Number(number.slice(from + 2, from + 4)), Number(number.slice(from + 4, from + 6)));

/** The numbers, to be edited; an organisation's own number (CNPJ, EIN, SIREN, a company's RFC of twelve characters) is none of them. */
const NUMBERS: readonly PersonalNumber[] = [
  {
    country: 'CN',
    pattern: /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX](?!\d)/g,
  },
  { country: 'BR', pattern: /(?<![\d.])\d{3}\.\d{3}\.\d{3}-\d{2}(?!\d)/g },
  {
    country: 'BR',
    pattern: /(?<![\d.,])\d{11}(?![\d.,]\d|\d)/g,
    isValid: valid('BR', 'cpf'),
    word: /\bCPF\b/,
  },
  { country: 'US', pattern: /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/g, isValid: ssn },
  {
    country: 'US',
    pattern: /(?<!\d)\d{9}(?!\d)/g,
    word: /\bSSN\b|SOCIAL SECURITY/,
  },
  { country: 'MX', pattern: /(?<![A-Z\d])[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z\d]\d(?![A-Z\d])/g },
  { country: 'MX', pattern: /(?<![A-Z\d])[A-ZÑ&]{4}-?\d{6}-?[A-Z\d]{3}(?![A-Z\d])/g, isValid: rfc },
  { country: 'KR', pattern: /(?<!\d)\d{6}-[1-8]\d{6}(?!\d)/g, isValid: valid('KR', 'rrn') },
  { country: 'KR', pattern: /(?<!\d)\d{6}-?[1-8]\d{6}(?!\d)/g, isValid: dateWithin(0), word: /주민/ },
  {
    country: 'GB',
    pattern:
      /(?<![A-Z\d])(?!BG|GB|NK|KN|TN|NT|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![A-Z\d])/g,
  },
  {
    country: 'JP',
    pattern: /(?<!\d)\d{4}[ -]?\d{4}[ -]?\d{4}(?!\d)/g,
    isValid: myNumber,
    word: /個人番号|マイナンバー|MY ?NUMBER/,
  },
  { country: 'PL', pattern: /(?<!\d)\d{11}(?!\d)/g, isValid: valid('PL', 'pesel'), word: /PESEL/ },
  {
    country: 'IT',
    pattern: /(?<![A-Z\d])[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z](?![A-Z\d])/g,
    isValid: valid('IT', 'codicefiscale'),
  },
  {
    country: 'NL',
    pattern: /(?<!\d)\d{9}(?!\d)/g,
    isValid: valid('NL', 'bsn'),
    word: /\bBSN\b|BURGERSERVICE|SOFINUMMER/,
  },
  { country: 'ES', pattern: /(?<![A-Z\d.])\d{8}[- ]?[A-Z](?![A-Z\d])/g, isValid: valid('ES', 'dni') },
  { country: 'ES', pattern: /(?<![A-Z\d])[XYZ]-?\d{7}-?[A-Z](?![A-Z\d])/g, isValid: valid('ES', 'nie') },
  {
    country: 'FR',
    pattern: /(?<!\d)[12] ?\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}(?!\d)/g,
    isValid: valid('FR', 'nir'),
  },
  {
    country: 'SE',
    pattern: /(?<!\d)(?:19|20)?\d{6}[-+]\d{4}(?!\d)/g,
    isValid: (number) => personnummer(number.slice(-11)),
  },
  { country: 'CZ', pattern: /(?<![\d/])\d{6}\/\d{4}(?!\d)/g, isValid: valid('CZ', 'rc') },
  { country: 'BE', pattern: /(?<![\d.])\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}(?!\d)/g },
  { country: 'TW', pattern: /(?<![A-Z\d])[A-Z][12]\d{8}(?!\d)/g, isValid: valid('TW', 'natid') },
  { country: 'HK', pattern: /(?<![A-Z\d])[A-Z]{1,2}\d{6}\([\dA]\)/g, isValid: valid('HK', 'hkid') },
  {
    country: 'AR',
    pattern: /(?<!\d)2[0347]-\d{8}-\d(?!\d)/g,
    isValid: valid('AR', 'cuit'),
  },
  {
    country: 'DE',
    pattern: /(?<!\d)[1-9]\d{10}(?!\d)/g,
    isValid: valid('DE', 'idnr'),
    word: /STEUER-?ID|IDENTIFIKATIONSNUMMER/,
  },
  {
    country: 'any',
    pattern: /(?<!\d)\d(?:[ .-]?\d){5,12}(?!\d)/g,
    word: /C[EÉ]DULA|\bDNI\b|\bTC KIML[İI]K|AADHAAR|NATIONAL ID\b|ID CARD NUMBER|PERSONNUMMER|CPR-?(?:NR|NUMMER)/,
  },
];

/** A natural person's has four letters, of the names, before the day of birth; a company's three. */
function rfc(number: string): boolean {
  return dateWithin(4)(number.replaceAll('-', ''));
}

/** A cheap test: some number that is known by its form alone could be in a text. */
const SHAPE =
  /\d{17}[\dX]|\d{3}\.\d{3}\.\d{3}-|\d{3}-\d{2}-\d{4}|[A-ZÑ&]{4}-?\d{6}|\d{6}[-+/]\d{4}|[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]|[A-Z]{6}\d{2}[A-Z]|\d{8}[- ]?[A-Z]|[XYZ]-?\d{7}|[12] ?\d{2} ?\d{2} ?\d[\dAB] ?\d{3} ?\d{3} ?\d{2}|\d{2}\.\d{2}\.\d{2}-|[A-Z]\d{9}|[A-Z]\d{6}\(|2[0347]-\d{8}-/;
/** The words beside the other numbers. */
const WORDS = new RegExp(NUMBERS.flatMap(({ word }) => (word === undefined ? [] : [word.source])).join('|'));

const NONE: [from: number, to: number][] = [];
const namedHeadings = new Map<string, boolean>();
/** Whether a heading names a number. */
function namesNumber(heading: string): boolean {
  let is = namedHeadings.get(heading);
  if (is === undefined) namedHeadings.set(heading, (is = WORDS.test(heading.toUpperCase())));
  return is;
}

/** Where the official numbers of natural persons are in a text. @param heading of its column, which may name the number */
export function personalNumbersIn(text: string, heading = ''): [from: number, to: number][] {
  // Letters of which the capital is longer (ß) are in no number.
  const searched = /[a-zñ]/.test(text) ? text.replace(/[a-zñ]+/g, (letters) => letters.toUpperCase()) : text;
  const isNamed = namesNumber(heading) || WORDS.test(searched);
  if (!isNamed && !SHAPE.test(searched)) return NONE;
  const context = `${heading.toUpperCase()} ${searched}`;
  const found: [number, number][] = [];
  for (const { pattern, isValid, word } of NUMBERS) {
    if (word !== undefined && !(isNamed && word.test(context))) continue;
    for (const match of searched.matchAll(pattern)) {
      if (isValid !== undefined && !isValid(match[0])) continue;
      const [from, to] = [match.index, match.index + match[0].length];
      if (!found.some(([a, b]) => from < b && a < to)) found.push([from, to]);
    }
  }
  return found.sort(([a], [b]) => a - b);
}
