import type { Language } from '../model/language.ts';
import { en, type Strings } from './en.ts';
import { zh } from './zh.ts';

const STRINGS: Record<Language, Strings> = { en, zh };

/** The interface strings of a language. */
export const strings = (language: Language): Strings => STRINGS[language];
