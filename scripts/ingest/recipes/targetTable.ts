import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Dataset, type Table } from '../../../src/model/dataset.ts';
import { CommandError } from '../../lib/fault.ts';
import { fillCodelists, readCodelists } from '../../lib/codelists.ts';

/**
 * The table of `data/` that a recipe fills; its `dataset.yaml` gives the columns and their order.
 * @param root the project's folder
 * @param name `dataset/table`
 * @throws CommandError where there is no such table
 */
export function targetTable(root: string, name: string): Table {
  const [id = '', tableName = ''] = name.split('/');
  const file = join(root, 'data', id, 'dataset.yaml');
  if (!existsSync(file))
    throw new CommandError(`data/${id}/dataset.yaml is missing: it describes the columns of ${name}`);
  const described: unknown = parse(readFileSync(file, 'utf8'));
  fillCodelists(file, described, readCodelists(root).lists);
  const dataset = Dataset.parse(described);
  const table = dataset.tables.find((one) => one.name === tableName);
  if (!table)
    throw new CommandError(
      `data/${id}/dataset.yaml describes no table "${tableName}" (it describes ${dataset.tables.map((one) => one.name).join(', ')})`,
    );
  return table;
}
