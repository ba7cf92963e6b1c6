import { describe, expect, test } from 'vitest';
import { textFragment } from '../../../../src/components/cite/textFragment.ts';

/** A page in which `[` and `]` enclose the passage and `^` encloses a note number. */
function made(marked: string, language = 'en'): string {
  let text = '';
  const edges: number[] = [];
  const marks: number[] = [];
  for (const character of marked)
    if (/[[\]]/.test(character)) edges.push(text.length);
    else if (character === '^') marks.push(text.length);
    else text += character;
  const notes = marks.flatMap((from, at) => (at % 2 === 0 ? [[from, marks[at + 1]!] as const] : []));
  const words = new Intl.Segmenter(language, { granularity: 'word' });
  return decodeURIComponent(textFragment({ text, start: edges[0]!, end: edges[1]!, notes }, words));
}

describe('a text fragment', () => {
  test.each([
    ['The district buys [care for the old].', 'en', 'text=care for the old'],
    ['The district b[uys ca]re for the old.', 'en', 'text=buys care'],
    ['高明区约从 2010 年开始[购买公共服务]，至今', 'zh', 'text=购买公共服务'],
  ])('is a short passage in full, with complete words: %s', (page, language, fragment) => {
    expect(made(page, language)).toBe(fragment);
  });

  test('begins and ends with a word, without adjacent punctuation', () => {
    expect(made('It was [“cheap”.]^ 7 ^ No more.')).toBe('text=cheap');
    expect(made('人手很少[，为五区最慢。]^ 12 ^市政府', 'zh')).toBe('text=为五区最慢');
  });

  test('has the first and the last words of a long passage, without note numbers', () => {
    expect(
      made('So [one two three four five six seven.^ 8 ^ Eight nine ten eleven twelve thirteen] end.'),
    ).toBe('text=one two three four,ten eleven twelve thirteen');
    expect(made('[One two.^ 3 ^ Four] five')).toBe('text=One two,Four');
  });

  test('can span several runs of the page', () => {
    expect(made('Too [few providers\nA survey of the five districts\nput Shunde] ahead')).toBe(
      'text=few providers,put Shunde',
    );
  });

  test('adds words before it where it is repeated in any case, and after it where those do not help', () => {
    expect(made('Budget revenue grew. Their own [budget revenue] fell.')).toBe('text=own-,budget revenue');
    expect(made('The sum paid, the sum due, [the sum] lost')).toBe('text=due,-,the sum');
    expect(made('[Shunde] leads\nShunde lags')).toBe('text=Shunde,-leads');
  });

  test('adds the end of the previous run where it begins its own', () => {
    expect(made('Problems\nReview by the city\n[Problems]\nToo little law')).toBe('text=city-,Problems');
  });

  test('need not be unique where it is the first match', () => {
    expect(made('Two sources disagree.\nWhen [sources disagree]\n#\nWhen sources disagree')).toBe(
      'text=When-,sources disagree',
    );
  });

  test('includes a note number only where nothing else makes the passage unique', () => {
    expect(made('Yes.^ 4 ^ [No one] knows. No one says.')).toBe('text=No one,-knows');
    expect(made('A.^ 4 ^ [No one]^ 6 ^ says.^ 5 ^ No one')).toBe('text=4-,No one');
  });

  test('has enough of its end to be unique within the passage', () => {
    expect(
      made('[It began with a small fair of the year and it ended with a large fair of the year], he said'),
    ).toBe('text=It began with a,large fair of the year');
  });

  test('has more of its start where that is repeated', () => {
    expect(
      made(
        'It began with a bus. [It began with a small fair, and then came the towns with their plans too].',
      ),
    ).toBe('text=It began with a small,with their plans too');
  });

  test('encodes hyphens and commas', () => {
    const words = new Intl.Segmenter('en', { granularity: 'word' });
    expect(textFragment({ text: 'well-to-do, old', start: 0, end: 15, notes: [] }, words)).toBe(
      'text=well%2Dto%2Ddo%2C%20old',
    );
  });

  test('is undefined where there is no word, or where an earlier passage is the same', () => {
    expect(made('a [.] b')).toBe('');
    expect(made('To cite\nand\n#\nTo [cite]\n#')).toBe('');
  });
});
