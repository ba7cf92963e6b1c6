import { RELEASE_DATE } from './site.ts';

/** A version in a CHANGES.md: what changed, a text a change. */
export interface Change {
  version: string;
  date: string;
  changes: string[];
}

/** The versions of a CHANGES.md, newest first; a version without a date has that of the release. */
export function parseChanges(text: string): Change[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n');
      const [version = '', date = RELEASE_DATE] = part
        .slice(0, end === -1 ? undefined : end)
        .split(/\s+—\s+/);
      const changes = end === -1 ? [] : part.slice(end).split(/^- /m);
      return {
        version: version.trim(),
        date: date.trim(),
        changes: changes.map((change) => change.trim().replace(/\s+/g, ' ')).filter(Boolean),
      };
    });
}
