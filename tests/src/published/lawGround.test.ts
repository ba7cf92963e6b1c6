import { describe, expect, test } from 'vitest';
import { text } from '../../../src/model/row.ts';
import { readRows } from '../../../src/published/readCatalogue.ts';
import { lawGrounds } from '../../../src/published/lawGround.ts';

describe('the articles on which a tag rests', () => {
  test('are named as they are cited, those of one text together, each with its place in the record of law', () => {
    expect(lawGrounds('conditions', 'ru-x-102-24 ru-x-gpl-50 ru-x-102-10 ru-x-gpl-52', 'en')).toEqual([
      {
        articles: [
          { name: 'Order 102, Art.\u00a024', path: '/en/law/cn-p-m-102-2020/#ru-x-102-24' },
          { name: 'Art.\u00a010', path: '/en/law/cn-p-m-102-2020/#ru-x-102-10' },
        ],
        inForce: true,
      },
      {
        articles: [
          { name: 'Government Procurement Law, Art.\u00a050', path: '/en/law/cn-p-gpl-2014/#ru-x-gpl-50' },
          { name: 'Art.\u00a052–53', path: '/en/law/cn-p-gpl-2014/#ru-x-gpl-52' },
        ],
        inForce: true,
      },
    ]);
    const chinese = lawGrounds(
      'within',
      'ru-x-102-24 ru-x-102-staff ru-x-gpr-50 ru-x-22-10 ru-x-gpl-52 law-a-87-5',
      'zh',
    ).flatMap(({ articles }) => articles);
    expect(chinese.map(({ name }) => name)).toEqual([
      '财政部令第102号第24条',
      '第10条第（5）项',
      '政府采购法实施条例第50条',
      '财库〔2021〕22号第10条',
      '政府采购法第52至53条',
      '财预〔2017〕87号第5部分',
    ]);
  });

  test('have no number where the page read prints none, and each number is listed once', () => {
    const names = (articles: string): string[] =>
      lawGrounds('within', articles, 'en')
        .flatMap((ground) => ground.articles)
        .map(({ name }) => name);
    expect(names('ru-x-102-perform')).toEqual(['Order 102']);
    const together = ['Order 102, Art.\u00a011', 'number not seen'];
    expect(names('ru-x-102-catalogue-below ru-x-102-11')).toEqual(together);
    expect(names('ru-x-102-11 ru-x-102-catalogue-below')).toEqual(together);
    expect(names('ru-x-gpr-50')).toEqual(['Implementing Regulation, Art.\u00a050']);
    expect(names('ru-x-102-24 ru-x-102-24-gd')).toEqual(['Order 102, Art.\u00a024']);
  });

  test('are marked where the record does not show their text in force', () => {
    const unknown = readRows('policies').filter((row) => row['status'] === 'unknown');
    const article = readRows('policy-articles').find((row) =>
      unknown.some(({ id }) => id === row['policy'] && row['kind'] === 'text'),
    )!;
    const grounds = lawGrounds('within', `ru-x-102-24 ${text(article, 'id')}`, 'zh');
    expect(grounds.map(({ inForce }) => inForce)).toEqual([true, false]);
  });

  test('may be missing only where nothing was checked', () => {
    expect(lawGrounds('not-checked', '', 'en')).toEqual([]);
    expect(() => lawGrounds('not-checked', 'ru-x-102-24', 'en')).toThrow('names an article');
    expect(() => lawGrounds('within', '', 'en')).toThrow('names no article');
    expect(() => lawGrounds('lawful', 'ru-x-102-24', 'en')).toThrow('is no tag');
  });

  test('must be rows of the record of law, or the build fails', () => {
    expect(() => lawGrounds('within', 'ru-x-102-99', 'en')).toThrow('no published row has the id');
    expect(() => lawGrounds('within', 'gf-gm-lian-2', 'en')).toThrow('must be a row of policy-articles');
  });
});
