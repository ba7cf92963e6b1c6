import type { Field } from '../../../src/model/field.ts';
import type { Cell } from '../../../src/model/row.ts';
import { addressFault } from './linkAddress.ts';

/** A cell of its field's type, or what is wrong with the text and what would be right. */
type Typed = { cell: Cell } | { what: string; right?: string };

/**
 * Reads the text of a cell as its field's type; an empty text is `null`, whatever the type.
 * Numbers are plain (`879.49`, or `-9.1E-7`): 万 and 亿, separators and units are faults, and the answer says the plain number where it is clear.
 */
export function readCell(field: Field, text: string): Typed {
  if (text === '') return { cell: null };
  switch (field.type) {
    case 'string':
      return { cell: text };
    case 'url':
      return addressFault(text) ?? { cell: text };
    case 'boolean':
      return text === 'true' || text === 'false'
        ? { cell: text === 'true' }
        : { what: 'is not true or false' };
    case 'integer':
      return /^-?\d+$/.test(text)
        ? exact(text, Number.isSafeInteger(Number(text)))
        : { what: 'is not a whole number', right: numberHint(text, field) };
    case 'number':
      return /^-?\d+(\.\d+)?(E[-+]?\d+)?$/i.test(text) && Number.isFinite(Number(text))
        ? exact(text, keepsDigits(text))
        : { what: 'is not a number', right: numberHint(text, field) };
    case 'year':
      return /^[1-9]\d{3}$/.test(text)
        ? { cell: Number(text) }
        : { what: 'is not a year', right: 'four digits, like 2015' };
    case 'partial-date':
      return isPartialDate(text)
        ? { cell: text }
        : { what: 'is not a date', right: 'write 2014, 2014-12 or 2014-12-15' };
  }
}

/** A number, where the number that a computer keeps is the one written. Adding nothing makes 0 of -0. */
const exact = (text: string, isExact: boolean): Typed =>
  isExact
    ? { cell: Number(text) + 0 }
    : {
        what: 'has more digits than a number keeps, and would be rounded',
        right: `whole numbers are exact up to ${Number.MAX_SAFE_INTEGER}; a code or document number is type: string`,
      };

/** The significant digits of a decimal that a double keeps whatever they are. */
const ALWAYS_KEPT = 15;

/** The significant digits of a double, of which programs print at most this many. */
const MOST_DIGITS = 17;

/**
 * Whether a number keeps what a text writes: the same digits, or, below 2^53, as many digits as programs print of a double (`0.30000000000000004`).
 */
function keepsDigits(text: string): boolean {
  // Every decimal of so few digits is kept; most are.
  if (text.length <= ALWAYS_KEPT && !/e/i.test(text)) return true;
  const value = Number(text);
  const [digits, exponent] = decimal(text);
  const [kept, keptExponent] = decimal(String(value));
  if (digits === kept && exponent === keptExponent) return true;
  return value !== 0 && Math.abs(value) <= Number.MAX_SAFE_INTEGER && digits.length <= MOST_DIGITS;
}

/** The significant digits of a decimal, and the power of ten of the last of them. */
function decimal(text: string): [digits: string, exponent: number] {
  const [mantissa = '', power = '0'] = text.replace(/^-/, '').toUpperCase().split('E');
  const [whole = '', fraction = ''] = mantissa.split('.');
  const all = (whole + fraction).replace(/^0+/, '');
  const digits = all.replace(/0+$/, '');
  return [digits, digits === '' ? 0 : Number(power) - fraction.length + all.length - digits.length];
}

const WORDS: Record<string, number> = { 万: 1e4, 亿: 1e8, 万亿: 1e12, '%': 0.01 };

function numberHint(text: string, field: Field): string {
  const unit = field.unit ? ` in ${field.unit}` : '';
  const match = /^(-?[\d,]+(?:\.\d+)?)\s*(万亿|万|亿|%)/.exec(text);
  const plain = match && Number(match[1]!.replaceAll(',', '')) * WORDS[match[2]!]!;
  if (plain !== null && Number.isFinite(plain)) return `write ${Number(plain.toPrecision(15))}`;
  const digits = text.replaceAll(',', '');
  return /^-?\d+(\.\d+)?$/.test(digits) ? `write ${digits}` : `a plain number${unit}, like 879.49`;
}

/** An ISO 8601 date as exact as its source, and one that the calendar has. */
function isPartialDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
