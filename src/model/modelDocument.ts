import { z } from 'zod';
import { blankIn, crossReferencesIn } from './documentText.ts';
import { Bilingual, LANGUAGES, Text } from './language.ts';
import { LAW_TAGS, lawTagFault } from './lawTag.ts';

/** The steps of a purchase, in their order; each model document belongs to one. */
export const STEPS = ['rules', 'need', 'choose', 'contract', 'perform', 'end', 'disclose'] as const;
export type Step = (typeof STEPS)[number];

const Slug = z.string().regex(/^[a-z0-9-]+$/, 'small letters, digits and hyphens');
const RowId = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/, 'the id of a row');
/** A text of the site that shows why: `countermeasures/stable-funding`. */
const PieceReference = z
  .string()
  .regex(
    /^(cases|problems|countermeasures)\/[a-z0-9-]+$/,
    'countermeasures/stable-funding, or a case or problem',
  );
const Day = z
  .union([z.string(), z.date()])
  .transform((day) => (typeof day === 'string' ? day : day.toISOString().slice(0, 10)));

/** A place to fill in: what belongs there. A choice offers options. */
const Blank = z.strictObject({
  en: Text,
  zh: Text,
  kind: z.enum(['text', 'date', 'choice']).default('text'),
  options: z.array(Bilingual).min(2).optional(),
});
export type Blank = z.infer<typeof Blank>;

/** A cell: the same in both languages (a number, a blank in braces), in each its own, or empty, which is a place to fill in. */
const DocumentCell = z.union([z.string(), Bilingual]);

const DocumentTable = z
  .strictObject({
    /** Names of the columns and their shares of the width. */
    columns: z.array(z.strictObject({ en: Text, zh: Text, width: z.number().positive() })).min(2),
    rows: z.array(z.array(DocumentCell)).default([]),
    /** Empty rows to fill in after those. */
    empty: z.number().int().min(0).default(0),
  })
  .refine(({ columns, rows }) => rows.every((row) => row.length === columns.length), {
    message: 'every row has as many cells as there are columns',
  });
export type DocumentTable = z.infer<typeof DocumentTable>;

const Clause = z
  .strictObject({
    /** By which other clauses refer to this one, as `{@id}`. */
    id: Slug.optional(),
    en: Text,
    zh: Text,
    items: z.array(Bilingual).default([]),
    table: DocumentTable.optional(),
    /** The columns of the disclosure table. */
    fields: z.literal('disclosure').optional(),
    law: z.enum(LAW_TAGS),
    /** Rows of `policy-articles` on which the clause rests. */
    articles: z.array(RowId).default([]),
    see: z.array(PieceReference).default([]),
    /** The comment: why the clause is so. */
    note: Bilingual,
  })
  .superRefine(({ law, articles, see }, context) => {
    const fault = lawTagFault(law, articles);
    if (fault) context.addIssue({ code: 'custom', path: ['law'], message: `${fault.what}: ${fault.right}` });
    if (articles.length + see.length === 0)
      context.addIssue({
        code: 'custom',
        path: ['see'],
        message: 'name an article, or a text that shows why',
      });
  });
export type Clause = z.infer<typeof Clause>;

const Part = z.strictObject({ title: Bilingual, clauses: z.array(Clause).min(1) });

/**
 * How a document is numbered: `articles` by chapter and, through all chapters, by article (第一章 … 第一条); `clauses` as a contract (第一条 … 1.1);
 * `sections` as a form (一、… （一）).
 */
export const NUMBERINGS = ['articles', 'clauses', 'sections'] as const;

/** A model document: one source for its page, its Word file and its PDF. */
export const ModelDocument = z
  .strictObject({
    order: z.number(),
    step: z.enum(STEPS),
    title: Bilingual,
    /** What it is for and who fills it in. */
    purpose: Bilingual,
    numbering: z.enum(NUMBERINGS),
    /** The day on which its clauses were checked against the texts of law that they rest on. */
    checked: Day,
    /** Countermeasures that it carries out. */
    remedies: z.array(Slug).min(1),
    /** Lines before the first part: number, parties, addressee. */
    opening: z.array(Bilingual).default([]),
    parts: z.array(Part).min(1),
    /** Lines after the last part: signatures, date. */
    closing: z.array(Bilingual).default([]),
    blanks: z.record(z.string().regex(/^[a-z][a-z0-9_]*$/), Blank),
  })
  .superRefine((document, context) => {
    const issue = (message: string): void => context.addIssue({ code: 'custom', message });
    const used = new Set<string>();
    const ids = document.parts.flatMap(({ clauses }) => clauses.flatMap(({ id }) => id ?? []));
    for (const double of ids.filter((id, at) => ids.indexOf(id) !== at))
      issue(`two clauses have the id "${double}"`);
    for (const text of textsOf(document)) {
      const [en, zh] = LANGUAGES.map((language) => blankIn(text[language])) as [string[], string[]];
      for (const name of [...en, ...zh]) used.add(name);
      if ([...en].sort().join() !== [...zh].sort().join())
        issue(
          `the languages have other blanks: ${en.join(', ')} in "${text.en}", ${zh.join(', ')} in "${text.zh}"`,
        );
      for (const id of LANGUAGES.flatMap((language) => crossReferencesIn(text[language])))
        if (!ids.includes(id)) issue(`"{@${id}}" is the id of no clause of this document`);
    }
    for (const name of used)
      if (!(name in document.blanks)) issue(`the blank "{${name}}" is not described in blanks`);
    for (const [name, { kind, options }] of Object.entries(document.blanks)) {
      if (!used.has(name)) issue(`the blank "${name}" is in no text`);
      if ((kind === 'choice') !== (options !== undefined))
        issue(`the blank "${name}": a choice, and only that, has options`);
    }
  });
export type ModelDocument = z.infer<typeof ModelDocument>;

/** A cell in both languages. */
export const inBoth = (cell: z.infer<typeof DocumentCell>): { en: string; zh: string } =>
  typeof cell === 'string' ? { en: cell, zh: cell } : cell;

/** Every text of a document that may hold blanks. */
export const textsOf = (
  document: Pick<ModelDocument, 'opening' | 'parts' | 'closing'>,
): { en: string; zh: string }[] => [
  ...document.opening,
  ...document.parts.flatMap(({ clauses }) =>
    clauses.flatMap(({ en, zh, items, table }) => [
      { en, zh },
      ...items,
      ...(table ? table.rows.flat().map(inBoth) : []),
    ]),
  ),
  ...document.closing,
];
