/** Filter → its values. */
export type Values = Readonly<Record<string, readonly string[]>>;
/** Filter → value → number of results that would remain with it. */
export type Counts = Record<string, Record<string, number>>;
/** Filter → the required value. */
export type Chosen = Readonly<Record<string, string>>;

/** Whether a result passes every filter, except one that may be ignored. */
export const passes = (values: Values, chosen: Chosen, except?: string): boolean =>
  Object.entries(chosen).every(
    ([name, value]) => name === except || (values[name]?.includes(value) ?? false),
  );

/** The number of results for each value, with the other filters unchanged. */
export function countValues(results: readonly Values[], chosen: Chosen, names: readonly string[]): Counts {
  return Object.fromEntries(
    names.map((name) => {
      const counts: Record<string, number> = {};
      for (const values of results)
        if (passes(values, chosen, name))
          for (const value of new Set(values[name] ?? [])) counts[value] = (counts[value] ?? 0) + 1;
      return [name, counts];
    }),
  );
}

/** Results in groups by kind; the kind of the best result comes first, and within a kind the order stays. */
export function groupByKind<T extends { kind: string }>(
  results: readonly T[],
): [kind: string, results: T[]][] {
  const groups = new Map<string, T[]>();
  for (const result of results) groups.set(result.kind, [...(groups.get(result.kind) ?? []), result]);
  return [...groups];
}
