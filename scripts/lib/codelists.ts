import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { Bilingual } from '../../src/model/language.ts';
import type { Fault } from './fault.ts';
import { schemaFaults } from './schemaFault.ts';
import { readTextFile } from './textFile.ts';

/** The file of the code lists, relative to the project's root. */
const CODELISTS_FILE = 'data/codelists.yaml';

/** Code lists shared by several datasets, by name: each code with its label. */
const Codelists = z.record(z.string(), z.record(z.string(), Bilingual));
export type Codelists = z.infer<typeof Codelists>;

/** Reads the shared code lists of a project; none where the file does not exist. */
export function readCodelists(root: string): { lists: Codelists; faults: Fault[] } {
  if (!existsSync(join(root, CODELISTS_FILE))) return { lists: {}, faults: [] };
  const { text, fault } = readTextFile(root, CODELISTS_FILE);
  if (fault) return { lists: {}, faults: [fault] };
  try {
    const described: unknown = parse(text);
    const read = Codelists.safeParse(described);
    if (read.success) return { lists: read.data, faults: [] };
    return {
      lists: {},
      faults: read.error.issues.flatMap((issue) => schemaFaults(CODELISTS_FILE, issue, described)),
    };
  } catch (error) {
    const [what] = (error as Error).message.split('\n');
    return { lists: {}, faults: [{ file: CODELISTS_FILE, what: `is not YAML: ${what}` }] };
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const recordsOf = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];

/**
 * Fills the codes and labels of shared lists into the fields of a description that name one; malformed parts are left to the
 * validation of the whole.
 * @param file the name of the description in faults
 * @returns faults: an unknown list, or a list together with codes of the field itself
 */
export function fillCodelists(file: string, described: unknown, lists: Codelists): Fault[] {
  const faults: Fault[] = [];
  const tables = isRecord(described) ? recordsOf(described['tables']) : [];
  // A field that several tables share by a YAML alias is one object, and is filled once.
  const fields = new Map(
    tables.flatMap((table) => recordsOf(table['fields']).map((field) => [field, table] as const)),
  );
  for (const [field, table] of fields) {
    const { codelist } = field;
    if (typeof codelist !== 'string') continue;
    const fault = { file, column: `${String(table['name'])}.${String(field['name'])}`, value: codelist };
    const list = lists[codelist];
    const constraints = isRecord(field['constraints']) ? field['constraints'] : {};
    if (!list)
      faults.push({
        ...fault,
        what: 'is no code list',
        right: Object.keys(lists).join(', ') || `there is no ${CODELISTS_FILE}`,
      });
    else if (field['labels'] !== undefined || constraints['enum'] !== undefined)
      faults.push({ ...fault, what: 'has codes of its own beside it', right: 'one of the two' });
    else Object.assign(field, { labels: list, constraints: { ...constraints, enum: Object.keys(list) } });
  }
  return faults;
}
