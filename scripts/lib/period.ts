/** A period in OCDS: start and end, either of which may be missing. */
export interface Period {
  startDate?: string;
  endDate?: string;
}

/** From the first second of one date to the last of another: `2014` is from January to December. An open end is left out. */
export function spanOf(start: string, end: string): Period {
  const first = `${start}-01-01`.slice(0, 10);
  return {
    ...(start === '' ? {} : { startDate: `${first}T00:00:00Z` }),
    ...(end === '' ? {} : { endDate: `${lastDay(end)}T23:59:59Z` }),
  };
}

/** The last day of a year or month; a day is returned unchanged. */
function lastDay(date: string): string {
  if (date.length === 10) return date;
  const [year, month = 12] = date.split('-').map(Number);
  return new Date(Date.UTC(year!, month, 0)).toISOString().slice(0, 10);
}

/** A period as a date where it is exactly a year, a month or a day. */
export function periodDate(period: Period | undefined): string | null {
  const [start, end] = [period?.startDate?.slice(0, 10), period?.endDate?.slice(0, 10)];
  if (start === undefined) return null;
  for (const length of [4, 7]) {
    const part = start.slice(0, length);
    const span = spanOf(part, part);
    if (span.startDate?.slice(0, 10) === start && span.endDate?.slice(0, 10) === end) return part;
  }
  return start;
}

/** `start/end`, each a year where it is the first or last day of one; both months where they are the first and the last day of some. */
export function periodOf(period: Period | undefined): string | null {
  if (!period) return null;
  const [start = '', end = ''] = [period.startDate?.slice(0, 10), period.endDate?.slice(0, 10)];
  const [isYear, untilYear] = [start.endsWith('-01-01'), end.endsWith('-12-31')];
  if (!(isYear && untilYear) && start.endsWith('-01') && end !== '' && end === lastDay(end.slice(0, 7)))
    return `${start.slice(0, 7)}/${end.slice(0, 7)}`;
  return `${isYear ? start.slice(0, 4) : start}/${untilYear ? end.slice(0, 4) : end}`;
}
