import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { answerParts, answersOf, isAnswered, QUESTIONS } from '../../src/components/case/answers.ts';
import { LANGUAGES } from '../../src/model/language.ts';
import { sourcesOfRow, text, type Row } from '../../src/model/row.ts';
import { findRow, findSource } from '../../src/published/lookup.ts';
import { readRows } from '../../src/published/readCatalogue.ts';

const CASES = 'content/cases';
const rows = readRows('answers');
const answered = rows.filter(isAnswered);
const placeOf = (slug: string): string => {
  const head = /^---\n([\s\S]*?)\n---/.exec(readFileSync(`${CASES}/${slug}/en.mdx`, 'utf8'))![1]!;
  return (parse(head) as { place: string }).place;
};
const ids = (row: Row, field: string): string[] => text(row, field).split(' ').filter(Boolean);
const behind = (row: Row): Row[] =>
  [...ids(row, 'figures'), ...ids(row, 'facts')].map((id) => findRow(id).row);

test('every place of a case answers the five questions once, in their order, and no other place does', () => {
  const places = readdirSync(CASES).map(placeOf).sort();
  expect([...new Set(rows.map((row) => text(row, 'place')))].sort()).toEqual(places);
  for (const place of places)
    expect(rows.filter((row) => row['place'] === place).map((row) => text(row, 'question'))).toEqual([
      ...QUESTIONS,
    ]);
  expect(rows.map((row) => text(row, 'id'))).toEqual(
    rows.map((row) => `an-${text(row, 'place')}-${text(row, 'question')}`),
  );
});

describe.each(LANGUAGES)('the answers in %s', (language) => {
  test('have the number of each figure as the site writes it or as it is printed', () => {
    for (const row of answered) {
      const figures = answerParts(row, language).flatMap(({ figure }) => figure ?? []);
      expect(figures.length, text(row, 'id')).toBeGreaterThanOrEqual(Math.min(1, ids(row, 'figures').length));
    }
  });

  test('do not take what was not found for what does not exist', () => {
    const words = rows.flatMap((row) => [text(row, `answer_${language}`), text(row, `looked_in_${language}`)]);
    expect(words.filter((one) => /never published|does not exist|there is none|从未公布|不存在/.test(one))).toEqual([]);
  });
});

test('an answer names the sources of its rows, and at most sources beside them', () => {
  for (const row of answered) {
    const named = ids(row, 'source_id').map((id) => text(findSource(id), 'id'));
    expect(named, text(row, 'id')).toEqual(
      expect.arrayContaining([...new Set(behind(row).map((one) => sourcesOfRow(one)[0]!))]),
    );
    expect(behind(row).length, text(row, 'id')).toBeGreaterThan(0);
  }
});

test('an answer is no surer than the weakest row it rests on, and no older than the latest of its figures', () => {
  for (const row of answered) {
    const grades = behind(row).map((one) => text(one, 'confidence'));
    expect(text(row, 'confidence'), text(row, 'id')).toBe(grades.sort().at(-1));
    const years = ids(row, 'figures').map((id) => Number(text(findRow(id).row, 'year')));
    expect(Number(text(row, 'year')), text(row, 'id')).toBeGreaterThanOrEqual(Math.max(0, ...years));
  }
});

test('the answers of a place are in the order of the questions', () => {
  expect(answersOf('gaoming').map((row) => row['question'])).toEqual([...QUESTIONS]);
  expect(answersOf('foshan')).toEqual([]);
});
