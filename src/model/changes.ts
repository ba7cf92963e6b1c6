/** A version in a CHANGES.md, with a text per change. */
export interface Change {
  version: string;
  /** ISO 8601; empty where the heading has no date, which the compile refuses. */
  date: string;
  changes: string[];
}

/** The versions of a CHANGES.md, newest first. */
export function parseChanges(text: string): Change[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n');
      const [version = '', date = ''] = part.slice(0, end === -1 ? undefined : end).split(/\s+—\s+/);
      const changes = end === -1 ? [] : part.slice(end).split(/^- /m);
      return {
        version: version.trim(),
        date: date.trim(),
        changes: changes.map((change) => change.trim().replace(/\s+/g, ' ')).filter(Boolean),
      };
    });
}
