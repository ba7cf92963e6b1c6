import type { Row } from '../../../src/model/row.ts';

/** A row to be published, with what is needed to compare it with others. */
export interface Candidate {
  row: Row;
  printed: Record<string, string>;
  /** Number of filled columns; those of one nested list count once. */
  filled: number;
}

/** Which rows are the same purchase. */
export interface DuplicateRule {
  /** The reason in the ledger: `same id again`. */
  reason: string;
  /** Rows with the same key are duplicates; a row with `null` is not compared. */
  key(candidate: Candidate): string | null;
  /** Whether the later row replaces the earlier one; by default the first stays. */
  better?(later: Candidate, earlier: Candidate): boolean;
}

/** Keeps one row of each, at the position of the first; every other is reported to `drop`. The rules are applied one after another. */
export function dropDuplicates(
  candidates: readonly Candidate[],
  rules: readonly DuplicateRule[],
  drop: (reason: string) => void,
): Candidate[] {
  let kept = [...candidates];
  for (const { reason, key, better } of rules) {
    const at = new Map<string, number>();
    const next: Candidate[] = [];
    for (const candidate of kept) {
      const id = key(candidate);
      const earlier = id === null ? undefined : at.get(id);
      if (earlier === undefined) {
        if (id !== null) at.set(id, next.length);
        next.push(candidate);
        continue;
      }
      drop(reason);
      if (better?.(candidate, next[earlier]!)) next[earlier] = candidate;
    }
    kept = next;
  }
  return kept;
}
