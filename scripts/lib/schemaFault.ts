import type { z } from 'zod';
import type { Fault } from './fault.ts';

/** What a value is, by the name that the schema library has for its type. */
const TYPES: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list: [a, b]',
  object: 'fields with values: { a: b }',
  record: 'fields with values: { a: b }',
};

/** How the schema library begins its own messages. */
const LIBRARY = /^(?:Invalid|Unrecognized|Too)\b/;

/**
 * What a schema finds wrong with a description in YAML, as a fault: the field, its value, and what is expected. A table or field of the list is called by its name,
 * where it has one, and not by its number.
 * @param file the name of the description in faults
 * @param description the whole, as read
 */
export function schemaFaults(file: string, issue: z.core.$ZodIssue, description: unknown): Fault[] {
  const { names, value } = placeOf(issue.path, description);
  const fault = (what: string, right?: string, more: readonly string[] = []): Fault => {
    const column = [...names, ...more].join('.');
    return {
      file,
      ...(column === '' ? {} : { column }),
      ...shown(value),
      what,
      ...(right === undefined ? {} : { right }),
    };
  };
  // A schema that says itself what is expected has a message of its own.
  const own = LIBRARY.test(issue.message) ? undefined : issue.message;
  const missing = names.length === 0 ? 'is empty' : 'is missing';
  switch (issue.code) {
    case 'invalid_type':
      return [
        fault(
          isMissing(value) ? missing : 'is of another type',
          own ?? `write ${typeInWords(issue.expected, value)}`,
        ),
      ];
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        ...fault('is no field that is known here', 'correct the spelling, or take it out', [key]),
        ...shown((value as Record<string, unknown>)[key]),
      }));
    case 'invalid_value':
      return [
        fault(
          isMissing(value) ? missing : 'is none of the values',
          own ?? `one of ${issue.values.join(', ')}`,
        ),
      ];
    case 'invalid_format':
      return [fault('has the wrong form', own)];
    case 'too_small':
      return [fault('is empty', `at least ${issue.minimum}`)];
    case 'invalid_union':
      return [fault('is of another type', 'a text or a number')];
    default:
      return [{ ...fault(issue.message), value: undefined }];
  }
}

/** A text that YAML reads as a number is quoted. */
const typeInWords = (expected: string, value: unknown): string =>
  `${TYPES[expected] ?? expected}${expected === 'string' && typeof value !== 'object' && !isMissing(value) ? ', in quotes' : ''}`;

const isMissing = (value: unknown): boolean => value === undefined || value === null;

/** The value of a fault, where a line can show it. */
function shown(value: unknown): Pick<Fault, 'value'> {
  if (isMissing(value)) return {};
  return { value: typeof value === 'object' ? JSON.stringify(value) : String(value) };
}

/** The names on the way to a part of a description, and that part. */
function placeOf(path: readonly PropertyKey[], description: unknown): { names: string[]; value: unknown } {
  let value = description;
  const names = path.map((part) => {
    value = (value as Record<PropertyKey, unknown> | undefined | null)?.[part];
    const name = (value as { name?: unknown } | undefined | null)?.name;
    return typeof part === 'number' && typeof name === 'string' ? name : String(part);
  });
  return { names, value };
}
