import { z } from 'zod';

/** The languages the site is written in; the first is the one shown where the browser asks for neither. */
export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

/** BCP 47 tags for `lang` and `hreflang`. */
export const HTML_LANG: Record<Language, string> = { en: 'en', zh: 'zh-CN' };

/** The other language: where the twin of a page is. */
export const twinOf = (language: Language): Language => (language === 'en' ? 'zh' : 'en');

/** Whether a text is left as a proposal began it: empty, nothing but dots, or led by a `…` that says what to write. */
export const isPlaceholder = (text: string): boolean => /^\s*(…|[.\s]*$)/.test(text);

/** A text that a person has written. */
export const Text = z
  .string()
  .trim()
  .refine((text) => !isPlaceholder(text), { message: 'is still to be written' });

/** A text in both languages; neither may be missing. */
export const Bilingual = z.strictObject({ en: Text, zh: Text });
export type Bilingual = z.infer<typeof Bilingual>;

/** A list of texts in both languages, equally long. */
export const BilingualList = z
  .strictObject({ en: z.array(Text), zh: z.array(Text) })
  .refine((list) => list.en.length === list.zh.length, { message: 'en and zh have different lengths' });
