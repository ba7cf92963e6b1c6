import { z } from 'zod';

/** The languages of the site; the first is the default. */
export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

/** BCP 47 tags for `lang` and `hreflang`. */
export const HTML_LANG: Record<Language, string> = { en: 'en', zh: 'zh-CN' };

/** The other language, in which the translation of a page is written. */
export const twinOf = (language: Language): Language => (language === 'en' ? 'zh' : 'en');

/** Whether a text is a placeholder: empty, only dots, or beginning with `…` and a hint. */
export const isPlaceholder = (text: string): boolean => /^\s*(…|[.\s]*$)/.test(text);

/** A text that is not a placeholder. */
export const Text = z
  .string()
  .trim()
  .refine((text) => !isPlaceholder(text), { message: 'is still to be written' });

/** A text in both languages; neither may be missing. */
export const Bilingual = z.strictObject({ en: Text, zh: Text }, 'write { en: text, zh: 文字 }');
export type Bilingual = z.infer<typeof Bilingual>;

/** Lists of texts in both languages, of equal length. */
export const BilingualList = z
  .strictObject({ en: z.array(Text), zh: z.array(Text) }, 'write { en: [text], zh: [文字] }')
  .refine((list) => list.en.length === list.zh.length, { message: 'en and zh have different lengths' });
