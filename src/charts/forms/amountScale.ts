import type { Control, View } from '../../model/chart.ts';
import type { Bilingual } from '../../model/language.ts';

const SCALE = 'scale';
const LINEAR = 'linear';

/** The choice of the scale of amounts that span more than two orders of magnitude; only for dots and lines, since bars need zero. */
export const SCALE_CONTROL: Control = {
  id: SCALE,
  label: { en: 'Scale', zh: '刻度' },
  options: [
    { id: 'log', label: { en: 'logarithmic', zh: '对数刻度' } },
    { id: LINEAR, label: { en: 'linear', zh: '线性刻度' } },
  ],
};

const WORDS = {
  log: { en: 'logarithmic scale', zh: '对数刻度' },
  linear: { en: 'linear scale', zh: '线性刻度' },
} satisfies Record<string, Bilingual>;

export const isLinear = (controls: View['controls']): boolean => controls[SCALE] === LINEAR;

/** The scale of a view in words, as in its subtitle. */
export const scaleWords = (controls: View['controls']): Bilingual =>
  isLinear(controls) ? WORDS.linear : WORDS.log;

/** The words of a scale that a reader chose; `undefined` where the view has that of the chart. */
export const chosenScale = (controls: View['controls']): Bilingual | undefined =>
  SCALE in controls ? scaleWords(controls) : undefined;

interface AmountScale {
  type: 'log' | 'linear';
  domain: [least: number, most: number];
  ticks: number[];
}

/** Space around the values of a logarithmic scale. */
const FACTOR = 1.5;

/**
 * The scale of an axis of positive amounts, as chosen: logarithmic around the values, or linear from zero.
 * @param most how many labels the axis has room for, at least two
 */
export function amountScale(
  values: readonly number[],
  controls: View['controls'],
  most: number,
): AmountScale {
  const largest = values.length > 0 ? Math.max(...values) : 1;
  if (isLinear(controls)) return { type: 'linear', domain: [0, largest], ticks: linearTicks(largest, most) };
  const domain: [number, number] = [Math.min(largest, ...values) / FACTOR, largest * FACTOR];
  return { type: 'log', domain, ticks: logTicks(domain, most) };
}

/** The steps between powers of ten, from few to many. The last has two values in every range that spans a factor of 2.25. */
const STEPS = [[1], [1, 2, 5], [1, 1.5, 2, 3, 4, 5, 6, 7, 8, 9]];

/** The labelled values of a logarithmic axis: powers of ten where it spans several, else values between them; at least two, at most `most`. */
export function logTicks([least, end]: readonly [number, number], most: number): number[] {
  const exponents = range(Math.floor(Math.log10(least)), Math.ceil(Math.log10(end)));
  const [found = []] = STEPS.map((steps) =>
    exponents
      .flatMap((exponent) => steps.map((step) => Number(`${step}e${exponent}`)))
      .filter((value) => value >= least && value <= end),
  ).filter((values) => values.length > 1);
  const every = Math.ceil(found.length / most);
  return found.filter((_value, at) => at % every === 0);
}

/** The labelled values of an axis from zero: multiples of 1, 2 or 5 times a power of ten; at least two, at most `most`. */
function linearTicks(end: number, most: number): number[] {
  const exponent = Math.floor(Math.log10(end));
  const steps = range(exponent - 1, exponent).flatMap((power) =>
    [1, 2, 5].map((times) => Number(`${times}e${power}`)),
  );
  const leading = Number(`${Math.floor(end / 10 ** exponent)}e${exponent}`);
  const step = steps.find((one) => one <= end && Math.floor(end / one) < most) ?? leading;
  return range(0, Math.floor(end / step)).map((at) => at * step);
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_value, at) => from + at);
