import { z } from 'zod';
import { FIELD_TYPES } from './fieldType.ts';
import { Bilingual } from './language.ts';

/** Constraints on a cell besides its type; the names are those of Frictionless Table Schema. */
const Constraints = z.strictObject({
  required: z.boolean().optional(),
  unique: z.boolean().optional(),
  enum: z.array(z.union([z.string(), z.number()]).transform(String)).optional(),
  pattern: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
});
type Constraints = z.infer<typeof Constraints>;

/**
 * Why a cell of a column is empty: the value was not found (which does not mean that it was never published), does not apply to the row, or
 * was withheld (personal data, secrets).
 */
const MISSING = ['not-found', 'not-applicable', 'withheld'] as const;

/** One column of a table: its name, type, unit, meaning and constraints. */
export const Field = z
  .strictObject({
    name: z.string().regex(/^[a-z][a-z0-9_]*$/, 'a field name is snake_case'),
    type: z.enum(FIELD_TYPES),
    unit: z.string().optional(),
    missing: z.enum(MISSING).default('not-found'),
    title: Bilingual,
    description: Bilingual,
    constraints: Constraints.optional(),
    /** The column is filled where another column has one of these values, and empty everywhere else. */
    filledWhere: z.strictObject({ field: z.string(), is: z.array(z.string()).min(1) }).optional(),
    /** The shared list with the codes and labels of this field (`data/codelists.yaml`). */
    codelist: z.string().optional(),
    /** The meaning of every code of an `enum`. */
    labels: z.record(z.string(), Bilingual).optional(),
  })
  .superRefine((field, ctx) => {
    for (const code of field.constraints?.enum ?? [])
      if (field.labels && !field.labels[code])
        ctx.addIssue({ code: 'custom', path: ['labels'], message: `no label for the code "${code}"` });
  });
export type Field = z.infer<typeof Field>;
