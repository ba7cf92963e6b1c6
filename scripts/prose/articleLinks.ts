import { HAN_NUMERALS, readHanNumber } from '../../src/model/hanNumber.ts';
import { text } from '../../src/model/row.ts';
import { numbersIn } from '../../src/published/lawArticles.ts';
import { findArticle } from '../../src/published/lawRecord.ts';
import type { Fault } from '../lib/fault.ts';

const LINK = /<Art id="([^"]*)">([\s\S]*?)<\/Art>/g;
const CHINESE = new RegExp(`第([${HAN_NUMERALS}\\d、至]+)条`, 'g');
const ENGLISH = /Articles? (\d+)(?: (?:to|and) (\d+))?/g;

/** Faults of the articles that a text names in `<Art id="…">…</Art>`: no such row, or a number that is not the row's. */
export function articleLinkFaults(mdx: string): Omit<Fault, 'file'>[] {
  return [...mdx.matchAll(LINK)].flatMap(({ 1: id, 2: words, index }) => {
    const at = { row: mdx.slice(0, index).split('\n').length, column: 'Art', value: `${id}: ${words}` };
    let article: string;
    try {
      article = text(findArticle(id!, '<Art>'), 'article');
    } catch (error) {
      return [{ ...at, what: `is no article: ${(error as Error).message}` }];
    }
    const known = article === '' ? [] : numbersIn(article);
    const wrong = [...new Set(numbersNamed(words!))].filter((number) => !known.includes(number));
    return wrong.length === 0
      ? []
      : [
          {
            ...at,
            what: `names Article ${wrong.join(', ')}`,
            right: `the row has ${article || 'no number'}`,
          },
        ];
  });
}

/** The numbers of articles in words: `Articles 55 to 57`, `第二、三条`. */
function numbersNamed(words: string): number[] {
  const chinese = [...words.matchAll(CHINESE)].flatMap(([, numbers]) => numbers!.split(/[、至]/));
  const english = [...words.matchAll(ENGLISH)].flatMap(([, first, last]) => [first!, last ?? first!]);
  return [...chinese, ...english].flatMap((number) => readHanNumber(number) ?? []);
}
