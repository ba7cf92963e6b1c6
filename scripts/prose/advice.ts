import { idsIn } from '../../src/model/lawTag.ts';
import type { Fault } from '../lib/fault.ts';
import { groundFaults } from './lawGroundFaults.ts';

/** A recommendation of a text: a list item, or a row of a table, in a section that advises. */
interface Recommendation {
  row: number;
  words: string;
  /** What the law says of it, `within ru-x-gpr-50`; empty where the text does not say. */
  law: string;
}

/** What a text recommends, and what is wrong with it. */
export interface Advice {
  recommendations: Recommendation[];
  faults: Omit<Fault, 'file'>[];
}

/** Pieces that consist of advice. In all others a section is advice if its heading says so. */
const ADVISES_THROUGHOUT = /^content\/(countermeasures\/|pages\/start$)/;
const ADVISING_SECTION = /^(What to do|建议|近期建议)/;
/** The section of the former that lists what is no advice. */
const NO_ADVICE = /^(Indicators to watch|监测指标)/;

const LAW = /<Law\s([^>]*?)\/>/g;
const ITEM = /^\s*(?:[-*]|\d+\.) /;

/**
 * The recommendations of a text. Each is one list item or one row of a table, which names its place in the law once: `<Law tag="within"
 * articles="ru-x-gpr-50" />`. In a section headed "What to do", our own statements are in list items under headings and labels, so
 * that no recommendation hides in a paragraph.
 * @param folder the folder of the piece, `content/countermeasures/disclosure`
 */
export function readAdvice(folder: string, mdx: string): Advice {
  const throughout = ADVISES_THROUGHOUT.test(folder);
  const advice: Advice = { recommendations: [], faults: [] };
  let heading = '';
  let ours = false;
  for (const { row, text } of entriesOf(mdx)) {
    if (text.startsWith('#')) {
      if (text.startsWith('## ')) heading = text.slice(3).trim();
      continue;
    }
    const inside = throughout ? !NO_ADVICE.test(heading) : ADVISING_SECTION.test(heading);
    const tags = [...text.matchAll(LAW)].map(([, attributes]) => attributes!);
    if (inside && (ITEM.test(text) || (isTableRow(text) && !folder.startsWith('content/pages/')))) {
      advice.recommendations.push({ row, words: wordsOf(text), law: tags.map(lawOf).join(' + ') });
      if (tags.length !== 1)
        advice.faults.push({
          row,
          value: wordsOf(text),
          what:
            tags.length === 0
              ? 'recommends something and does not say what the law says of it'
              : 'has two tags',
          right: 'end it with one <Law tag="…" articles="…" />: CONTRIBUTING.md, "a recommendation"',
        });
    } else if (tags.length > 0)
      advice.faults.push({
        row,
        value: wordsOf(text),
        what: 'has a tag of law and is no list item of a section that advises',
        right: 'write the recommendation as a separate list item',
      });
    advice.faults.push(...tags.flatMap((attributes) => tagFaults(row, attributes)));
    if (text.startsWith('<Ours>')) ours = true;
    if (ADVISING_SECTION.test(heading) && ours && isParagraph(text) && !isLabel(text))
      advice.faults.push({
        row,
        value: wordsOf(text),
        what: 'is a paragraph among recommendations',
        right: 'make each recommendation a list item with its tag',
      });
    if (text.endsWith('</Ours>')) ours = false;
  }
  if (folder.startsWith('content/countermeasures/') && advice.recommendations.length === 0)
    advice.faults.push({ what: 'recommends nothing', right: 'a section "What to do" (建议) with a list' });
  return advice;
}

/** What differs between the recommendations of the two languages: their number, and the tag and articles of each. */
export function compareAdvice(en: Advice, zh: Advice): Omit<Fault, 'file'>[] {
  if (en.recommendations.length !== zh.recommendations.length)
    return [
      {
        what: `has ${zh.recommendations.length} recommendations, the English text ${en.recommendations.length}`,
        right: 'the same recommendations in both languages',
      },
    ];
  return zh.recommendations.flatMap(({ row, words, law }, at) => {
    const english = en.recommendations[at]!.law;
    return law === english
      ? []
      : [{ row, value: words, what: `is tagged "${law}", in English "${english}"`, right: 'the same tag' }];
  });
}

/** The lines of a text joined to list items, table rows, headings and paragraphs, without its frontmatter. */
function entriesOf(mdx: string): { row: number; text: string }[] {
  const lines = mdx.split('\n');
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  const entries: { row: number; text: string }[] = [];
  let open: { row: number; text: string } | undefined;
  lines.forEach((line, index) => {
    const text = line.trim();
    if (index <= end) return;
    if (text === '') {
      open = undefined;
      return;
    }
    if (open && !ITEM.test(line) && !/^(#|\||<\/?(Ours|Gap)>)/.test(text) && !open.text.startsWith('#'))
      open.text += ` ${text}`;
    else entries.push((open = { row: index + 1, text }));
  });
  return entries.filter(({ text }, at) => !isTableHead(text, entries[at + 1]?.text) && !isTableRule(text));
}

const isTableRule = (text: string): boolean => /^\|[\s|:-]+\|$/.test(text);
const isTableHead = (text: string, next = ''): boolean => text.startsWith('|') && isTableRule(next);
const isTableRow = (text: string): boolean => text.startsWith('|');
const isParagraph = (text: string): boolean => !/^(#|\||<|```)/.test(text) && !ITEM.test(text);
/** A paragraph that is bold and nothing else: the time or the field of the recommendations under it. */
const isLabel = (text: string): boolean => /^\*\*[^*]+\*\*$/.test(text);

const attributesOf = (attributes: string): { tag: string; articles: string[] } => {
  const { tag = '', articles = '' } = Object.fromEntries(
    [...attributes.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  ) as { tag?: string; articles?: string };
  return { tag, articles: idsIn(articles) };
};

const lawOf = (attributes: string): string => {
  const { tag, articles } = attributesOf(attributes);
  return [tag, ...articles].join(' ');
};

function tagFaults(row: number, attributes: string): Omit<Fault, 'file'>[] {
  const { tag, articles } = attributesOf(attributes);
  return groundFaults(tag, articles).map((fault) => ({ row, ...fault }));
}
/** An entry without components and markup, as it is read. */
const wordsOf = (text: string): string =>
  text
    .replace(ITEM, '')
    .replace(/<[^>]*>/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*`|]/g, '')
    .trim();
