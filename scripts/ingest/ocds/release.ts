import { CommandError } from '../../lib/fault.ts';
import type { Period } from '../../lib/period.ts';

/** The parts of an OCDS 1.1 release that a purchase has; all others are ignored, contact points in particular. */
export interface Release {
  ocid: string;
  id: string;
  date: string;
  tag: string[];
  initiationType: 'tender';
  parties?: Organisation[];
  buyer?: Organisation;
  tender?: {
    id: string;
    title?: string;
    title_zh?: string;
    procurementMethod?: string;
    procurementMethodDetails?: string;
    additionalProcurementCategories?: string[];
    value?: Value;
    awardPeriod?: Period;
  };
  awards?: {
    id: string;
    title?: string;
    status?: string;
    date?: string;
    value?: Value;
    suppliers?: Organisation[];
    contractPeriod?: Period;
    items?: { classification?: Classification }[];
  }[];
  contracts?: Contract[];
}
/** A contract of an award. */
export interface Contract {
  id?: string;
  awardID?: string;
  title?: string;
  status?: string;
  dateSigned?: string;
  value?: Value;
  period?: Period;
}
export interface Organisation {
  id?: string;
  name?: string;
  name_zh?: string;
  roles?: string[];
  details?: { providerKind?: string; classifications?: Classification[] };
}
export interface Classification {
  scheme?: string;
  id?: string;
}
export interface Value {
  amount?: number;
  currency?: string;
}
export interface ReleasePackage {
  uri: string;
  version: string;
  publishedDate: string;
  publisher: { name: string };
  license?: string;
  releases: Release[];
}

/** Whether a value looks like a release package. */
export const isReleasePackage = (value: unknown): value is ReleasePackage =>
  typeof value === 'object' &&
  value !== null &&
  Array.isArray((value as ReleasePackage).releases) &&
  (value as ReleasePackage).releases.some((release) => typeof release?.ocid === 'string');

/** A record of a contracting process: its releases, whole or as links, and what they come to. */
interface OcdsRecord {
  ocid: string;
  compiledRelease?: Release;
  releases?: Release[];
}

/**
 * The releases in a value: release packages, record packages, releases or records alone, one or several, as in a file of one a line; none where it
 * is something else.
 * @throws CommandError where a record has only links to its releases
 */
export function releasesIn(value: unknown, file = 'the value'): Release[] | undefined {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (all.length === 0) return undefined;
  const releases: Release[] = [];
  for (const one of all) {
    if (isReleasePackage(one)) releases.push(...one.releases);
    else if (isRecordPackage(one))
      for (const record of one.records) releases.push(...releasesOfRecord(record, file));
    else if (isRecord(one)) releases.push(...releasesOfRecord(one, file));
    else if (isRelease(one)) releases.push(one);
    else return undefined;
  }
  return releases.length > 0 ? releases : undefined;
}

function releasesOfRecord({ ocid, compiledRelease, releases = [] }: OcdsRecord, file: string): Release[] {
  if (compiledRelease) return [{ ...compiledRelease, ocid: compiledRelease.ocid ?? ocid }];
  const whole = releases.filter(isRelease);
  if (whole.length === 0)
    throw new CommandError(
      `${file}: the record ${ocid} has no release, only links to them (read the file of the releases)`,
    );
  return whole;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isRecord = (value: unknown): value is OcdsRecord =>
  isObject(value) &&
  typeof value['ocid'] === 'string' &&
  (isObject(value['compiledRelease']) || Array.isArray(value['releases']));

const isRecordPackage = (value: unknown): value is { records: OcdsRecord[] } =>
  isObject(value) &&
  Array.isArray(value['records']) &&
  value['records'].length > 0 &&
  value['records'].every(isRecord);

/** Whether a value is a release; a compiled one of some publishers has no tag. */
const isRelease = (value: unknown): value is Release =>
  isObject(value) &&
  typeof value['ocid'] === 'string' &&
  (Array.isArray(value['tag']) || isObject(value['tender']) || Array.isArray(value['awards']));
