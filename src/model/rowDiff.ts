/** The differences between two versions of a table, by the key of their rows. */
export interface RowDiff {
  added: string[];
  removed: string[];
  /** Rows in both, with the columns whose cells differ. */
  changed: { key: string; columns: string[] }[];
}

/** Compares two tables, each as header and records. Columns are matched by name. */
export function diffRecords(before: string[][], after: string[][], keyFields: readonly string[]): RowDiff {
  const [old, now] = [keyed(before, keyFields), keyed(after, keyFields)];
  const columns = [...new Set([...(before[0] ?? []), ...(after[0] ?? [])])];
  const changed = [...now].flatMap(([key, row]) => {
    const was = old.get(key);
    const different = was
      ? columns.filter((column) => (was.get(column) ?? '') !== (row.get(column) ?? ''))
      : [];
    return different.length > 0 ? [{ key, columns: different }] : [];
  });
  return {
    added: [...now.keys()].filter((key) => !old.has(key)),
    removed: [...old.keys()].filter((key) => !now.has(key)),
    changed,
  };
}

/** Whether two versions are equal. */
export const isSame = (diff: RowDiff): boolean =>
  diff.added.length + diff.removed.length + diff.changed.length === 0;

function keyed(
  [header = [], ...records]: string[][],
  keyFields: readonly string[],
): Map<string, Map<string, string>> {
  return new Map(
    records.map((cells, index) => {
      const row = new Map(header.map((name, column) => [name, cells[column] ?? '']));
      const key = keyFields.map((field) => row.get(field) ?? '').join(' + ');
      return [key || String(index), row];
    }),
  );
}
