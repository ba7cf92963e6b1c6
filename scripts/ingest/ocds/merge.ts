import type { Release } from './release.ts';

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Lists that a later release replaces, by the schema of OCDS 1.1. */
const WHOLE_LISTS = new Set(['additionalIdentifiers', 'additionalClassifications']);

/**
 * The state of each contracting process: its releases merged in the order of their dates, as the standard says. A later value replaces an earlier one,
 * `null` removes it; objects of a list are merged by `id`, those without one are all kept; other lists are replaced.
 * A release that is compiled already, and alone, stays as it is.
 * @see https://standard.open-contracting.org/1.1/en/schema/merging/
 */
export function mergedReleases(releases: readonly Release[]): Release[] {
  const byProcess = new Map<string, Release[]>();
  for (const release of releases) {
    const same = byProcess.get(release.ocid);
    if (same) same.push(release);
    else byProcess.set(release.ocid, [release]);
  }
  return [...byProcess.values()].map((of) =>
    of.length === 1
      ? of[0]!
      : (of
          .map((release, order) => ({ release, order }))
          .sort((a, b) => compared(dateOf(a.release), dateOf(b.release)) || a.order - b.order)
          .reduce<Json>(
            (merged, { release }) => mergeObject(merged, release as unknown as Json),
            {},
          ) as unknown as Release),
  );
}

const dateOf = ({ date }: Release): string => (typeof date === 'string' ? date : '');
const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function mergeObject(before: Json, after: Json): Json {
  const merged: Json = { ...before };
  for (const [key, value] of Object.entries(after)) {
    if (value === null) delete merged[key];
    else merged[key] = mergeValue(key, merged[key], value);
  }
  return merged;
}

function mergeValue(key: string, before: unknown, after: unknown): unknown {
  if (isObject(after)) return mergeObject(isObject(before) ? before : {}, after);
  if (!Array.isArray(after) || !after.some(isObject) || WHOLE_LISTS.has(key)) return after;
  const list: unknown[] = Array.isArray(before) ? [...before] : [];
  for (const one of after) {
    const id = isObject(one) ? one['id'] : undefined;
    const at = id === undefined ? -1 : list.findIndex((other) => isObject(other) && other['id'] === id);
    if (at < 0) list.push(isObject(one) ? mergeObject({}, one) : one);
    else list[at] = mergeObject(list[at] as Json, one as Json);
  }
  return list;
}
