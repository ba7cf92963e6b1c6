import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { describeFault, FaultsFound } from '../../../scripts/lib/fault.ts';
import { readSynonyms, SYNONYMS_FILE } from '../../../scripts/prose/readSynonyms.ts';

function project(yaml: string): string {
  const root = mkdtempSync(join(tmpdir(), 'synonyms-'));
  mkdirSync(dirname(join(root, SYNONYMS_FILE)), { recursive: true });
  writeFileSync(join(root, SYNONYMS_FILE), yaml);
  return root;
}

function faults(yaml: string): string[] {
  try {
    readSynonyms(project(yaml));
  } catch (error) {
    return (error as FaultsFound).faults.map(describeFault);
  }
  return [];
}

test('the words of an entry find each other, and what it finds does not find them', () => {
  const yaml = '- zh: [流标, 废标]\n  finds: [只有一家]\n- en: [NGO, non-profit]\n';
  expect(readSynonyms(project(yaml))).toEqual({
    zh: { 流标: ['废标', '只有一家'], 废标: ['流标', '只有一家'] },
    en: { ngo: ['non-profit'], 'non-profit': ['NGO'] },
  });
});

test('a table without entries is an empty one', () => {
  expect(readSynonyms(project('[]\n'))).toEqual({ en: {}, zh: {} });
});

test.each([
  [
    'a key that is none',
    '- zh: [流标, 废标]\n  find: [只有一家]\n',
    ':2 "find" is no key of an entry (en or zh, and finds)',
  ],
  ['no language', '- zh: [流标, 废标]\n- finds: [只有一家]\n', ':2 has to name one language: en or zh'],
  ['two languages', '- zh: [流标, 废标]\n  en: [a, b]\n', ':1 has to name one language: en or zh'],
  [
    'one word alone',
    '# words\n- zh: [流标]\n',
    ':2 has one word and nothing it finds: add a second word, or `finds`',
  ],
  ['no word', '- zh: []\n  finds: [a]\n', ':1 has no word'],
  ['an empty word', "- zh:\n    - 流标\n    - ''\n", ':3 has no letter'],
  ['a whole text', `- zh:\n    - 流标\n    - ${'长'.repeat(61)}\n`, ':3 is longer than 60 letters'],
  ['a number', '- zh:\n    - 流标\n    - 102\n', ':3 is wrong: expected string, received number'],
  ['one word for a list', '- zh: 流标\n', ':1 is wrong: expected array, received string'],
  ['a list of lists', '- [流标, 废标]\n', ':1 is wrong: expected object, received array'],
  ['no list', 'zh: [流标, 废标]\n', ':1 is wrong: expected array, received object'],
])('%s is named with file and line', (_, yaml, fault) => {
  expect(faults(yaml)).toEqual([SYNONYMS_FILE + fault]);
});

test('what is no YAML is named with its line', () => {
  expect(faults('- zh: [流标, 废标]\n- zh: [拖欠\n')[0]).toMatch(/synonyms\.yaml:\d is not YAML: /);
});

test('a repeated word is reported with both lines, in any case; each language has its own list', () => {
  const twice = (line: number): string => `(it is in line ${line}: merge the entries)`;
  expect(faults('- en: [NGO, charity]\n- en:\n    - trust\n    - ngo\n')).toEqual([
    `${SYNONYMS_FILE}:4 "ngo" is listed a second time ${twice(1)}`,
  ]);
  expect(faults('- en: [a, a]\n')).toEqual([`${SYNONYMS_FILE}:1 "a" is listed a second time ${twice(1)}`]);
  expect(faults('- en: [a, b]\n  finds: [b]\n')).toEqual([
    `${SYNONYMS_FILE}:2 "b" is listed a second time ${twice(1)}`,
  ]);
  expect(faults('- en: [NGO, charity]\n- zh: [NGO, 公益组织]\n')).toEqual([]);
});

test('the table of the site is in order', () => {
  expect(Object.keys(readSynonyms(process.cwd()).zh)).toContain('流标');
});
