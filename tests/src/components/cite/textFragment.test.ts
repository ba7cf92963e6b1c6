import { describe, expect, test } from 'vitest';
import { textFragment } from '../../../../src/components/cite/textFragment.ts';

/** A page in which `[` and `]` stand around the passage and `^` around the number of a note. */
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
  ])('is a short passage as it stands, its words whole: %s', (page, language, fragment) => {
    expect(made(page, language)).toBe(fragment);
  });

  test('begins and ends with a word, since a browser finds no sign that the next one clings to', () => {
    expect(made('It was [“cheap”.]^ 7 ^ No more.')).toBe('text=cheap');
    expect(made('人手很少[，为五区最慢。]^ 12 ^市政府', 'zh')).toBe('text=为五区最慢');
  });

  test('has the first and the last words of a long passage, and leaves out the number of a note', () => {
    expect(
      made('So [one two three four five six seven.^ 8 ^ Eight nine ten eleven twelve thirteen] end.'),
    ).toBe('text=one two three four,ten eleven twelve thirteen');
    expect(made('[One two.^ 3 ^ Four] five')).toBe('text=One two,Four');
  });

  test('goes from one run of the page to another', () => {
    expect(made('Too [few providers\nA survey of the five districts\nput Shunde] ahead')).toBe(
      'text=few providers,put Shunde',
    );
  });

  test('takes words before it, in whatever case it stands elsewhere, and after it where those do not help', () => {
    expect(made('Budget revenue grew. Their own [budget revenue] fell.')).toBe('text=own-,budget revenue');
    expect(made('The sum paid, the sum due, [the sum] lost')).toBe('text=due,-,the sum');
    expect(made('[Shunde] leads\nShunde lags')).toBe('text=Shunde,-leads');
  });

  test('takes the end of the run before where it begins its own', () => {
    expect(made('Problems\nReview by the city\n[Problems]\nToo little law')).toBe('text=city-,Problems');
  });

  test('is content to come first where a table of contents says the same again', () => {
    expect(made('Two sources disagree.\nWhen [sources disagree]\n#\nWhen sources disagree')).toBe(
      'text=When-,sources disagree',
    );
  });

  test('takes the number of a note only where nothing else tells the passage apart', () => {
    expect(made('Yes.^ 4 ^ [No one] knows. No one says.')).toBe('text=No one,-knows');
    expect(made('A.^ 4 ^ [No one]^ 6 ^ says.^ 5 ^ No one')).toBe('text=4-,No one');
  });

  test('has as much of its end as stands nowhere between', () => {
    expect(
      made('[It began with a small fair of the year and it ended with a large fair of the year], he said'),
    ).toBe('text=It began with a,large fair of the year');
  });

  test('has more of its start where that stands elsewhere', () => {
    expect(
      made(
        'It began with a bus. [It began with a small fair, and then came the towns with their plans too].',
      ),
    ).toBe('text=It began with a small,with their plans too');
  });

  test('writes a hyphen and a comma so that they mean nothing else', () => {
    const words = new Intl.Segmenter('en', { granularity: 'word' });
    expect(textFragment({ text: 'well-to-do, old', start: 0, end: 15, notes: [] }, words)).toBe(
      'text=well%2Dto%2Ddo%2C%20old',
    );
  });

  test('is nothing where no word is, and where the same stands before in the same words', () => {
    expect(made('a [.] b')).toBe('');
    expect(made('To cite\nand\n#\nTo [cite]\n#')).toBe('');
  });
});
