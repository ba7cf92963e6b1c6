import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { CommandError } from '../../lib/fault.ts';
import { supplierKey } from './supplierKey.ts';

/** What a table says of a payee whose name alone misleads. */
type Listed = 'firm' | 'person';

/** Well-known firms that are named like a person. */
const KNOWN_FIRMS = join(import.meta.dirname, 'persons.csv');
/** The table of one project, in the folder where ingest runs. It may name persons, so it is not for publication. */
const OWN_TABLE = 'persons.csv';

let listed: Map<string, Listed> | undefined;

/**
 * Whether a table says that a payee is a firm or a person: first `persons.csv` of the folder in which ingest runs, then the list of known firms. Names are
 * compared without case, punctuation and the spelling of legal forms.
 */
export function listedPayee(name: string): Listed | null {
  listed ??= new Map([
    ...readPayees(readFileSync(KNOWN_FIRMS, 'utf8'), KNOWN_FIRMS),
    ...(existsSync(OWN_TABLE) ? readPayees(readFileSync(OWN_TABLE, 'utf8'), OWN_TABLE) : []),
  ]);
  return listed.get(supplierKey(name)) ?? null;
}

/**
 * A table with the columns `name` and `is`, which is `firm` or `person`.
 * @throws CommandError that names the row, the column and what would be right
 */
export function readPayees(csv: string, file: string): Map<string, Listed> {
  const { data, meta } = Papa.parse<Record<string, string>>(csv.replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: true,
  });
  for (const column of ['name', 'is'])
    if (!meta.fields?.includes(column))
      throw new CommandError(`${file} has no column "${column}" (write name,is in its first row)`);
  return new Map(
    data.map(({ name = '', is = '' }, index) => {
      if (name.trim() === '')
        throw new CommandError(`${file}:${index + 2}:name is empty (write the name as the file prints it)`);
      if (is !== 'firm' && is !== 'person')
        throw new CommandError(`${file}:${index + 2}:is "${is}" is not firm or person`);
      return [supplierKey(name), is] as const;
    }),
  );
}
