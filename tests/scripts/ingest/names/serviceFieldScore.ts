/** A title that a person classified before the keyword table was run on it. */
export interface LabelledTitle {
  source: string;
  title: string;
  /** A field of `data/purchases`; empty where the text shows none. */
  field: string;
  /** The table was improved with one half, and is measured on the other. */
  half: 'development' | 'held-out';
}

/** Precision and recall of the classification by the table, against that by hand. */
interface FieldScore {
  /** Titles to which the table gives a field. */
  classified: number;
  /** Titles to which a person gave a field. */
  labelled: number;
  /** Titles on which both agree. */
  right: number;
  /** right / classified, from 0 to 1; 1 where none is classified. */
  precision: number;
  /** right / labelled, from 0 to 1; 1 where none is labelled. */
  recall: number;
}

/**
 * Precision and recall over all titles.
 * @param classify the field of a title, or `null`
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

/** The same for each field, in alphabetical order. */
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

/** A line per field: `health  classified 31, labelled 40, right 30: precision 0.97, recall 0.75`. */
export const describeScores = (scores: ReadonlyMap<string, FieldScore>): string =>
  [...scores]
    .map(
      ([name, { classified, labelled, right, precision, recall }]) =>
        `${name.padEnd(24)} classified ${classified}, labelled ${labelled}, right ${right}: precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}`,
    )
    .join('\n');
