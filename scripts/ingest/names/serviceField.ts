import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { CommandError, describeFault, type Fault } from '../../lib/fault.ts';
import { readCodelists } from '../../lib/codelists.ts';

/** The keyword table, to be edited: `field,language,words`, the words of a row separated by `|`. */
const TABLE = new URL('serviceField.csv', import.meta.url);
const TABLE_NAME = 'scripts/ingest/names/serviceField.csv';
const PROJECT = join(import.meta.dirname, '..', '..', '..');
const HEADER = ['field', 'language', 'words'];
const LANGUAGES = ['en', 'zh', 'ja'];
/** In place of a field: the words of the row indicate no field, and the rows below do not match them. */
const NONE = 'none';
/** Texts in the cache; it is cleared when it is full. */
const KEPT = 20_000;

/** A field of service, with the word that matched. */
interface ServiceField {
  field: string;
  word: string;
}

/** Consecutive rows of one field as one pattern, tested on the text in NFKC and upper case. */
interface FieldRule {
  field: string;
  words: RegExp;
}

let rules: readonly FieldRule[] | undefined;
const kept = new Map<string, ServiceField | null>();

/**
 * The field of service of a title, with the word that matched; `null` where none does. The first row of the table that matches wins,
 * so narrow terms come before wide ones.
 * @throws CommandError where the table has faults
 */
export function serviceFieldOf(title: string): ServiceField | null {
  const known = kept.get(title);
  if (known !== undefined) return known;
  rules ??= readFieldRules(readFileSync(TABLE, 'utf8'), knownFields());
  const found = fieldBy(rules, title);
  if (kept.size >= KEPT) kept.clear();
  kept.set(title, found);
  return found;
}

/** As `serviceFieldOf`, with other rules. */
export function fieldBy(by: readonly FieldRule[], title: string): ServiceField | null {
  let text = title.normalize('NFKC').replace(/\s+/g, ' ').toUpperCase();
  for (const { field, words } of by) {
    const match = words.exec(text);
    if (!match) continue;
    if (field !== NONE) return { field, word: match[0] };
    text = text.replace(new RegExp(words, 'gu'), ' ');
  }
  return null;
}

/** The codes of `service_field` in the datasets. */
const knownFields = (): string[] => Object.keys(readCodelists(PROJECT).lists['service-field']!);

/**
 * The keyword table as patterns. An English word is found as a whole, with `*` behind it also as a beginning (`disabilit*`); a space in it
 * may be missing or a hyphen. A Chinese or Japanese word is found anywhere.
 * @param fields what `field` may be
 * @throws CommandError with all faults: an unknown field or language, or a word that is empty, malformed or repeated
 */
export function readFieldRules(csv: string, fields: readonly string[], file = TABLE_NAME): FieldRule[] {
  const [header = [], ...rows] = Papa.parse<string[]>(csv.replace(/^\ufeff/, ''), {
    delimiter: ',',
  }).data;
  const faults: Fault[] = [];
  if (header.join() !== HEADER.join())
    faults.push({ file, row: 1, value: header.join(), what: 'is not the header', right: HEADER.join() });
  const seen = new Map<string, number>();
  const groups: { field: string; patterns: string[] }[] = [];
  rows.forEach((cells, index) => {
    const row = index + 2;
    const [field = '', language = '', list = ''] = cells.map((cell) => cell.trim());
    if (cells.length === 1 && field === '') return;
    const fault = (column: string, value: string, what: string, right: string): void =>
      void faults.push({ file, row, column, value, what, right });
    if (cells.length !== HEADER.length)
      fault('words', cells.join(), `has ${cells.length} cells`, 'field,language,words');
    if (field !== NONE && !fields.includes(field))
      fault('field', field, 'is not a field of service', `one of ${[...fields, NONE].join(', ')}`);
    if (!LANGUAGES.includes(language))
      fault('language', language, 'is not a language of the table', LANGUAGES.join(', '));
    const patterns = list.split('|').map((printed) => {
      const word = printed.normalize('NFKC').trim().toUpperCase();
      if (!isWord(word, language))
        fault(
          'words',
          printed,
          'is not a word',
          'letters, optionally * at the end of an English word; words separated by |',
        );
      else if (seen.has(word))
        fault('words', printed, `is already in row ${seen.get(word)}`, 'keep one of the two: the first wins');
      else seen.set(word, row);
      return patternOf(word, language);
    });
    const last = groups.at(-1);
    if (last?.field === field) last.patterns.push(...patterns);
    else groups.push({ field, patterns });
  });
  if (faults.length > 0) throw new CommandError(faults.map(describeFault).join('\n'));
  return groups.map(({ field, patterns }) => ({ field, words: new RegExp(patterns.join('|'), 'u') }));
}

const isWord = (word: string, language: string): boolean =>
  language === 'en'
    ? /^[A-Z][A-Z0-9 &+'/-]*\*?$/.test(word)
    : /^[A-Z0-9]*\p{Script_Extensions=Han}|^\p{Script=Katakana}|^\p{Script=Hiragana}/u.test(word) &&
      /^[\p{L}\p{N}ー]{2,}$/u.test(word);

function patternOf(word: string, language: string): string {
  const escaped = word.replace(/[*+]/g, '\\$&');
  if (language !== 'en') return escaped;
  const whole = escaped.replace(/ +/g, String.raw`[\s\-]*`).replace(/\\\*$/, '[A-Z]*');
  return `(?<![A-Z])(?:${whole})(?![A-Z])`;
}
