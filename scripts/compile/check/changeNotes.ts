import type { Change } from '../../../src/model/changes.ts';
import type { Dataset } from '../../../src/model/dataset.ts';
import { RELEASE_DATE } from '../../../src/model/site.ts';
import type { Fault } from '../../lib/fault.ts';

/** Faults of a CHANGES.md: its newest version is another one than the dataset's, or a version has no day. */
export function changesFaults(dataset: Dataset, versions: Change[]): Fault[] {
  const file = `data/${dataset.id}/CHANGES.md`;
  const newest = versions[0]?.version;
  if (newest !== dataset.version)
    return [
      {
        file,
        what: newest
          ? `begins with version ${newest}, but dataset.yaml says ${dataset.version}`
          : 'names no version',
        right: `begin it with "## ${dataset.version} — ${RELEASE_DATE}"`,
      },
    ];
  return versions
    .filter(({ date }) => !isDay(date))
    .map(({ version, date }) => ({
      file,
      column: version,
      value: date || undefined,
      what: date ? 'is not a day' : 'has no day',
      right: `write "## ${version} — ${RELEASE_DATE}", the day of the version`,
    }));
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);
