import { z } from 'zod';
import { Text } from './language.ts';

const Slug = z.string().regex(/^[a-z0-9-]+$/);
const Day = z
  .union([z.string(), z.date()])
  .transform((day) => (typeof day === 'string' ? day : day.toISOString().slice(0, 10)));

/** The frontmatter of every piece. */
const Piece = z.object({
  title: Text,
  summary: Text,
  order: z.number().default(99),
  updated: Day,
});

/** The service fields of a case. */
export const SERVICE_FIELDS = [
  'social-work',
  'elder-care',
  'family-services',
  'employment',
  'volunteering',
  'community-services',
  'disability',
  'health',
  'transport',
] as const;

/** A case: one place. */
export const CaseStudy = Piece.extend({
  place: Slug,
  kind: z.enum(['central', 'domestic', 'foreign']),
  fields: z.array(z.enum(SERVICE_FIELDS)),
  years: z.tuple([z.number(), z.number()]),
  /** The row of the earliest purchase found: a fact, or a figure with a year. Left out where none was found. */
  begun: z.string().optional(),
  /** The rows of the key numbers, beside the latest sum of a year, which is looked up. */
  numbers: z.array(z.string()).max(4).default([]),
});

/** Short causes and consequences for the diagram of a problem; the text gives their sources. */
const Words = z.array(Text.max(90)).default([]);

/** A problem; countermeasures name the problems they address, in `addresses`. */
export const Problem = Piece.extend({
  cases: z.array(Slug).default([]),
  /** The codes of the column `problem` of the dataset `findings` that are this problem. */
  findings: z.array(Slug),
  causes: Words,
  effects: Words,
});

/** A countermeasure and the problems it addresses. */
export const Countermeasure = Piece.extend({
  addresses: z.array(Slug).default([]),
  cases: z.array(Slug).default([]),
});

/** A page about the site. */
export const Page = Piece;
