/** Signs and words that publishers print and CLDR does not have, with their codes of ISO 4217. To be edited. */
const PRINTED: Readonly<Record<string, readonly string[]>> = {
  RMB: ['CNY'],
  人民币: ['CNY'],
  人民幣: ['CNY'],
  円: ['JPY'],
  圓: ['JPY', 'TWD', 'HKD'],
  원: ['KRW'],
  US$: ['USD'],
  S$: ['SGD'],
  C$: ['CAD', 'NIO'],
  U$S: ['USD'],
  Euro: ['EUR'],
  EURO: ['EUR'],
  euro: ['EUR'],
  euros: ['EUR'],
  Fr: ['CHF'],
  SFr: ['CHF'],
  KČ: ['CZK'],
  'S/': ['PEN'],
  TL: ['TRY'],
  руб: ['RUB'],
  грн: ['UAH'],
};

/** What a file may have beside a number that is no currency: thousands, quarters, rooms and the like. */
const NOT_SIGNS = /^(?:[A-Za-z]|KM|CF|FG|RM|Ar|Db)$/;

/** Signs and codes → the codes they can stand for. */
type Signs = Map<string, Set<string>>;

const codes = new Set(Intl.supportedValuesOf('currency'));
let everywhere: Signs | undefined;
let atHome: Signs | undefined;

/**
 * The codes of ISO 4217 that a printed sign, code or word can stand for, or `null` where it is none. Signs are those of Unicode CLDR, in English and in
 * the language of the currency's own country.
 * @example `"$"` → `["USD", "CAD", …]`; `"zł"` → `["PLN"]`; `"K"` → `null`, which is as often a thousand
 */
export function codesOfCurrency(printed: string): readonly string[] | null {
  const sign = printed.trim();
  const known = found.get(sign);
  if (known !== undefined) return known;
  const made = look(sign);
  if (found.size < MOST_KEPT) found.set(sign, made);
  return made;
}

/** Texts that were looked up. */
const found = new Map<string, readonly string[] | null>();
const MOST_KEPT = 5_000;

function look(sign: string): readonly string[] | null {
  if (codes.has(sign)) return [sign];
  const bare = sign.replace(/\.$/, '');
  const printed = PRINTED[bare];
  if (printed !== undefined) return printed;
  if (codes.has(bare.toUpperCase()) && /^(?:cny|rmb|gbp|usd|hkd|jpy|eur)$/i.test(bare))
    return [bare.toUpperCase()];
  if (bare === '' || NOT_SIGNS.test(bare) || /^[a-z]{4,}|\p{Script=Han}/iu.test(bare)) return null;
  everywhere ??= signsIn(() => ['en']);
  const english = everywhere.get(sign) ?? everywhere.get(bare);
  if (english !== undefined) return [...english];
  // Only a text that is short, and no plain word, is worth the signs of a hundred languages.
  if (sign.length > LONGEST_SIGN) return null;
  atHome ??= signsIn((code) => [new Intl.Locale(`und-${code.slice(0, 2)}`).maximize().toString()]);
  const local = atHome.get(sign) ?? atHome.get(bare) ?? atHome.get(`${bare}.`);
  return local === undefined ? null : [...local];
}

const LONGEST_SIGN = 5;

/** The signs of every currency in the languages given for it. */
function signsIn(languagesOf: (code: string) => string[]): Signs {
  const signs: Signs = new Map();
  for (const code of codes)
    for (const language of languagesOf(code))
      for (const currencyDisplay of ['symbol', 'narrowSymbol'] as const) {
        const sign = new Intl.NumberFormat(language, { style: 'currency', currency: code, currencyDisplay })
          .formatToParts(1)
          .find(({ type }) => type === 'currency')!
          .value.normalize('NFKC');
        if (sign === code) continue;
        let of = signs.get(sign);
        if (!of) signs.set(sign, (of = new Set()));
        of.add(code);
      }
  return signs;
}
