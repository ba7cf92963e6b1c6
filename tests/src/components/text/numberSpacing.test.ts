import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { numberWords } from '../../../../src/components/text/numberWords.ts';
import { formatRatio } from '../../../../src/i18n/format.ts';
import { number } from '../../../../src/model/row.ts';
import { findRow } from '../../../../src/published/lookup.ts';

const NUMBER = /(?<=([^\n]))<(Num|Ratio)\s([^>]*?)\/>(?=([^\n]))/gu;
const HAN = /\p{Script=Han}/u;
const LATIN = /[A-Za-z0-9%]/;

/** The output of a `<Num>` or `<Ratio>` in a Chinese text. */
function wordsOf(component: string, attributes: string): string {
  const given = Object.fromEntries(
    [...attributes.matchAll(/(\w+)=["{]([^"}]*)["}]/g)].map(([, name, value]) => [name!, value!]),
  );
  if (component === 'Num')
    return numberWords(findRow(given['id']!), 'zh', {
      ...(given['field'] ? { field: given['field'] } : {}),
      bare: /\bbare\b/.test(attributes),
    });
  const [over, under] = [given['a']!, given['b']!].map((id) => {
    const { row } = findRow(id);
    return number(row, 'value' in row ? 'value' : 'amount')!;
  });
  return formatRatio(over! / under!, Number(given['digits'] ?? 1), 'zh');
}

/** By convention 汉字 and digits are separated by a space; whether a number ends in a digit or in 万 depends on its row. */
test.each(globSync('content/**/zh.mdx'))('numbers of %s are spaced as they print', (file) => {
  const faults = [...readFileSync(file, 'utf8').matchAll(NUMBER)].flatMap(
    ([, before, component, attributes, after]) => {
      const words = wordsOf(component!, attributes!);
      const joined =
        (HAN.test(before!) && LATIN.test(words[0]!)) || (HAN.test(after!) && LATIN.test(words.at(-1)!));
      return joined ? [`${before}${words}${after}: put a space between`] : [];
    },
  );
  expect(faults).toEqual([]);
});
