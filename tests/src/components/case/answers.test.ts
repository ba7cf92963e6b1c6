import { expect, test } from 'vitest';
import {
  answerParts,
  answersOf,
  isAnswered,
  isShortNote,
  notedIn,
  shortNotesLast,
} from '../../../../src/components/case/answers.ts';
import { text } from '../../../../src/model/row.ts';
import { findSourceOf } from '../../../../src/published/lookup.ts';

const answer = (figures: string, en: string, zh = '') => ({
  id: 'an-x-price',
  figures,
  answer_en: en,
  answer_zh: zh,
});

test('a sentence is cut at its numbers, each with the row it is of, and stays whole', () => {
  const row = answer(
    'gf-nh-2017-projects gf-nh-2017-core-cny',
    'In 2017, 441 projects, CNY 67.97 million of it.',
    '2017年441个项目，共6797万元。',
  );
  expect(answerParts(row, 'en')).toEqual([
    { words: 'In 2017, ' },
    { words: '441 projects', figure: 'gf-nh-2017-projects' },
    { words: ', ' },
    { words: 'CNY 67.97 million', figure: 'gf-nh-2017-core-cny' },
    { words: ' of it.' },
  ]);
  expect(answerParts(row, 'zh').map(({ words }) => words)).toEqual([
    '2017年',
    '441个项目',
    '，共',
    '6797万元',
    '。',
  ]);
});

test('a number may stand without its unit or its precision, but not inside another number', () => {
  const parts = (sentence: string) => answerParts(answer('gf-nh-2011-agencies', sentence), 'en');
  expect(parts('There were 4 in 2011.')[1]).toEqual({ words: '4', figure: 'gf-nh-2011-agencies' });
  expect(parts('In 2014, 4 of them.')[1]!.words).toBe('4');
  for (const sentence of ['In 2014.', 'With 4.5 of them.', 'With 44 of them.'])
    expect(() => parts(sentence)).toThrow('does not have the number of gf-nh-2011-agencies: ');
});

test('a figure that the sentence lacks is named with what it should say', () => {
  expect(() => answerParts(answer('gf-nh-2017-projects', 'Many projects.'), 'en')).toThrow(
    'the answer an-x-price (en) does not have the number of gf-nh-2017-projects: 441 projects',
  );
});

test('each source of an answer has one note, that of a row where one is from it', () => {
  for (const row of answersOf('nanhai').filter(isAnswered)) {
    const sources = notedIn(row).map((id) => text(findSourceOf(id).source, 'id'));
    expect(sources).toEqual(text(row, 'source_id').split(' '));
  }
  expect(notedIn({ source_id: 'gf-lian-2021', facts: '', figures: '' })).toEqual(['gf-lian-2021']);
});

test('a case with fewer than three answers is a short note, and stands after the others', () => {
  const answers = (...found: string[]) =>
    ['what', 'from-whom', 'how', 'price', 'result'].map((question) => ({
      question,
      status: found.includes(question) ? 'partly' : 'not-found',
    }));
  const of = {
    few: answers('what', 'how'),
    enough: answers('what', 'how', 'price'),
    more: answers('what', 'from-whom', 'how', 'price'),
  };
  expect(isShortNote(of.few)).toBe(true);
  expect(isShortNote(of.enough)).toBe(false);
  const cases = ['few', 'more', 'enough'].map((place) => ({ data: { place } }));
  expect(
    shortNotesLast(cases, (place) => of[place as keyof typeof of]).map(({ data }) => data.place),
  ).toEqual(['more', 'enough', 'few']);
});
