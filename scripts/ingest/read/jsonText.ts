import { CommandError } from '../../lib/fault.ts';

/** A text that may have numbers which a JavaScript number cannot hold. */
const LONG_NUMBER = /[\d.]{16,}/;
/** Digits that a number holds exactly. */
const EXACT_DIGITS = 15;
/** Characters that a message shows before a fault. */
const SHOWN_BEFORE = 10;

/**
 * A JSON text, or one JSON value a line, as values. A number that JavaScript would change (an id beyond 2^53, a decimal of many places) is its text.
 * @throws CommandError naming the file, and the line of an NDJSON, where the text is not JSON
 */
export function parseJson(text: string, file: string): { value: unknown; lines: boolean } {
  const whole = parsed(text);
  if (whole.value !== undefined) return { value: whole.value, lines: false };
  const first = text.slice(0, text.indexOf('\n'));
  const isLines = text.includes('\n') && typeof parsed(first).value === 'object';
  if (!isLines)
    throw new CommandError(`${file} is not JSON${lineOf(whole.fault ?? '', text)}: ${whole.fault}`);
  const value = text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const one = parsed(line);
    if (one.value === undefined) throw new CommandError(`${file}:${index + 1} is not JSON: ${one.fault}`);
    return [one.value];
  });
  return { value, lines: true };
}

/** The line of a fault, where the message says no line but shows what is around it: `..." {"b": 2},,` has the fault behind ten characters. */
function lineOf(fault: string, text: string): string {
  const shown = /\.{3}"([^]+?)"(?:\.{3})? is not valid JSON$/.exec(fault)?.[1];
  const at = shown === undefined ? -1 : text.indexOf(shown);
  if (at < 0 || at !== text.lastIndexOf(shown!)) return '';
  return ` in line ${text.slice(0, at + SHOWN_BEFORE).split('\n').length}`;
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
