/**
 * The value below which a share of the values lies, between two values on a straight line: 0 is the least, 0.5 the median, 1 the largest.
 * @throws RangeError where there is no value
 */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) throw new RangeError('no values, of which none has a quantile');
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const below = sorted[Math.floor(at)]!;
  return below + (sorted[Math.ceil(at)]! - below) * (at - Math.floor(at));
}
