/**
 * The part of an address by which a browser finds a passage and marks it. A browser looks for its words as whole words in one run of text
 * after the other, in whatever case, and takes the first it comes upon; so they are chosen until it comes upon none before the passage.
 * @see https://wicg.github.io/scroll-to-text-fragment/
 */

/** A page as a browser looks through it, and a passage in it. */
export interface PagePassage {
  /** The words of the page, each run of them (a paragraph, a cell) in a line of its own. */
  text: string;
  start: number;
  end: number;
  /** Where numbers of notes stand: they change, and are taken in only where nothing else tells a passage apart. */
  notes: readonly (readonly [from: number, to: number])[];
}

/** Up to `whole` words a passage stands in the address as it is; a longer one by `edge` words or more at its start and end. */
const WORDS = { whole: 12, edge: 4, longestEdge: 12, around: 8 };

interface Word {
  from: number;
  to: number;
  /** A number of a note, or one that a number of the text is run together with. */
  note: boolean;
}

/** `text=` and what follows; nothing where the passage has no word, or nothing tells it apart. */
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

/** The passage itself, with as few words before it and after it as tell it apart. */
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

/** Looks words up in a page. */
class PageWords {
  readonly #text: string;
  readonly #folded: string;
  readonly #notes: PagePassage['notes'];
  readonly #words: Intl.Segmenter;

  constructor({ text, notes }: PagePassage, words: Intl.Segmenter) {
    this.#text = text;
    // Letter by character, so that places stay the same.
    this.#folded = [...text.replaceAll('\n', ' ')]
      .map((character) =>
        character.toLowerCase().length === character.length ? character.toLowerCase() : character,
      )
      .join('');
    this.#notes = notes;
    this.#words = words;
  }

  /** The words between two places, those whole which a place cuts. */
  within(start: number, end: number): Word[] {
    const first = this.#text.lastIndexOf('\n', start - 1) + 1;
    const next = this.#text.indexOf('\n', end);
    return this.#segments(first, next < 0 ? this.#text.length : next).filter(
      ({ from, to }) => from < end && to > start,
    );
  }

  /** Where a term may begin that ends at a place: one word before it, two words … in the run, or in the run before where it begins one. */
  before(from: number): number[] {
    const upTo = this.#text.slice(0, from).trimEnd().length;
    const words = this.#segments(this.#text.lastIndexOf('\n', upTo - 1) + 1, upTo).reverse();
    return words.slice(0, WORDS.around).map((word) => word.from);
  }

  /** Where a term may end that begins at a place. */
  after(to: number): number[] {
    const rest = this.#text.slice(to);
    const since = to + rest.length - rest.trimStart().length;
    const end = this.#text.indexOf('\n', since);
    const words = this.#segments(since, end < 0 ? this.#text.length : end);
    return words.slice(0, WORDS.around).map((word) => word.to);
  }

  /** Whether words stand in one run, without the number of a note among them. */
  isPlain(from: number, to: number): boolean {
    return !this.#text.slice(from, to).includes('\n') && !this.hasNote(from, to);
  }

  /** Whether the number of a note stands between two places. */
  hasNote(from: number, to: number): boolean {
    return this.#notes.some(([begin, end]) => begin < to && end > from);
  }

  /** Whether the words between two places stand nowhere else. */
  isAlone(from: number, to: number): boolean {
    const words = this.#folded.slice(from, to);
    return this.#folded.indexOf(words) === from && this.#folded.indexOf(words, from + 1) < 0;
  }

  /** Whether the words between two places stand nowhere between them and a place before. */
  isNext(from: number, to: number, since: number): boolean {
    return this.#folded.indexOf(this.#folded.slice(from, to), since) === from;
  }

  /** Words as they stand in an address; a hyphen has a meaning of its own there. */
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
