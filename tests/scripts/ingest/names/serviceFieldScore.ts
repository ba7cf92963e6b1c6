/** A title whose field a person classified by reading it, before the keyword table was run on it. */
export interface LabelledTitle {
  source: string;
  title: string;
  /** A field of `data/purchases`; empty where the text tells none. */
  field: string;
  /** The table was mended with the one half, and is measured on the other. */
  half: 'development' | 'held-out';
}

/** How well fields are classified: of those classified how many are right, of those a person classified how many are found. */
interface FieldScore {
  /** Titles with a field by the table. */
  classified: number;
  /** Titles with a field by hand. */
  labelled: number;
  /** Titles on which both agree. */
  right: number;
  /** right / classified, a share; 1 where none is classified. */
  precision: number;
  /** right / labelled, a share; 1 where none is labelled. */
  recall: number;
}

/**
 * Precision and recall over all titles.
 * @param classify the field that a title tells, or `null`
 */
export function scoreOf(
  sample: readonly LabelledTitle[],
  classify: (title: string) => string | null,
): FieldScore {
  let classified = 0;
  let labelled = 0;
  let right = 0;
  for (const { title, field } of sample) {
    const said = classify(title);
    if (said !== null) classified += 1;
    if (field !== '') labelled += 1;
    if (said !== null && said === field) right += 1;
  }
  return {
    classified,
    labelled,
    right,
    precision: classified === 0 ? 1 : right / classified,
    recall: labelled === 0 ? 1 : right / labelled,
  };
}

/** The same of each field, in the order of the alphabet. */
export function scoreByField(
  sample: readonly LabelledTitle[],
  classify: (title: string) => string | null,
): Map<string, FieldScore> {
  const fields = new Set(sample.flatMap(({ title, field }) => [field, classify(title) ?? '']));
  fields.delete('');
  return new Map(
    [...fields].sort().map((field) => {
      const only = sample.map((one) => ({ ...one, field: one.field === field ? field : '' }));
      return [field, scoreOf(only, (title) => (classify(title) === field ? field : null))];
    }),
  );
}

/** A line a field for a person: `health  classified 31, labelled 40, right 30: precision 0.97, recall 0.75`. */
export const describeScores = (scores: ReadonlyMap<string, FieldScore>): string =>
  [...scores]
    .map(
      ([name, { classified, labelled, right, precision, recall }]) =>
        `${name.padEnd(24)} classified ${classified}, labelled ${labelled}, right ${right}: precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}`,
    )
    .join('\n');
