/** In which order a column writes day and month, where the year is last. */
export type DayOrder = 'day-first' | 'month-first' | 'unclear';

const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/;
const YEAR_FIRST =
  /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?)?)?(?:年|月)?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$/;

/** Decides from all cells of a column: one cell whose first number is above twelve settles it. */
export function dayOrder(cells: string[]): DayOrder {
  const pairs = cells.map((cell) => SLASHED.exec(cell.trim())).filter((match) => match !== null);
  const dayFirst = pairs.some(([, a]) => Number(a) > 12);
  const monthFirst = pairs.some(([, , b]) => Number(b) > 12);
  return dayFirst === monthFirst ? 'unclear' : dayFirst ? 'day-first' : 'month-first';
}

/** A date as ISO 8601, as exact as it is, or `null` where the text is none or the order of day and month is unclear. */
export function readDate(text: string, order: DayOrder): string | null {
  const value = text.normalize('NFKC').trim();
  const pad = (part: string): string => part.padStart(2, '0');
  const plain = YEAR_FIRST.exec(value);
  if (plain)
    return [plain[1]!, plain[2], plain[3]]
      .filter((part) => part !== undefined)
      .map(pad)
      .join('-');
  const slashed = SLASHED.exec(value);
  if (!slashed || order === 'unclear') return null;
  const [, a, b, year] = slashed;
  const [day, month] = order === 'day-first' ? [a!, b!] : [b!, a!];
  return Number(month) > 12 ? null : `${year}-${pad(month)}-${pad(day)}`;
}
