import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeFault, FaultsFound } from '../../../scripts/lib/fault.ts';
import { checkProse } from '../../../scripts/prose/checkProse.ts';
import { readWordings, WORDING_FILE, wordingFaults } from '../../../scripts/prose/wording.ts';

const PIECE = 'content/problems/staff-turnover';
const WORDINGS = readWordings(process.cwd());

/** What `run` reports as faults. */
function reported(run: () => void): string[] {
  try {
    run();
  } catch (error) {
    return (error as FaultsFound).faults.map(describeFault);
  }
  return [];
}

describe('the list of the site', () => {
  test.each(WORDINGS)('refuses "$example"', ({ language, example, write }) => {
    const faults = wordingFaults(`---\ntitle: A\n---\n\n${example}\n`, language, WORDINGS);
    expect(faults).toContainEqual(expect.objectContaining({ row: 5, right: `write: ${write}` }));
  });
});

describe('a wording is refused', () => {
  const yaml = [
    { language: 'en', pattern: /\bto go by\b/gu, write: 'applicable', example: 'to go by' },
    { language: 'zh', pattern: /照单全收/gu, write: '予以采用', example: '照单全收' },
  ] as const;
  const values = (mdx: string, language: 'en' | 'zh'): unknown[] =>
    wordingFaults(mdx, language, yaml).map(({ row, value }) => [row, value]);

  test('in the summary, in a list, and behind components and links', () => {
    const mdx = '---\nsummary: rules to go by\n---\n\n- rules **to** go<Cite id="a" /> [by](/en/)\n';
    expect(values(mdx, 'en')).toEqual([
      [2, 'to go by'],
      [5, 'to go by'],
    ]);
  });

  test('as often as a line has it', () => {
    expect(values('照单全收，又照单全收', 'zh')).toHaveLength(2);
  });

  test('in its own language only', () => {
    expect(values('rules to go by', 'zh')).toEqual([]);
    expect(values('rules to go by', 'en')).toHaveLength(1);
  });

  test('by the check of the texts, with file, row and what to write', () => {
    const root = mkdtempSync(join(tmpdir(), 'wording-'));
    cpSync('content/cases', join(root, 'content/cases'), { recursive: true });
    cpSync(PIECE, join(root, PIECE), { recursive: true });
    cpSync(WORDING_FILE, join(root, WORDING_FILE));
    const check = (): string[] =>
      reported(() => {
        checkProse(root, [PIECE], {
          log: () => undefined,
          error: () => undefined,
          progress: () => undefined,
        });
      });
    expect(check()).toEqual([]);
    const file = join(root, PIECE, 'zh.mdx');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, `${text}\n<Ours>\n\n民政局照单全收。\n\n</Ours>\n`);
    expect(check()).toEqual([
      `${PIECE}/zh.mdx:${text.split('\n').length + 3} "照单全收" is a wording that is not used (write: 未作改动即予采用)`,
    ]);
  });
});

describe('a list that is wrong is refused', () => {
  const faults = (yaml: string): string[] => {
    const root = mkdtempSync(join(tmpdir(), 'wording-'));
    mkdirSync(join(root, 'content'));
    writeFileSync(join(root, WORDING_FILE), yaml);
    return reported(() => readWordings(root));
  };

  test.each([
    ["# words\n\n- en: '(a'\n  write: b\n  example: a\n", ':3:en "(a" is no regular expression: '],
    ['- zh: 别处\n  write: 其他地方\n  example: 他处\n', ':1:zh "别处" does not match its example "他处"'],
    ['- en: a\n  zh: 甲\n  write: b\n  example: a\n', 'has to name one language: en or zh'],
    ['- write: b\n  example: a\n', 'has to name one language: en or zh'],
    ['- en: a\n  write: b\n  example: a\n- en: a\n  write: b\n', ':4:1.example is missing'],
    [
      '- en: a\n  write: b\n  example: a\n  except: [cases]\n',
      ':1:0.except "["cases"]" is no field that is known here',
    ],
    ['- en: a\n  write: [\n', ' is not YAML: '],
  ])('%j', (yaml, fault) => {
    expect(faults(yaml)[0]).toContain(fault);
    expect(faults(yaml)[0]).toContain(WORDING_FILE);
  });

  test('and an empty one refuses nothing', () => expect(faults('[]\n')).toEqual([]));
});
