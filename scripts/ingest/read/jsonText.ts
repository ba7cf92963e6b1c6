import { CommandError } from '../../lib/fault.ts';

/** A text that may have numbers which a JavaScript number cannot hold. */
const LONG_NUMBER = /[\d.]{16,}/;
/** Digits that a number holds exactly. */
const EXACT_DIGITS = 15;

/**
 * A JSON text, or one JSON value a line, as values. A number that JavaScript would change (an id beyond 2^53, a decimal of many places) is its text.
 * @throws CommandError naming the file, and the line of an NDJSON, where the text is not JSON
 */
export function parseJson(text: string, file: string): { value: unknown; lines: boolean } {
  const whole = parsed(text);
  if (whole.value !== undefined) return { value: whole.value, lines: false };
  const first = text.slice(0, text.indexOf('\n'));
  const isLines = text.includes('\n') && typeof parsed(first).value === 'object';
  if (!isLines) throw new CommandError(`${file} is not JSON: ${whole.fault}`);
  const value = text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const one = parsed(line);
    if (one.value === undefined) throw new CommandError(`${file}:${index + 1} is not JSON: ${one.fault}`);
    return [one.value];
  });
  return { value, lines: true };
}

function parsed(text: string): { value?: unknown; fault?: string } {
  try {
    // The reviver is slow; most texts have no such number.
    return { value: (LONG_NUMBER.test(text) ? JSON.parse(text, exact) : JSON.parse(text)) as unknown };
  } catch (error) {
    return { fault: (error as Error).message };
  }
}

/** @see https://github.com/tc39/proposal-json-parse-with-source */
function exact(_key: string, value: unknown, context?: { source?: string }): unknown {
  const source = context?.source;
  if (typeof value !== 'number' || source === undefined || Number.isSafeInteger(value)) return value;
  const digits = source.replace(/e.*$/i, '').replace(/[-.]/g, '').replace(/^0+/, '');
  return digits.length <= EXACT_DIGITS || String(value) === source || /e/i.test(source) ? value : source;
}
