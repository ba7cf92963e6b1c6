import { expect, test } from 'vitest';
import { pieces, variants } from '../../../../src/components/search/searchSynonyms.ts';

const synonyms = {
  polycentric: ['multi-centre'],
  tender: ['bidding'],
  bidding: ['tender'],
  采购法: ['政府采购法'],
};

test('a query is searched as typed, then with each of its words replaced', () => {
  expect(variants('Polycentric governance', synonyms)).toEqual([
    'Polycentric governance',
    'multi-centre governance',
  ]);
  expect(variants('polycentric tender', synonyms)).toEqual([
    'polycentric tender',
    'polycentric bidding',
    'multi-centre tender',
    'multi-centre bidding',
  ]);
  expect(variants('multi-centre', synonyms)).toEqual(['multi-centre']);
});

test('a word is not matched inside a longer one', () => {
  expect(variants('tenderness', synonyms)).toEqual(['tenderness']);
  expect(pieces('政府采购法', synonyms)).toEqual([{ typed: '政府采购法', also: [] }]);
  expect(variants('采购法', synonyms)).toEqual(['采购法', '政府采购法']);
});

test('words that every object has are no synonyms', () => {
  expect(variants('constructor', synonyms)).toEqual(['constructor']);
  expect(variants('', synonyms)).toEqual(['']);
});

test('a query has at most a dozen variants, however many words have synonyms', () => {
  expect(variants(Array(60).fill('tender').join(' '), synonyms)).toHaveLength(12);
});
