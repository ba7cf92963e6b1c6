import { describe, expect, test } from 'vitest';
import { placeNames } from '../../../../scripts/site/placeNames.ts';
import { placesMeant } from '../../../../src/components/search/searchPlaces.ts';
import { readRows } from '../../../../src/published/readCatalogue.ts';
import { text } from '../../../../src/model/row.ts';

const names = placeNames(readRows('places'));
const meant = (query: string): string[] => placesMeant(query, names).map(({ zh }) => zh);

describe('pinyin names a place', () => {
  test.each([
    ['gaoming', '高明'],
    ['gao ming', '高明'],
    ['Gaomingqu', '高明'],
    ['gm', '高明'],
    ['fsgm', '高明'],
    ['foshan', '佛山'],
    ['fs', '佛山'],
    ['gdsz', '深圳'],
    ['hecheng', '荷城'],
    ['ruidian', '瑞典'],
    ['guangd', '广东'],
  ])('%s → %s', (query, zh) => expect(meant(query)).toContain(zh));
  test.each(['g', '高明', 'single-source', 'tender', 'purchase of services', 'gao1ming2'])(
    '%s names none',
    (query) => expect(meant(query)).toEqual([]),
  );
  test('a full name comes before names with that prefix', () => {
    expect(placesMeant('foshan', names).map(({ en }) => en)).toEqual(['Foshan']);
  });
});

test('the pinyin of Chinese places is their English name, where that is pinyin', () => {
  const other = readRows('places')
    .filter((place) => text(place, 'code_system') === 'GB/T 2260')
    .map((place) => text(place, 'name_en').replace(/,.*/, ''))
    .filter((english) => {
      const short = english.replace(/ (District|City|County|New Area)$/, '');
      const pinyin = short.toLowerCase().replace(/[^a-z]/g, '');
      return !names.some(({ full }) => full.includes(pinyin));
    });
  expect(other).toEqual([
    'Inner Mongolia',
    'Shaanxi',
    'Tibet',
    'Hong Kong',
    'Macao',
    'Linxia Hui Autonomous Prefecture',
    'Changyang Tujia Autonomous County',
    'Wufeng Tujia Autonomous County',
    'Urumqi',
    'Qiandongnan Miao and Dong Autonomous Prefecture',
    'Chuxiong Yi Autonomous Prefecture',
  ]);
});
