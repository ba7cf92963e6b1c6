import { CHARACTERS } from './characters.ts';
import { isAmount, type Rule } from './rule.ts';

const SCALES: Record<string, number> = {
  '': 1,
  百: 1e2,
  千: 1e3,
  万: 1e4,
  萬: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  億: 1e8,
  万亿: 1e12,
  천: 1e3,
  만: 1e4,
  백만: 1e6,
  천만: 1e7,
  억: 1e8,
};
const SCALED =
  /^(-?)([\d,]*\.?\d+)\s*(万亿|十万|百万|千万|백만|천만|[百千万萬亿億천만억])?\s*(元|圆|圓|円|块|원)?\s*(整|正)?$/;

/**
 * An amount with 万, 亿 or 元, or their Korean forms, after its digits, converted to plain units without floating-point noise.
 * @example `"3.5万元"` → `"35000"`; `"1.6亿"` → `"160000000"`; `"800元整"` → `"800"`
 */
export const scale: Rule = {
  name: 'chinese-scale',
  title: { en: '万, 亿 and 元 multiplied out', zh: '万、亿、元换算' },
  appliesTo: isAmount,
  needs: CHARACTERS.han | CHARACTERS.other,
  clean(value) {
    const [, minus, digits, power, unit] = SCALED.exec(value) ?? [];
    if (digits === undefined || (!power && !unit)) return value;
    if (digits.includes(',') && !/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(digits)) return value;
    const plain = Number((Number(digits.replaceAll(',', '')) * SCALES[power ?? '']!).toPrecision(15));
    return Number.isFinite(plain) && Math.abs(plain) < 1e21 ? `${minus}${plain}` : value;
  },
};
