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

const digitsOf = (text: string): number[] => Array.from(text.replace(/\D/g, ''), Number);
const weighted = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * (digits[index] ?? 0), 0);
const isRepeated = (digits: readonly number[]): boolean => new Set(digits).size === 1;

/** Whether a month and a day can be those of a birth. */
const isDay = (month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(2000, month, 0)).getUTCDate();

/** ISO 7064, modulus 11,10. */
function iso11(digits: readonly number[]): boolean {
  let rest = 10;
  for (const digit of digits.slice(0, -1)) {
    const sum = (digit + rest) % 10 || 10;
    rest = (sum * 2) % 11;
  }
  return (11 - rest) % 10 === digits.at(-1);
}

function cpf(number: string): boolean {
  const digits = digitsOf(number);
  const check = (length: number): number => {
    const sum = digits.slice(0, length).reduce((all, digit, index) => all + digit * (length + 1 - index), 0);
    return ((sum * 10) % 11) % 10;
  };
  return !isRepeated(digits) && check(9) === digits[9] && check(10) === digits[10];
}

function ssn(number: string): boolean {
  const [area, group, serial] = number.split('-').map(Number) as [number, number, number];
  const isTaxpayer = area >= 900 && ((group >= 50 && group <= 65) || (group >= 70 && group <= 99));
  return area !== 0 && area !== 666 && (area < 900 || isTaxpayer) && group !== 0 && serial !== 0;
}

function pesel(number: string): boolean {
  const digits = digitsOf(number);
  const month = (digits[2]! * 10 + digits[3]!) % 20;
  const sum = weighted(digits, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]);
  return isDay(month, digits[4]! * 10 + digits[5]!) && (10 - (sum % 10)) % 10 === digits[10];
}

const MONTHS_OF_FISCAL_CODE = 'ABCDEHLMPRST';
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
function codiceFiscale(number: string): boolean {
  const value = (character: string): number =>
    /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 65;
  const sum = Array.from(number.slice(0, 15)).reduce(
    (all, character, index) => all + (index % 2 === 0 ? ODD[value(character)]! : value(character)),
    0,
  );
  return MONTHS_OF_FISCAL_CODE.includes(number[8]!) && value(number[15]!) === sum % 26;
}

const DNI_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE';
function dni(number: string): boolean {
  const plain = number.replace(/[-. ]/g, '');
  const digits = plain.slice(0, -1).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)));
  return DNI_LETTERS[Number(digits) % 23] === plain.at(-1);
}

function nir(number: string): boolean {
  const plain = number.replace(/ /g, '');
  const body = plain.slice(0, 13).replace('2A', '19').replace('2B', '18');
  return 97 - Number(BigInt(body) % 97n) === Number(plain.slice(13));
}

function residentKorea(number: string): boolean {
  const digits = digitsOf(number);
  if (!isDay(digits[2]! * 10 + digits[3]!, digits[4]! * 10 + digits[5]!)) return false;
  const sum = weighted(digits, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]);
  return (11 - (sum % 11)) % 10 === digits[12];
}

function myNumber(number: string): boolean {
  const digits = digitsOf(number);
  const sum = weighted(digits, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
  const rest = sum % 11;
  return (rest <= 1 ? 0 : 11 - rest) === digits[11];
}

function bsn(number: string): boolean {
  const digits = digitsOf(number);
  return !isRepeated(digits) && weighted(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0;
}

function luhn(number: string): boolean {
  const sum = digitsOf(number)
    .toReversed()
    .reduce((all, digit, index) => {
      const value = index % 2 === 0 ? digit : digit * 2;
      return all + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}

const personnummer = (number: string): boolean => {
  const digits = digitsOf(number);
  return isDay(digits[2]! * 10 + digits[3]!, digits[4]! * 10 + digits[5]!) && luhn(number);
};

function taiwan(number: string): boolean {
  const code = 'ABCDEFGHJKLMNPQRSTUVXYWZIO'.indexOf(number[0]!) + 10;
  const digits = [Math.floor(code / 10), code % 10, ...digitsOf(number)];
  return weighted(digits, [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1]) % 10 === 0;
}

function hongKong(number: string): boolean {
  const plain = number.replace(/[() ]/g, '').padStart(9, ' ');
  const sum = Array.from(plain).reduce((all, character, index) => {
    const value =
      character === ' ' ? 36 : /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 55;
    return all + value * (9 - index);
  }, 0);
  return sum % 11 === 0;
}

const CUIT = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
const rodneCislo = (number: string): boolean => {
  const digits = number.replace('/', '');
  const month = Number(digits.slice(2, 4)) % 50;
  return isDay(month > 20 ? month - 20 : month, Number(digits.slice(4, 6))) && Number(digits) % 11 === 0;
};
const dateWithin = (from: number) => (number: string) =>
  isDay(Number(number.slice(from + 2, from + 4)), Number(number.slice(from + 4, from + 6)));

/** The numbers, to be edited; an organisation's own number (CNPJ, EIN, SIREN, a company's RFC of twelve characters) is none of them. */
const NUMBERS: readonly PersonalNumber[] = [
  {
    country: 'CN',
    pattern: /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX](?!\d)/g,
  },
  { country: 'BR', pattern: /(?<![\d.])\d{3}\.\d{3}\.\d{3}-\d{2}(?!\d)/g },
  { country: 'BR', pattern: /(?<![\d.,])\d{11}(?![\d.,]\d|\d)/g, isValid: cpf, word: /\bCPF\b/ },
  { country: 'US', pattern: /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/g, isValid: ssn },
  {
    country: 'US',
    pattern: /(?<!\d)\d{9}(?!\d)/g,
    word: /\bSSN\b|SOCIAL SECURITY/,
  },
  { country: 'MX', pattern: /(?<![A-Z\d])[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z\d]\d(?![A-Z\d])/g },
  { country: 'MX', pattern: /(?<![A-Z\d])[A-ZÑ&]{4}-?\d{6}-?[A-Z\d]{3}(?![A-Z\d])/g, isValid: rfc },
  { country: 'KR', pattern: /(?<!\d)\d{6}-[1-8]\d{6}(?!\d)/g, isValid: residentKorea },
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
  { country: 'PL', pattern: /(?<!\d)\d{11}(?!\d)/g, isValid: pesel, word: /PESEL/ },
  {
    country: 'IT',
    pattern: /(?<![A-Z\d])[A-Z]{6}\d{2}[A-Z]\d{2}[A-Z]\d{3}[A-Z](?![A-Z\d])/g,
    isValid: codiceFiscale,
  },
  { country: 'NL', pattern: /(?<!\d)\d{9}(?!\d)/g, isValid: bsn, word: /\bBSN\b|BURGERSERVICE|SOFINUMMER/ },
  { country: 'ES', pattern: /(?<![A-Z\d.])\d{8}[- ]?[A-Z](?![A-Z\d])/g, isValid: dni },
  { country: 'ES', pattern: /(?<![A-Z\d])[XYZ]-?\d{7}-?[A-Z](?![A-Z\d])/g, isValid: dni },
  {
    country: 'FR',
    pattern: /(?<!\d)[12] ?\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}(?!\d)/g,
    isValid: nir,
  },
  {
    country: 'SE',
    pattern: /(?<!\d)(?:19|20)?\d{6}[-+]\d{4}(?!\d)/g,
    isValid: (number) => personnummer(number.slice(-11)),
  },
  { country: 'CZ', pattern: /(?<![\d/])\d{6}\/\d{4}(?!\d)/g, isValid: rodneCislo },
  { country: 'BE', pattern: /(?<![\d.])\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}(?!\d)/g },
  { country: 'TW', pattern: /(?<![A-Z\d])[A-Z][12]\d{8}(?!\d)/g, isValid: taiwan },
  { country: 'HK', pattern: /(?<![A-Z\d])[A-Z]{1,2}\d{6}\([\dA]\)/g, isValid: hongKong },
  {
    country: 'AR',
    pattern: /(?<!\d)2[0347]-\d{8}-\d(?!\d)/g,
    isValid: (number) => weighted(digitsOf(number), CUIT) % 11 === 0,
  },
  {
    country: 'DE',
    pattern: /(?<!\d)[1-9]\d{10}(?!\d)/g,
    isValid: (number) => iso11(digitsOf(number)),
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
