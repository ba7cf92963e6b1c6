import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { CommandError } from '../../lib/fault.ts';

/** The rules, to be edited; they are published as a table of the dataset service-categories. */
const TABLE = 'data/service-categories/chinese_title_rules.csv';
const PROJECT = join(import.meta.dirname, '..', '..', '..');

/** Where a title was published: on a board of construction tenders what no rule names is works, elsewhere it is not known. */
export type Board = 'construction' | 'general';

/** What a title of a Chinese notice says of what is bought. */
export interface TitleClass {
  /** goods, services or works, as OCDS names them; `null` where no rule fits. */
  category: string | null;
  /** Id of the rule that said so. */
  rule: string | null;
  /** Field of a service; `null` for all else. */
  field: string | null;
}

interface TitleRule {
  id: string;
  step: string;
  code: string;
  board: string;
  pattern: RegExp;
  unless: RegExp | null;
}

const STEPS = ['class', 'field'];
const BOARDS = ['any', 'construction', 'general'];
const CLASSES = ['goods', 'services', 'works'];
/** Words for the stage and the number of the call, which say nothing of what is bought. */
const STAGE = /中标结果公告|[(（]第\d+次招标[)）]/g;
let rules: readonly TitleRule[] | undefined;

/**
 * Class and field of a Chinese title by the table of rules: the first rule that fits wins.
 * @param summary read where the title says no class, or no field of its own
 * @example `classOfTitle('某路道路工程施工监理', 'construction')` → `{ category: 'services', rule: 'title-professional-service', field: 'engineering' }`
 */
export function classOfTitle(title: string, board: Board, summary = ''): TitleClass {
  const [text, more] = [plain(title), plain(summary.slice(0, SUMMARY))];
  const found = firstOf('class', text, board) ?? firstOf('class', more, board);
  if (found?.code !== 'services')
    return { category: found?.code ?? null, rule: found?.id ?? null, field: null };
  const field = firstOf('field', text, board)?.code ?? null;
  return {
    category: found.code,
    rule: found.id,
    field: field === OTHER && more !== '' ? (firstOf('field', text + more, board)?.code ?? null) : field,
  };
}

/** What is read of a summary, which may run to pages. */
const SUMMARY = 60;
/** The field of what no other rule names. */
const OTHER = 'other';
const plain = (text: string): string => text.replace(/\s+/g, '').replace(STAGE, '');

function firstOf(step: string, text: string, board: Board): TitleRule | undefined {
  if (text === '') return undefined;
  rules ??= readTitleRules(readFileSync(join(PROJECT, TABLE), 'utf8'));
  return rules.find(
    (rule) =>
      rule.step === step &&
      (rule.board === 'any' || rule.board === board) &&
      rule.pattern.test(text) &&
      !rule.unless?.test(text),
  );
}

/**
 * The table as patterns, in its order. `@id` in `unless` stands for the pattern of the rule with that id.
 * @throws CommandError that names the row, the column and what would be right
 */
export function readTitleRules(csv: string): TitleRule[] {
  const { data } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
  const patterns = new Map(data.map(({ id, pattern }) => [id!, pattern!]));
  return data.map((cells, index) => {
    const fault = (column: string, right: string): never => {
      throw new CommandError(
        `${TABLE}, row ${index + 2}, ${column}: "${cells[column] ?? ''}" is not ${right}`,
      );
    };
    const oneOf = (column: string, codes: readonly string[]): string =>
      codes.includes(cells[column] ?? '') ? cells[column]! : fault(column, `one of ${codes.join(', ')}`);
    const step = oneOf('step', STEPS);
    const unless = (cells['unless'] ?? '').replace(
      /@([a-z-]+)/g,
      (_, id: string) => patterns.get(id) ?? fault('unless', `the id of a rule after @`),
    );
    const expression = (column: string, text: string): RegExp => {
      try {
        return new RegExp(text);
      } catch {
        return fault(column, 'a regular expression');
      }
    };
    return {
      id: cells['id']!,
      step,
      code: step === 'class' ? oneOf('code', CLASSES) : cells['code']!,
      board: oneOf('board', BOARDS),
      pattern: expression('pattern', cells['pattern'] ?? ''),
      unless: unless === '' ? null : expression('unless', unless),
    };
  });
}
