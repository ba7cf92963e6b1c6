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
  contracts?: { awardID: string; period?: Period }[];
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

/**
 * The releases in a value: a release package, releases alone as in a file of one release a line, or several packages; none where it is something
 * else.
 */
export function releasesIn(value: unknown): Release[] | undefined {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  const releases = all.flatMap((one) => (isReleasePackage(one) ? one.releases : isRelease(one) ? [one] : []));
  const isWhole = all.every((one) => isReleasePackage(one) || isRelease(one));
  return isWhole && releases.length > 0 ? releases : undefined;
}

const isRelease = (value: unknown): value is Release =>
  typeof value === 'object' &&
  value !== null &&
  typeof (value as Release).ocid === 'string' &&
  Array.isArray((value as Release).tag);
