import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/**
 * We read public material and know only that we did not find something. A sentence that says it was never published, or that
 * no survey exists, claims more. Such sentences may say where we looked, or report what a source says (`REPORTED`).
 */
const TEXTS = globSync([
  'content/**/*.mdx',
  'content/glossary.yaml',
  'content/law/*.yaml',
  'src/i18n/{en,zh,lawWords}.ts',
  'src/pages/**/*.astro',
  'src/charts/*.ts',
  'data/*/{dataset.yaml,CHANGES.md}',
  'README.md',
]);

/** Phrases that must never be used about what others published. */
const OVERCLAIMS = [
  /\bnever\b(?: \w+){0,2} (?:published|printed|disclosed|recorded|made public)\b/i,
  /\bever (?:been )?(?:published|printed|disclosed|recorded|made public)\b/i,
  /\bnothing (?:is|was|has been) (?:ever )?(?:published|disclosed|public|on (?:public )?record)\b/i,
  /\bon (?:the )?public record\b/i,
  /(?:从未|从来没有|从没|未曾|至今没有|至今未)[^，。；]{0,8}(?:公布|公开|披露)/,
  /什么(?:都|也)(?:不|没有?|未)(?:公布|公开|披露)/,
  /(?:没有|并?无|缺乏)(?:任何)?公开(?:的)?(?:记录|数据|文件|资料|总额)/,
];

/** Phrases that may be used only together with our search: we found none. */
const UNFOUND = [
  /\b(?:is|are|was|were|has been|have been) (?:not|nowhere) (?:published|on record|recorded)\b/i,
  /\bunpublished\b/i,
  /\bno \w+(?: \w+)? (?:is|are|was|were|has been) (?:published|disclosed|recorded|made public)\b/i,
  /\bno (?:published|public) (?:record|total|sum|document|figure|list|data)s?\b/i,
  /\bno (?:survey|study|source|count|figure|statistic)s? (?:gives?|counts?|tells?|says?|prices?|shows?|measures?|exists?)\b/i,
  /\b(?:nobody|no one) (?:ever )?(?:has )?(?:published|publishes|counted|counts|measured|measures|shown|surveyed|recorded)\b/i,
  /\bthere (?:is|are) no (?:survey|study|studies|figure|figures|records?|statistics|data)\b/i,
  /\bhardly (?:known|recorded|measured)\b/i,
  /(?:没有|尚未|并未|未予?)(?:公布|公开|披露)/,
  /没有(?:针对[^，。；]{0,8}的|这样的|此类)?(?:文献|调查|研究|统计)/,
  /(?:没有人|没人|无人)(?:公布|公开|数过|算过|量过|证明|统计|测过)/,
  /(?:没有|并无|几乎没有)(?:记载|记录)|无从知道|不得而知/,
];

const SEARCHED =
  /\b(?:we|our search) (?:\w+ ){0,2}(?:found|find|read|saw|look)|\bnot found\b|does not mean|is not claimed|我们|没有找到|没有查到|未查到|不表示|不等于/i;

const DENIED = /does not mean|is not claimed|不表示|不等于/;

/** Sentences that report what a source says, or what is still to be done: the file and a part of the sentence. */
const REPORTED: readonly (readonly [file: string, part: string])[] = [
  // Of the OECD’s accounts and of Australia, cited in the text below it.
  ['content/problems/little-disclosure/en.mdx', 'Some payments are not recorded separately'],
];

/** The sentences of a text, with the components taken out. */
const sentencesOf = (text: string): string[] =>
  text
    .replace(/<[^>]*>/g, '')
    .split(/(?<=[.!?])\s+|(?<=[。！？；])|\n/)
    .filter(Boolean);

const overclaims = (sentence: string): boolean =>
  (OVERCLAIMS.some((claim) => claim.test(sentence)) && !DENIED.test(sentence)) ||
  (UNFOUND.some((claim) => claim.test(sentence)) && !SEARCHED.test(sentence));

describe('what we did not find is not said to be unpublished', () => {
  test.each(TEXTS)('%s', (file) => {
    const claims = sentencesOf(readFileSync(file, 'utf8')).filter(
      (sentence) =>
        overclaims(sentence) && !REPORTED.some(([of, part]) => of === file && sentence.includes(part)),
    );
    expect(claims).toEqual([]);
  });

  test.each(REPORTED)('%s still reports "%s"', (file, part) =>
    expect(readFileSync(file, 'utf8')).toContain(part),
  );
});

test.each([
  'Gaoming has bought services since about 2010, and no sum was ever published.',
  'Yet no contract total of its own is on public record.',
  'And nothing is published, so that residents cannot judge.',
  'In Gaoming no evaluation is published.',
  'No survey counts how many counties publish their contracts.',
  'That joint purchase saves money nobody has shown.',
  '高明区约自 2010 年起购买服务，却从未公布过金额。',
  '合同总额都没有公开记录。',
  '四是什么都不公布，居民无从判断。',
  '县里要花多少，没有文献算过。',
  '哪一条让走的人少了，还没有人证明。',
])('claims too much: %s', (sentence) => expect(overclaims(sentence)).toBe(true));

test.each([
  'We found no survey of how many counties publish their contracts.',
  'Not found does not mean not published.',
  '有多少个县公布合同，我们没有找到调查。',
  '未查到不等于未公布。',
  '涉及服务对象的记录一律不公布。',
])('says what is known: %s', (sentence) => expect(overclaims(sentence)).toBe(false));
