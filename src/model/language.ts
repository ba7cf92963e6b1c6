import { z } from 'zod';

/** The languages the site is written in; the first is the one shown where the browser asks for neither. */
export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

/** BCP 47 tags for `lang` and `hreflang`. */
export const HTML_LANG: Record<Language, string> = { en: 'en', zh: 'zh-CN' };

/** The other language: where the twin of a page is. */
export const twinOf = (language: Language): Language => (language === 'en' ? 'zh' : 'en');

/** A text in both languages; neither may be empty. */
export const Bilingual = z.strictObject({ en: z.string().trim().min(1), zh: z.string().trim().min(1) });
export type Bilingual = z.infer<typeof Bilingual>;

/** A list of texts in both languages, equally long. */
export const BilingualList = z
  .strictObject({ en: z.array(z.string().min(1)), zh: z.array(z.string().min(1)) })
  .refine((list) => list.en.length === list.zh.length, { message: 'en and zh have different lengths' });
