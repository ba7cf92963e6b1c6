import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Language } from '../../src/model/language.ts';
import { FaultsFound, type Fault } from '../lib/fault.ts';
import { schemaFaults } from '../lib/schemaFault.ts';
import { plainText } from './readProse.ts';

export const WORDING_FILE = 'content/prose.yaml';

/** A wording that texts must not have, and what to write instead. */
export interface Wording {
  language: Language;
  pattern: RegExp;
  write: string;
  /** A sentence that the pattern matches. */
  example: string;
}

const Text = z.string().trim().min(1);
const Entry = z
  .strictObject({
    en: Text.optional(),
    zh: Text.optional(),
    write: Text,
    example: Text,
  })
  .refine(({ en, zh }) => (en === undefined) !== (zh === undefined), {
    message: 'has to name one language: en or zh',
  });

/**
 * Reads the wordings that texts must not have from the list below `root`.
 * @throws FaultsFound with every entry that is wrong: a field, a pattern that is no regular expression, an example that the pattern does not match
 */
export function readWordings(root: string): Wording[] {
  const lines = new LineCounter();
  const yaml = parseDocument(readFileSync(join(root, WORDING_FILE), 'utf8'), { lineCounter: lines });
  if (yaml.errors.length > 0)
    throw new FaultsFound(
      yaml.errors.map(({ message }) => ({ file: WORDING_FILE, what: `is not YAML: ${message}` })),
    );
  /** The line of an entry; of the whole list, its first. */
  const rowOf = (entry: PropertyKey | undefined): number => {
    const node = entry === undefined ? yaml.contents : yaml.get(entry, true);
    return lines.linePos(isNode(node) ? (node.range?.[0] ?? 0) : 0).line;
  };
  const description: unknown = yaml.toJS();
  const parsed = z.array(Entry).safeParse(description);
  if (!parsed.success)
    throw new FaultsFound(
      parsed.error.issues.flatMap((issue) =>
        schemaFaults(WORDING_FILE, issue, description).map((fault) => ({
          row: rowOf(issue.path[0]),
          ...fault,
        })),
      ),
    );
  const faults: Fault[] = [];
  const wordings = parsed.data.flatMap(({ en, zh, write, example }, at): Wording[] => {
    const language: Language = en === undefined ? 'zh' : 'en';
    const source = en ?? zh!;
    const fault = { file: WORDING_FILE, row: rowOf(at), column: language, value: source };
    let pattern: RegExp;
    try {
      pattern = new RegExp(source, 'gu');
    } catch (error) {
      faults.push({ ...fault, what: `is no regular expression: ${(error as Error).message}` });
      return [];
    }
    if (example.search(pattern) < 0)
      faults.push({
        ...fault,
        what: `does not match its example "${example}"`,
        right: 'correct one of them',
      });
    return [{ language, pattern, write, example }];
  });
  if (faults.length > 0) throw new FaultsFound(faults);
  return wordings;
}

/** The wordings in a text that it must not have, in its title and summary too. */
export function wordingFaults(
  mdx: string,
  language: Language,
  wordings: readonly Wording[],
): Omit<Fault, 'file'>[] {
  const refused = wordings.filter((one) => one.language === language);
  return mdx.split('\n').flatMap((line, index) => {
    const plain = plainText(line);
    return refused.flatMap(({ pattern, write }) =>
      [...plain.matchAll(pattern)].map(([value]) => ({
        row: index + 1,
        value: value.trim(),
        what: 'is a wording that is not used',
        right: `write: ${write}`,
      })),
    );
  });
}
