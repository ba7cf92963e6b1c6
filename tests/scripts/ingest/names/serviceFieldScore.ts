/** A title whose field a person told by reading it, before the keyword table was run on it. */
export interface LabelledTitle {
  source: string;
  title: string;
  /** A field of `data/purchases`; empty where the text tells none. */
  field: string;
  /** The table was mended with the one half, and is measured on the other. */
  half: 'development' | 'held-out';
}

/** How well fields are told: of those told how many are right, of those a person told how many are found. */
export interface FieldScore {
  /** Titles with a field by the table. */
  told: number;
  /** Titles with a field by hand. */
  labelled: number;
  /** Titles on which both agree. */
  right: number;
  /** right / told, a share; 1 where none is told. */
  precision: number;
  /** right / labelled, a share; 1 where none is labelled. */
  recall: number;
}

/**
 * Precision and recall over all titles.
 * @param tell the field that a title tells, or `null`
 */
export function scoreOf(
  sample: readonly LabelledTitle[],
  tell: (title: string) => string | null,
): FieldScore {
  let told = 0;
  let labelled = 0;
  let right = 0;
  for (const { title, field } of sample) {
    const said = tell(title);
    if (said !== null) told += 1;
    if (field !== '') labelled += 1;
    if (said !== null && said === field) right += 1;
  }
  return {
    told,
    labelled,
    right,
    precision: told === 0 ? 1 : right / told,
    recall: labelled === 0 ? 1 : right / labelled,
  };
}

/** The same of each field, in the order of the alphabet. */
export function scoreByField(
  sample: readonly LabelledTitle[],
  tell: (title: string) => string | null,
): Map<string, FieldScore> {
  const fields = new Set(sample.flatMap(({ title, field }) => [field, tell(title) ?? '']));
  fields.delete('');
  return new Map(
    [...fields].sort().map((field) => {
      const only = sample.map((one) => ({ ...one, field: one.field === field ? field : '' }));
      return [field, scoreOf(only, (title) => (tell(title) === field ? field : null))];
    }),
  );
}

/** A line a field for a person: `health  told 31, labelled 40, right 30: precision 0.97, recall 0.75`. */
export const describeScores = (scores: ReadonlyMap<string, FieldScore>): string =>
  [...scores]
    .map(
      ([name, { told, labelled, right, precision, recall }]) =>
        `${name.padEnd(24)} told ${told}, labelled ${labelled}, right ${right}: precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}`,
    )
    .join('\n');
