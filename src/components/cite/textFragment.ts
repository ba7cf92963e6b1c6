/**
 * The text fragment by which a browser finds a passage and highlights it. A browser searches for its words as whole words, one run of text
 * after the other, ignoring case, and takes the first match; so words are added until there is no match before the passage.
 * @see https://wicg.github.io/scroll-to-text-fragment/
 */

/** A page as a browser searches it, and a passage in it. */
export interface PagePassage {
  /** The words of the page, each run of them (a paragraph, a cell) on its own line. */
  text: string;
  start: number;
  end: number;
  /** The positions of note numbers: they change, and are used only where nothing else makes a passage unique. */
  notes: readonly (readonly [from: number, to: number])[];
}

/** A passage of up to `whole` words is written in full; a longer one by at least `edge` words of its start and end. */
const WORDS = { whole: 12, edge: 4, longestEdge: 12, around: 8 };

interface Word {
  from: number;
  to: number;
  /** Whether the word is a note number, or a number of the text run together with one. */
  note: boolean;
}

/** The directive `text=…`; `undefined` where the passage has no word or cannot be made unique. */
export function textFragment(passage: PagePassage, words: Intl.Segmenter): string {
  const page = new PageWords(passage, words);
  const held = page.within(passage.start, passage.end);
  const own = held.filter((word) => !word.note);
  const taken = own.length > 0 ? own : held;
  const first = taken[0];
  const last = taken.at(-1);
  if (!first || !last) return '';
  const whole = own.length === 0 || (taken.length <= WORDS.whole && page.isPlain(first.from, last.to));
  const terms = whole ? wholeTerms(page, first.from, last.to) : edgeTerms(page, taken);
  return terms.length > 0 ? `text=${terms.join(',')}` : '';
}

/** The whole passage, with as few words before and after it as make it unique. */
function wholeTerms(page: PageWords, from: number, to: number): string[] {
  const frames = [from, ...page.before(from)]
    .flatMap((begin, back) =>
      [to, ...page.after(to)].map((finish, on) => ({ begin, finish, words: back + 1.01 * on })),
    )
    .sort((a, b) => cost(a) - cost(b));
  function cost({ begin, finish, words }: (typeof frames)[number]): number {
    return words + (page.hasNote(begin, from) || page.hasNote(to, finish) ? 2 * WORDS.around : 0);
  }
  const frame =
    frames.find((frame) => page.isAlone(frame.begin, frame.finish)) ??
    frames.find((frame) => page.isNext(frame.begin, frame.finish, 0));
  if (!frame) return [];
  const { begin, finish } = frame;
  return [
    ...(begin < from ? [`${page.encoded(begin, from)}-`] : []),
    page.encoded(from, to),
    ...(finish > to ? [`-${page.encoded(to, finish)}`] : []),
  ];
}

/** The first and the last words of the passage. */
function edgeTerms(page: PageWords, words: Word[]): string[] {
  const from = words[0]!.from;
  const to = words.at(-1)!.to;
  const heads = words.slice(0, WORDS.longestEdge).map((word) => word.to);
  const starts = heads.filter((end) => page.isPlain(from, end));
  const shortest = Math.min(WORDS.edge, starts.length);
  let begin = from;
  let head = starts.slice(shortest - 1).find((end) => page.isAlone(from, end));
  if (head === undefined) {
    head = starts[shortest - 1]!;
    const before = page.before(from);
    begin =
      before.find((at) => page.isAlone(at, head!)) ??
      before.find((at) => page.isNext(at, head!, 0)) ??
      before.at(-1) ??
      from;
  }
  const tails = words
    .filter((word) => word.from >= head)
    .slice(-WORDS.longestEdge)
    .map((word) => word.from)
    .reverse()
    .filter((at) => page.isPlain(at, to));
  const prefix = begin < from ? [`${page.encoded(begin, from)}-`] : [];
  if (tails.length === 0) return [...prefix, page.encoded(from, head)];
  const least = Math.min(WORDS.edge, tails.length);
  const tail = tails.slice(least - 1).find((at) => page.isNext(at, to, head));
  if (tail !== undefined) return [...prefix, page.encoded(from, head), page.encoded(tail, to)];
  const near = tails[least - 1]!;
  const after = page.after(to);
  const finish = after.find((end) => page.isNext(near, end, head)) ?? after.at(-1);
  const suffix = finish === undefined ? [] : [`-${page.encoded(to, finish)}`];
  return [...prefix, page.encoded(from, head), page.encoded(near, to), ...suffix];
}

/** Finds words in a page. */
class PageWords {
  readonly #text: string;
  readonly #folded: string;
  readonly #notes: PagePassage['notes'];
  readonly #words: Intl.Segmenter;

  constructor({ text, notes }: PagePassage, words: Intl.Segmenter) {
    this.#text = text;
    // Character by character, so that positions stay the same.
    this.#folded = [...text.replaceAll('\n', ' ')]
      .map((character) =>
        character.toLowerCase().length === character.length ? character.toLowerCase() : character,
      )
      .join('');
    this.#notes = notes;
    this.#words = words;
  }

  /** The words between two positions; words cut by a position are included whole. */
  within(start: number, end: number): Word[] {
    const first = this.#text.lastIndexOf('\n', start - 1) + 1;
    const next = this.#text.indexOf('\n', end);
    return this.#segments(first, next < 0 ? this.#text.length : next).filter(
      ({ from, to }) => from < end && to > start,
    );
  }

  /** The possible starts of a term that ends at a position: one word before it, two words … in the same run, or in the previous run where the position begins one. */
  before(from: number): number[] {
    const upTo = this.#text.slice(0, from).trimEnd().length;
    const words = this.#segments(this.#text.lastIndexOf('\n', upTo - 1) + 1, upTo).reverse();
    return words.slice(0, WORDS.around).map((word) => word.from);
  }

  /** The possible ends of a term that begins at a position. */
  after(to: number): number[] {
    const rest = this.#text.slice(to);
    const since = to + rest.length - rest.trimStart().length;
    const end = this.#text.indexOf('\n', since);
    const words = this.#segments(since, end < 0 ? this.#text.length : end);
    return words.slice(0, WORDS.around).map((word) => word.to);
  }

  /** Whether words are in one run, without a note number among them. */
  isPlain(from: number, to: number): boolean {
    return !this.#text.slice(from, to).includes('\n') && !this.hasNote(from, to);
  }

  /** Whether there is a note number between two positions. */
  hasNote(from: number, to: number): boolean {
    return this.#notes.some(([begin, end]) => begin < to && end > from);
  }

  /** Whether the words between two positions are unique in the page. */
  isAlone(from: number, to: number): boolean {
    const words = this.#folded.slice(from, to);
    return this.#folded.indexOf(words) === from && this.#folded.indexOf(words, from + 1) < 0;
  }

  /** Whether the words between two positions do not occur between an earlier position and them. */
  isNext(from: number, to: number, since: number): boolean {
    return this.#folded.indexOf(this.#folded.slice(from, to), since) === from;
  }

  /** Words encoded for an address; a hyphen has a special meaning there. */
  encoded(from: number, to: number): string {
    return encodeURIComponent(this.#text.slice(from, to).trim()).replaceAll('-', '%2D');
  }

  #segments(from: number, to: number): Word[] {
    return [...this.#words.segment(this.#text.slice(from, to))]
      .filter((one) => one.isWordLike)
      .map(({ index, segment }) => {
        const word = { from: from + index, to: from + index + segment.length };
        return { ...word, note: this.hasNote(word.from, word.to) };
      });
  }
}
