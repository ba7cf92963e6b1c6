/** An ISO date of the given parts, or `null` where the calendar has no such day. */
export function isoDate(year: number, month?: number, day?: number): string | null {
  if (!Number.isInteger(year) || year < 1000 || year > 9999) return null;
  const pad = (part: number): string => String(part).padStart(2, '0');
  if (month === undefined) return String(year);
  if (!Number.isInteger(month) || month < 1 || month > 12) return null;
  if (day === undefined) return `${year}-${pad(month)}`;
  if (!Number.isInteger(day) || day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  return `${year}-${pad(month)}-${pad(day)}`;
}

/** The same, from the groups of a pattern. */
export const isoOf = (year?: string, month?: string, day?: string): string | null =>
  isoDate(
    Number(year),
    month === undefined ? undefined : Number(month),
    day === undefined ? undefined : Number(day),
  );

/** Whether a text is a valid partial ISO date. */
export function isIsoDate(text: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  return match !== null && isoOf(match[1], match[2], match[3]) === text;
}
