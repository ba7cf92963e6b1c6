import type { Language } from '../../model/language.ts';
import { text, type Row } from '../../model/row.ts';
import { findRow, findSourceOf, type Found } from '../../published/lookup.ts';
import { readRows } from '../../published/readCatalogue.ts';
import { numberWords } from '../text/numberWords.ts';

/** The five questions that every case answers, in their order. */
export const QUESTIONS = ['what', 'from-whom', 'how', 'price', 'result'] as const;

/** A place that answers fewer questions than this, wholly or in part, is a short note. */
const LEAST_ANSWERED = 3;

/** The ids in a cell, which are separated by one space. */
const idsOf = (row: Row, field: string): string[] => text(row, field).split(' ').filter(Boolean);

export const isAnswered = (row: Row): boolean => row['status'] !== 'not-found';

/** The answers of a place in the order of the questions; empty where the place has no case. */
export const answersOf = (place: string): Row[] =>
  readRows('answers')
    .filter((row) => row['place'] === place)
    .sort((a, b) => orderOf(a) - orderOf(b));

const orderOf = (row: Row): number => QUESTIONS.indexOf(text(row, 'question') as (typeof QUESTIONS)[number]);

/** Whether a case is a short note, since so few questions were answered for its place. */
export const isShortNote = (answers: readonly Row[]): boolean =>
  answers.filter(isAnswered).length < LEAST_ANSWERED;

/** Cases in the order of their list: the short notes last. */
export const shortNotesLast = <T extends { data: { place: string } }>(
  cases: readonly T[],
  answers: (place: string) => Row[] = answersOf,
): T[] => [
  ...cases.filter(({ data }) => !isShortNote(answers(data.place))),
  ...cases.filter(({ data }) => isShortNote(answers(data.place))),
];

/** A part of an answer; `figure` is the row whose number the words are. */
interface AnswerPart {
  words: string;
  figure?: string;
}

/**
 * An answer, cut at the numbers of its figures.
 * @throws Error where the number of a figure, as the site writes it or as its source prints it, is not in the sentence
 */
export function answerParts(row: Row, language: Language): AnswerPart[] {
  const sentence = text(row, `answer_${language}`);
  const found = idsOf(row, 'figures').map((figure) => {
    const words = wordsOf(findRow(figure), language);
    const match = words.map((one) => patternOf(one).exec(sentence)).find((one) => one !== null);
    if (!match)
      throw new Error(
        `the answer ${text(row, 'id')} (${language}) does not have the number of ${figure}: ${words.join(' or ')}`,
      );
    return { figure, at: match.index, words: match[0] };
  });
  const parts: AnswerPart[] = [];
  let end = 0;
  for (const { figure, at, words } of found.sort((a, b) => a.at - b.at)) {
    if (at > end) parts.push({ words: sentence.slice(end, at) });
    // Two figures of one number share its words.
    if (at >= end) parts.push({ words, figure });
    end = Math.max(end, at + words.length);
  }
  return [...parts, { words: sentence.slice(end) }].filter(({ words }) => words !== '');
}

/** How a number may be written in a sentence, the fullest first. */
function wordsOf(found: Found, language: Language): string[] {
  const plain = { ...found, row: { ...found.row, precision: 'exact' } };
  const { row } = found;
  return [
    ...[found, plain].flatMap((one) => [
      numberWords(one, language),
      numberWords(one, language, { bare: true }),
    ]),
    text(row, 'value_printed') || text(row, 'amount_printed'),
  ];
}

/** Finds a number that is not part of a longer one, with or without the spaces that the site writes in it. */
const patternOf = (words: string): RegExp =>
  new RegExp(
    `(?<![\\d.,]|\\d\\s)${words
      .trim()
      .split(/\s+/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('\\s?')}(?![.,]?\\d)`,
  );

/** What the notes of an answer are about, one a source: a fact or a figure that it rests on, else the source itself. */
export function notedIn(row: Row): string[] {
  const rows = [...idsOf(row, 'facts'), ...idsOf(row, 'figures')];
  return idsOf(row, 'source_id').map(
    (source) => rows.find((id) => text(findSourceOf(id).source, 'id') === source) ?? source,
  );
}
