import type { Fault } from './fault.ts';

/** The characters of category Cc that are not white space: no text has them, and XML, SQL tools and terminals break on them. */
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/;
const ALL = new RegExp(CONTROL.source, 'g');

/** Whether a text has a control character that is not white space. */
export const hasControl = (text: string): boolean => CONTROL.test(text);

/** A text without its control characters. */
export const withoutControl = (text: string): string => text.replace(ALL, '');

/** The fault of the first control character in a text: `has the control character U+0000`. */
export function controlCharacter(text: string): Pick<Fault, 'value' | 'what' | 'right'> | undefined {
  const found = CONTROL.exec(text)?.[0];
  if (found === undefined) return undefined;
  const code = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  const value = withoutControl(text);
  return {
    ...(value === '' ? {} : { value }),
    what: `has the control character U+${code} at position ${text.indexOf(found) + 1}`,
    right: 'take it out',
  };
}
