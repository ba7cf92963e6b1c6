import { z } from 'zod';
import { Text } from './language.ts';

const Slug = z.string().regex(/^[a-z0-9-]+$/);
const Day = z
  .union([z.string(), z.date()])
  .transform((day) => (typeof day === 'string' ? day : day.toISOString().slice(0, 10)));

/** What every piece of writing says of itself. */
const Piece = z.object({
  title: Text,
  summary: Text,
  order: z.number().default(99),
  updated: Day,
});

/** The service fields a case may be filed under. */
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

/** One place's story. */
export const CaseStudy = Piece.extend({
  place: Slug,
  kind: z.enum(['central', 'domestic', 'foreign']),
  fields: z.array(z.enum(SERVICE_FIELDS)),
  years: z.tuple([z.number(), z.number()]),
});

/** Reasons and consequences in a few words each, for the small diagram of a problem; the text gives their sources. */
const Words = z.array(Text.max(90)).default([]);

/** What goes wrong and why; which countermeasures answer it stands with them, in `addresses`. */
export const Problem = Piece.extend({
  cases: z.array(Slug).default([]),
  causes: Words,
  effects: Words,
});

/** What helps, and what it helps against. */
export const Countermeasure = Piece.extend({
  addresses: z.array(Slug).default([]),
  cases: z.array(Slug).default([]),
});

/** A page of the site about itself. */
export const Page = Piece;
