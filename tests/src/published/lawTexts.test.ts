import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { LawQuestion, LawTopic } from '../../../src/model/lawGuide.ts';
import { text, type Row } from '../../../src/model/row.ts';
import {
  articlesOf,
  bindingArticles,
  DECIDING,
  decidedBy,
  findArticle,
  findText,
  isInForce,
  lawTexts,
  replacedTexts,
  textOf,
  textsAbroad,
  tierOf,
  topicArticles,
} from '../../../src/published/lawRecord.ts';
import { findSource, placesAround } from '../../../src/published/lookup.ts';
import { readRows, readTable } from '../../../src/published/readCatalogue.ts';

const list = (name: string): unknown[] =>
  parse(readFileSync(`content/law/${name}.yaml`, 'utf8')) as unknown[];
const topics = list('topics').map((topic) => LawTopic.parse(topic));
const questions = list('questions').map((question) => LawQuestion.parse(question));
const topic = (change: Partial<LawTopic>): LawTopic => ({
  id: 'payment',
  binds: ['ru-x-sme-09'],
  abroad: [],
  ...change,
});

describe('the rank of a text', () => {
  test.each([
    ['cn-p-gpl-2014', 'law'],
    ['cn-p-gpr-2015', 'regulation'],
    ['cn-p-m-102-2020', 'order'],
    ['cn-p-guide-96', 'document'],
    ['ru-p-22-2021', 'document'],
    ['law-p-gd-catalogue', 'province'],
    ['ru-p-gz-3-2020', 'city'],
    ['cn-p-xicheng-881-2025', 'county'],
    ['cp-p-hk-lsg', 'territory'],
    ['ab-p-uk-pa-2023', 'abroad'],
    ['ab-p-nyc-advance', 'abroad'],
    ['ab-p-uk-careact-2014', 'abroad'],
  ])('%s: %s', (id, tier) => expect(tierOf(findText(id))).toBe(tier));

  test('a place lies in those around it', () => {
    expect(placesAround('guangzhou-nansha')).toEqual(['guangzhou-nansha', 'guangzhou', 'guangdong', 'cn']);
    expect(placesAround('gb')).toEqual(['gb']);
  });
});

test('texts are ordered by date, those without one last', () => {
  const dates = lawTexts().map((policy) => text(policy, 'date'));
  const dated = dates.filter(Boolean);
  expect(dated.toSorted()).toEqual(dated);
  expect(dates.slice(dated.length).every((date) => date === '')).toBe(true);
  expect(dates.length).toBeGreaterThan(dated.length);
});

test('what a text replaced is read from what replaced it', () => {
  expect(replacedTexts('ab-p-uk-pa-2023').map(({ id }) => id)).toEqual(['ab-p-uk-pcr-2015']);
  expect(replacedTexts('cn-p-m-102-2020')).toEqual([]);
});

describe('topics', () => {
  const labels = readTable('policy-articles').fields.find(({ name }) => name === 'topic')!.labels!;

  test('are those of the code list', () => {
    expect(topics.map(({ id }) => id)).toEqual(Object.keys(labels));
  });

  test.each(topics)('$id begins with what binds today, and misses no article', (one) => {
    const first = bindingArticles(one);
    const { binding, others, officialReadings, otherReadings } = topicArticles(one);
    const shown = [...first, ...binding, ...others, ...officialReadings, ...otherReadings];
    const all = readRows('policy-articles').filter((row) => row['topic'] === one.id);
    expect(shown.map(({ id }) => id).toSorted()).toEqual(all.map(({ id }) => id).toSorted());
    expect([...first, ...binding].every((row) => isInForce(textOf(row)))).toBe(true);
    expect(textsAbroad(one)).toHaveLength(one.abroad.length);
  });

  test('head as official only the readings that were read in publications of authorities', () => {
    const kinds = (rows: Row[]): string[] => [
      ...new Set(rows.map((row) => text(findSource(text(row, 'source_id')), 'kind'))),
    ];
    const all = topics.map((one) => topicArticles(one));
    expect(kinds(all.flatMap(({ officialReadings }) => officialReadings))).toEqual(['official']);
    expect(kinds(all.flatMap(({ otherReadings }) => otherReadings)).toSorted()).toEqual(['news', 'web']);
  });

  test.each([
    ['a row that is gone', { binds: ['ru-x-no-such-row'] }, /ru-x-no-such-row/],
    [
      'a row of another topic',
      { binds: ['ru-x-102-24'] },
      /payment begins with "ru-x-102-24".*contract-and-term/,
    ],
    ['how an authority reads it', { binds: ['ru-x-advance'] }, /how an authority reads/],
    ['a text not seen in force', { binds: ['law-a-87-4'] }, /cn-p-m-87-2017 was not seen in force/],
    [
      'a row of another dataset',
      { binds: ['cn-p-gpl-2014'] },
      /a row of policies; it must be a row of policy-articles/,
    ],
  ])('cannot begin with %s', (_what, change, fault) => {
    expect(() => bindingArticles(topic(change))).toThrow(fault);
  });

  test('have no Chinese text beside them as one abroad', () => {
    expect(() => textsAbroad(topic({ abroad: ['cn-p-gpl-2014'] }))).toThrow(/but it is a Chinese one/);
  });
});

describe('questions', () => {
  test('are four, in order', () => expect(questions.map(({ order }) => order)).toEqual([1, 2, 3, 4]));

  const numbers = (words: string): string[] => words.match(/\d+/g) ?? [];

  test.each(questions)('$id: every number of the answer is one of the articles it rests on', (question) => {
    const articles = question.rests_on.map((id) => findArticle(id, 'content/law/questions.yaml'));
    for (const language of ['en', 'zh'] as const) {
      const known = articles.flatMap((row) => [
        ...numbers(text(row, `says_${language}`)),
        ...numbers(text(textOf(row), 'number')),
      ]);
      for (const number of numbers(question[`answer_${language}`])) expect(known).toContain(number);
    }
  });

  test.each(questions)('$id: the decisive article comes first and is marked', (question) => {
    const [first] = question.rests_on.map((id) => findArticle(id, 'content/law/questions.yaml'));
    expect(text(first!, 'kind')).toBe('text');
  });
});

test('who decides: national articles apart from what places decided', () => {
  for (const decider of DECIDING) {
    const { national, local } = decidedBy(decider);
    expect(national.length + local.length).toBe(
      readRows('policy-articles').filter((row) => row['decided_by'] === decider).length,
    );
    expect(national.every((row) => textOf(row)['place'] === 'cn')).toBe(true);
    expect(national.length).toBeGreaterThan(2);
  }
});

test('everyone who may decide has a list, but the centre', () => {
  const { labels } = readTable('policy-articles').fields.find(({ name }) => name === 'decided_by')!;
  expect(Object.keys(labels!).toSorted()).toEqual(['nation', ...DECIDING].toSorted());
});

test('every article belongs to one text, and is found there', () => {
  const found = lawTexts().flatMap((policy) => articlesOf(text(policy, 'id')));
  expect(found.length).toBe(readRows('policy-articles').length);
});
