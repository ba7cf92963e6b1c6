import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { mask, MASK } from '../../scripts/ingest/names/personal.ts';
import { maskPayee } from '../../scripts/ingest/names/privatePayee.ts';
import { fuzz } from './fuzz.ts';
import { broken } from './hostile.ts';

const digits = (count: number): fc.Arbitrary<string> =>
  fc.array(fc.nat({ max: 9 }), { minLength: count, maxLength: count }).map((some) => some.join(''));
const two = (least: number, most: number): fc.Arbitrary<string> =>
  fc.integer({ min: least, max: most }).map((n) => String(n).padStart(2, '0'));
const joined = (...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((some) => some.join(''));
const gap = fc.constantFrom('', ' ', '-');

/** Numbers and addresses of persons, all invented. */
const PLANTED = {
  mobile: joined(
    fc.constantFrom('+86 ', '86-', '+86', '电话', 'mobile '),
    fc.constant('1'),
    two(30, 99),
    gap,
    digits(4),
    gap,
    digits(4),
  ),
  'landline in China': joined(
    fc.constant('0'),
    fc.constantFrom('757', '20', '10', '769'),
    fc.constantFrom('-', ' ', '－'),
    fc.integer({ min: 2, max: 8 }).map(String),
    digits(7),
  ),
  'number in Britain': joined(
    fc.constantFrom('020 ', 'call 020'),
    fc.constant('7'),
    digits(3),
    fc.constantFrom(' ', ''),
    digits(4),
  ),
  'number in Japan': joined(fc.constantFrom('03-', '06-'), digits(4), fc.constant('-'), digits(4)),
  'identity number': joined(
    fc.integer({ min: 110000, max: 659000 }).map(String),
    fc.constantFrom('19', '20'),
    digits(2),
    two(1, 12),
    two(1, 28),
    digits(3),
    fc.constantFrom('0', '7', 'X', 'x'),
  ),
  'e-mail': joined(
    fc.stringMatching(/^[a-z0-9][a-z0-9._+-]{3,12}$/),
    fc.constantFrom('@', '＠'),
    fc.stringMatching(/^[a-z0-9-]{2,8}$/),
    fc.constantFrom('.com', '.gov.cn', '.co.uk'),
  ),
};

/** Full-width digits, as Chinese and Japanese files have them. */
const fullwidth = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** Surrounding text: anything that does not extend the number, as a digit or a decimal point would. */
const before = fc
  .oneof(
    broken,
    fc.constantFrom('Tel.', 'phone', 'mobile:', '电话', '（', 'ID', 'call me: ', 'fax/', 'face', 'x-'),
  )
  .filter((text) => !/[\d０-９](?:[.\-－ +]|\+?86[- ]?)*$|[\d０-９]$/.test(text));
const behind = fc
  .oneof(broken, fc.constantFrom('.', '。', ')', 'ext', 'and', '转', ', 5', 'a'))
  .filter((text) => !/^(?:[.\-－ ]*)[\d０-９]/.test(text));

describe('personal data in a text', () => {
  for (const [kind, planted] of Object.entries(PLANTED))
    fuzz(
      `personal: a planted ${kind} survives in no surroundings`,
      fc.tuple(before, planted, behind, fc.boolean()),
      ([left, one, right, wide]) => {
        const text = left + (wide && kind !== 'e-mail' ? fullwidth(one) : one) + right;
        const safe = mask(text).text.normalize('NFKC');
        const core =
          kind === 'e-mail' ? one.normalize('NFKC').split('@')[1]! : one.normalize('NFKC').slice(-8);
        expect(mask(text).text).toContain(MASK);
        expect(safe).not.toContain(core);
      },
    );

  fuzz(
    'personal: a bare number without a word beside it, or under a heading of amounts, is no telephone number',
    joined(fc.constantFrom('13', '18', '19'), digits(9)),
    (number) => {
      for (const text of [number, `Udruga (${number})`, `-${number}`]) expect(mask(text).text).toBe(text);
      expect(mask(number, undefined, '电话费金额').text).toBe(number);
      expect(mask(number, undefined, 'Mobile').text).toBe(MASK);
    },
  );

  fuzz('personal: masking a masked text changes nothing more', broken, (text) => {
    const once = mask(text).text;
    expect(mask(once).text).toBe(once);
  });

  fuzz('personal: masking a masked payee changes nothing more', broken, (name) => {
    const once = maskPayee(name).text;
    expect(maskPayee(once).text).toBe(once);
  });

  fuzz(
    'personal: a long run of one character is fast',
    fc.tuple(
      fc.constantFrom('a', '.', '-', '0', '1', ' ', '@', 'a.', 'Mr ', '电话', '联系人:', '+86', '1 3', 'A. '),
      fc.integer({ min: 1, max: 20_000 }),
    ),
    ([character, times]) => {
      const start = performance.now();
      mask(character.repeat(times));
      maskPayee(character.repeat(times));
      expect(performance.now() - start).toBeLessThan(500);
    },
    0.01,
  );
});
