import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compareAdvice, readAdvice } from '../../../scripts/prose/advice.ts';

const COUNTERMEASURE = 'content/countermeasures/stable-funding';
const CASE = 'content/cases/gaoming';
const WITHIN = '<Law tag="within" articles="ru-x-gpr-50" />';
const whats = (folder: string, mdx: string): string[] =>
  readAdvice(folder, mdx).faults.map(({ what }) => what);
const laws = (folder: string, mdx: string): string[] =>
  readAdvice(folder, mdx).recommendations.map(({ law }) => law);

describe('a recommendation without its tag is a fault', () => {
  test('in a list, also where an item runs over several lines', () => {
    const mdx = `## What to do\n\n- Publish the contracts.\n\n- Pay\n  on time. ${WITHIN}\n`;
    expect(readAdvice(COUNTERMEASURE, mdx).faults).toMatchObject([
      {
        row: 3,
        value: 'Publish the contracts.',
        what: 'recommends something and does not say what the law says of it',
      },
    ]);
    expect(laws(COUNTERMEASURE, mdx)).toEqual(['', 'within ru-x-gpr-50']);
  });

  test('in a numbered list, and in the rows of a table but not its head', () => {
    const table = `| Sellers | Method |\n| --- | --- |\n| One | Single source |\n| None | Own staff ${WITHIN} |\n`;
    expect(readAdvice(COUNTERMEASURE, table).faults.map(({ row }) => row)).toEqual([3]);
    expect(whats(CASE, '## What to do first\n\n1. Publish.\n')).toHaveLength(1);
    expect(whats(CASE, '## 近期建议\n\n1. 公布合同。\n')).toHaveLength(1);
  });

  test('with two tags, or in a paragraph', () => {
    expect(whats(COUNTERMEASURE, `- Publish. ${WITHIN} ${WITHIN}\n`)).toEqual(['has two tags']);
    expect(whats(COUNTERMEASURE, `- Publish. ${WITHIN}\n\nPay. ${WITHIN}\n`)).toEqual([
      'has a tag of law and is no list item of a section that advises',
    ]);
    const hidden = `## What to do\n\n<Ours>\n\n**First year**\n\n- Publish. ${WITHIN}\n\nPay on time.\n\n</Ours>\n`;
    expect(whats(COUNTERMEASURE, hidden)).toEqual(['is a paragraph among recommendations']);
  });

  test('and a countermeasure that recommends nothing is none', () => {
    expect(whats(COUNTERMEASURE, '## Why\n\nBecause.\n')).toEqual(['recommends nothing']);
  });

  test('but lists that do not advise need none', () => {
    expect(whats(COUNTERMEASURE, `- Publish. ${WITHIN}\n\n## Indicators to watch\n\n- Days.\n`)).toEqual([]);
    expect(whats(CASE, '## What was looked for\n\n- The sum.\n')).toEqual([]);
  });
});

test.each([
  ['<Law tag="lawful" articles="ru-x-gpr-50" />', 'is no tag'],
  ['<Law tag="within" />', 'names no article'],
  ['<Law tag="not-checked" articles="ru-x-gpr-50" />', 'is not checked and names an article'],
  ['<Law tag="within" articles="ru-x-gpr-999" />', 'is no article'],
  ['<Law tag="within" articles="cn-p-gpr-2015" />', 'is no article'],
  ['<Law tag="within" articles="ru-x-gd-2012 ru-x-gpr-50" />', 'a text whose status is "amended"'],
  ['<Law tag="within" articles="ru-x-102-24-gd" />', 'names only how a text is read'],
  ['<Law tag="conditions" articles="ru-x-nankai-budget" />', 'names only texts of places'],
  ['<Law tag="province" articles="ru-x-102-24" />', 'no article leaves it to the province'],
])('%s %s', (tag, what) => {
  expect(whats(COUNTERMEASURE, `- Publish. ${tag}\n`)).toEqual([expect.stringContaining(what)]);
});

test.each([
  'tag="within" articles="ru-x-102-24 ru-x-102-24-gd ru-x-nankai-budget"',
  'tag="within" articles="law-a-87-3"',
  'tag="province" articles="ru-x-gpl-08 ru-x-102-11"',
])(
  'a reading or a local text beside a national one, and a text of unknown status, are no fault: %s',
  (tag) => {
    expect(whats(COUNTERMEASURE, `- Publish. <Law ${tag} />\n`)).toEqual([]);
  },
);

describe('the two languages', () => {
  const read = (mdx: string) => readAdvice(COUNTERMEASURE, mdx);
  const OTHER = '<Law tag="conditions" articles="ru-x-102-24" />';

  test('have the same recommendations with the same tags in the same order', () => {
    const english = read(`- One. ${WITHIN}\n- Two. ${OTHER}\n`);
    expect(compareAdvice(english, read(`- 一。 ${WITHIN}\n- 二。 ${OTHER}\n`))).toEqual([]);
    expect(compareAdvice(english, read(`- 二。 ${OTHER}\n- 一。 ${WITHIN}\n`))).toHaveLength(2);
    expect(compareAdvice(english, read(`- 一。 ${WITHIN}\n`))).toMatchObject([
      { what: 'has 1 recommendations, the English text 2' },
    ]);
  });
});

/** What the check is for: a tag that is taken out of a text of the site, or changed in one language, is found. */
describe.each(['content/countermeasures/procurement-method', 'content/pages/start', CASE])(
  'in %s',
  (folder) => {
    const [en, zh] = ['en', 'zh'].map((language) => readFileSync(`${folder}/${language}.mdx`, 'utf8')) as [
      string,
      string,
    ];

    test('every removed tag is reported', () => {
      const tags = [...zh.matchAll(/ ?<Law [^>]*\/>/g)];
      expect(tags.length).toBeGreaterThanOrEqual(3);
      expect(readAdvice(folder, zh).faults).toEqual([]);
      for (const { 0: tag, index } of tags) {
        const without = zh.slice(0, index) + zh.slice(index + tag.length);
        expect(readAdvice(folder, without).faults, tag).toHaveLength(1);
      }
    });

    test('a tag that one language changes is found', () => {
      const changed = zh.replace('<Law tag="within"', '<Law tag="conditions"');
      expect(compareAdvice(readAdvice(folder, en), readAdvice(folder, zh))).toEqual([]);
      expect(compareAdvice(readAdvice(folder, en), readAdvice(folder, changed))).toHaveLength(1);
    });
  },
);
