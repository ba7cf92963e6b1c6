import { isPlaceholder, type Language } from '../../src/model/language.ts';
import type { Fault } from '../lib/fault.ts';

/** A component in a text that refers to the data: `Num`, `Ratio`, `Cite`, `Art`, `Chart`, `Fig`, with the ids it names. */
export interface Reference {
  component: string;
  ids: string[];
  field?: string;
}

/** A parsed text: sections, references, length and faults. */
export interface Prose {
  language: Language;
  sections: string[];
  references: Reference[];
  /** English words, or 汉字 in Chinese. */
  length: number;
  /** Words (汉字) per sentence: a simple measure of readability. */
  perSentence: number;
  faults: Omit<Fault, 'file'>[];
}

const HAN = '\\p{Script=Han}';
const REFERENCE = /<(Num|Ratio|Cite|Art|Chart|Fig)\s([^>]*?)\/?>/g;

/**
 * Reads one MDX text. Faults: a placeholder, a paragraph without a source outside `<Ours>` and `<Gap>`, a typed number other than a year, an age or an article,
 * and in Chinese half-width punctuation or a missing space between 汉字 and Latin letters or digits.
 */
export function readProse(mdx: string, language: Language): Prose {
  const blocks = blocksOf(mdx);
  const faults = placeholderBlocks(mdx);
  let ours = false;
  let exempt = false;
  for (const [index, { row, text }] of blocks.entries()) {
    if (/^<(Ours|Gap)>/.test(text)) ours = true;
    if (/^#+ /.test(text)) exempt = NEEDS_NO_SOURCE.test(text);
    if (isParagraph(text)) {
      const leadsToChart = blocks[index + 1]?.text.startsWith('<Chart') ?? false;
      if (
        !ours &&
        !exempt &&
        !leadsToChart &&
        !/<(Num|Ratio|Cite|Chart|Fig|Findings|Causes)\b/.test(text) &&
        !/\]\(\/(en|zh)\//.test(text)
      )
        faults.push({
          row,
          value: plainText(text),
          what: 'names no source',
          right: 'add <Cite id="…" />, put our own judgement into <Ours>, and what no source says into <Gap>',
        });
    }
    if (!/^(#+ |\||<|```)/.test(text) && !ours) faults.push(...typedNumbers(row, text, language));
    if (language === 'zh') faults.push(...chineseTypography(row, text));
    if (/<\/(Ours|Gap)>\s*$/.test(text)) ours = false;
  }
  const body = blocks.map(({ text }) => plainText(text)).join('\n');
  const length =
    language === 'zh'
      ? (body.match(new RegExp(HAN, 'gu')) ?? []).length
      : (body.match(/[\p{L}\p{N}’'-]+/gu) ?? []).length;
  const sentences = Math.max(
    1,
    (body.match(language === 'zh' ? /[。！？]/g : /[.!?](?=\s|$)/g) ?? []).length,
  );
  return {
    language,
    sections: blocks.filter(({ text }) => /^## /.test(text)).map(({ text }) => text.slice(3).trim()),
    references: referencesOf(mdx),
    length,
    perSentence: Math.round((length / sentences) * 10) / 10,
    faults,
  };
}

/** The blocks of a text that are still the placeholders of `npm run new:case`. */
export const placeholderBlocks = (mdx: string): Omit<Fault, 'file'>[] =>
  blocksOf(mdx)
    .map(({ row, text }) => ({ row, value: plainText(text), what: 'is still to be written' }))
    .filter(({ value }) => value !== '' && isPlaceholder(value));

/** Sections whose paragraphs need no source. */
const NEEDS_NO_SOURCE = /^#+ (Further reading|延伸阅读|Templates|模板|What was looked for|查找范围)/;

/** Differences between the two texts of a piece: sections, and the rows and sources they refer to. */
export function compareTwins(en: Prose, zh: Prose): Omit<Fault, 'file'>[] {
  const faults: Omit<Fault, 'file'>[] = [];
  if (en.sections.length !== zh.sections.length)
    faults.push({
      what: `has ${zh.sections.length} sections, the English text ${en.sections.length}`,
      right: 'the same sections in both languages',
    });
  const keys = (prose: Prose): Set<string> =>
    new Set(
      prose.references.flatMap(({ component, ids }) =>
        ids.map((id) => `${component === 'Ratio' ? 'Num' : component} ${id}`),
      ),
    );
  const [english, chinese] = [keys(en), keys(zh)];
  const onlyEnglish = [...english].filter((key) => !chinese.has(key));
  const onlyChinese = [...chinese].filter((key) => !english.has(key));
  if (onlyEnglish.length > 0)
    faults.push({ what: `lacks what the English text points at: ${onlyEnglish.join(', ')}` });
  if (onlyChinese.length > 0)
    faults.push({ what: `points at what the English text does not: ${onlyChinese.join(', ')}` });
  return faults;
}

function referencesOf(mdx: string): Reference[] {
  return [...mdx.matchAll(REFERENCE)].map(([, component, attributes]) => {
    const values = Object.fromEntries(
      [...attributes!.matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value!]),
    );
    const ids = component === 'Ratio' ? [values['a'] ?? '', values['b'] ?? ''] : [values['id'] ?? ''];
    return { component: component!, ids, ...(values['field'] ? { field: values['field'] } : {}) };
  });
}

function blocksOf(mdx: string): { row: number; text: string }[] {
  const lines = mdx.split('\n');
  const end = lines[0] === '---' ? lines.indexOf('---', 1) : -1;
  const blocks: { row: number; text: string }[] = [];
  let open: { row: number; text: string } | undefined;
  lines.forEach((line, index) => {
    if (index <= end) return;
    if (line.trim() === '' || /^#+ /.test(line)) open = undefined;
    if (line.trim() === '') return;
    if (open) open.text += `\n${line}`;
    else blocks.push((open = { row: index + 1, text: line }));
  });
  return blocks;
}

const isParagraph = (text: string): boolean => !/^(#|\||<|[-*] |\d+\. |```|import |export )/.test(text);

/** The text of a block without components and markup. */
export const plainText = (text: string): string =>
  text
    .replace(/<[^>]*>/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*`#|]/g, '')
    .trim();

/** Ages, articles, addresses and names that contain digits. */
const MAY_BE_TYPED =
  /(aged|Aged|Section|Article|section|article|No\.) \d+( and over)?|\d+ (and|or) (over|older)|〔\d+〕\d+ ?号|SA8000|\d{4}[\/–-]\d\d(?!\d)/g;

/** Numbers that must be looked up: all but years and those in `MAY_BE_TYPED`. */
const TYPED = {
  en: /(?<![\d,.-])(?!(?:19|20|18)\d\d(?![\d,.]\d))\d[\d,.]*\d(?:\s?%| per cent)?|\d+(?:\.\d+)?\s?%/g,
  zh: /(?<![\d,.-])(?!(?:19|20|18)\d\d(?![\d,.]\d))\d[\d,.]*\d(?=\s*[万亿元人个家%％])|\d+(?:\.\d+)?\s?[%％]/g,
};

function typedNumbers(row: number, text: string, language: Language): Omit<Fault, 'file'>[] {
  const plain = plainText(text.replace(/^\d+\. /gm, ''));
  return [...plain.replace(MAY_BE_TYPED, '').matchAll(TYPED[language])].map(([value]) => ({
    row,
    value,
    what: 'is typed',
    right: 'look it up: <Num id="…" />, or write it in words where no dataset has it',
  }));
}

const HALF_WIDTH = new RegExp(
  `(?<=[${HAN}])[,;:?!]|[,;:?!](?=[${HAN}])|(?<=[${HAN}])\\.(?!\\d)|(?<=[${HAN}])\\(|\\)(?=[${HAN}])`,
  'gu',
);
const NO_SPACE = new RegExp(`(?<=[${HAN}])[A-Za-z0-9]|[A-Za-z0-9%](?=[${HAN}])`, 'gu');

const BOLD = /\*\*([^*\n]+)\*\*/g;

/** Markdown does not end bold between a punctuation mark and a letter. @see https://spec.commonmark.org/0.31.2/#right-flanking-delimiter-run */
const staysLiteral = (text: string): string[] =>
  [...text.matchAll(BOLD)]
    .filter(({ 0: bold, 1: words, index }) => {
      const next = text.charAt(index + bold.length);
      return /\p{P}$/u.test(words!) && /[\p{L}\p{N}]/u.test(next);
    })
    .map(([bold]) => bold);

/** GB/T 15834: full-width punctuation between 汉字. */
export const halfWidthFaults = (plain: string): Omit<Fault, 'file'>[] =>
  [...plain.matchAll(HALF_WIDTH)].map(({ index }) => ({
    value: plain.slice(Math.max(0, index - 6), index + 7),
    what: 'has half-width punctuation',
    right: '用全角标点',
  }));

/** Full-width punctuation between 汉字; and by custom a space between 汉字 and Latin letters or digits. */
function chineseTypography(row: number, text: string): Omit<Fault, 'file'>[] {
  const plain = plainText(text.replace(/`[^`]*`/g, ' ').replace(/<[^>]*>/g, '\u0000')).replaceAll(
    '\u0000',
    '',
  );
  // A component separates the 汉字 before and after it.
  const faults: Omit<Fault, 'file'>[] = halfWidthFaults(plain).map((fault) => ({ row, ...fault }));
  for (const value of staysLiteral(text))
    faults.push({ row, value, what: 'is not read as bold: its asterisks are printed', right: '**后空一格' });
  const joined = plainText(text.replace(/`[^`]*`/g, ' ').replace(/<[^>]*>/g, ' '));
  for (const match of joined.matchAll(NO_SPACE))
    faults.push({
      row,
      value: joined.slice(Math.max(0, match.index - 6), match.index + 7),
      what: 'lacks a space between 汉字 and Latin',
      right: '中西文之间空一格',
    });
  return faults;
}
