import { z } from 'zod';
import { Text } from './language.ts';

const RowId = z.string().regex(/^[a-z0-9][a-z0-9.-]*$/);

/** A topic of the law: the articles that say first what binds a county, and the texts abroad beside them. */
export const LawTopic = z.strictObject({
  id: RowId,
  binds: z.array(RowId).min(1),
  abroad: z.array(RowId),
});
export type LawTopic = z.infer<typeof LawTopic>;

/** A question of an official, its answer, and the articles that the answer rests on. */
export const LawQuestion = z.strictObject({
  id: RowId,
  order: z.number().int(),
  question_en: Text,
  question_zh: Text,
  answer_en: Text,
  answer_zh: Text,
  rests_on: z.array(RowId).min(1),
});
export type LawQuestion = z.infer<typeof LawQuestion>;
