import { pinyin } from 'pinyin-pro';
import type { Language } from '../model/language.ts';

/** The letter that a word is listed under: its first, in Chinese that of its pinyin. */
export const initialOf = (word: string, language: Language): string =>
  (language === 'zh' ? pinyin(word, { pattern: 'first', toneType: 'none' }) : word).charAt(0).toUpperCase();
