import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { Dataset } from '../../../src/model/dataset.ts';
import type { Fault } from '../../lib/fault.ts';
import { derivedFile, isDerived, strayFiles, tableFiles } from './tableFiles.ts';
import { fillCodelists, readCodelists, type Codelists } from '../../lib/codelists.ts';

/**
 * Reads every `data/<dataset>/dataset.yaml` below `root`, in the order of their names.
 * @returns the datasets that could be read, and the faults of those that could not
 */
export function readDatasets(root: string): { datasets: Dataset[]; faults: Fault[] } {
  const folders = readdirSync(join(root, 'data'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const datasets: Dataset[] = [];
  const { lists, faults } = readCodelists(root);
  for (const folder of folders) {
    const read = readDataset(root, folder, lists);
    faults.push(...read.faults);
    if (read.dataset) datasets.push(read.dataset);
  }
  return { datasets, faults: [...faults, ...unknownReferences(datasets, faults)] };
}

function readDataset(root: string, folder: string, lists: Codelists): { dataset?: Dataset; faults: Fault[] } {
  const file = `data/${folder}/dataset.yaml`;
  if (!existsSync(join(root, file)))
    return {
      faults: [
        {
          file: `data/${folder}`,
          what: 'has no dataset.yaml',
          right: 'describe the dataset there, or move the folder out of data/',
        },
      ],
    };
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(join(root, file), 'utf8'), { lineCounter: lines });
  if (document.errors.length > 0)
    return {
      faults: document.errors.map((error) => ({
        file,
        row: lines.linePos(error.pos[0]).line,
        what: `is not YAML: ${error.message.split('\n')[0]!.replace(/ at line .*$/, '')}`,
      })),
    };
  const described: unknown = document.toJS();
  const codelists = fillCodelists(file, described, lists);
  if (codelists.length > 0) return { faults: codelists };
  const parsed = Dataset.safeParse(described);
  if (!parsed.success)
    return { faults: parsed.error.issues.map((issue) => schemaFault(file, issue, described)) };
  if (parsed.data.id !== folder)
    return {
      faults: [
        { file, column: 'id', value: parsed.data.id, what: "is not the folder's name", right: folder },
      ],
    };
  const missing = missingFiles(root, parsed.data);
  return {
    ...(missing.length === 0 ? { dataset: parsed.data } : {}),
    faults: [...missing, ...undescribedFiles(root, parsed.data)],
  };
}

/** A fault of a description; a table or field is called by its name, where it has one, and not by its number. */
function schemaFault(file: string, issue: z.core.$ZodIssue, description: unknown): Fault {
  let here = description;
  const names = issue.path.map((part) => {
    here = (here as Record<PropertyKey, unknown> | undefined)?.[part];
    const name = (here as { name?: unknown } | undefined | null)?.name;
    return typeof part === 'number' && typeof name === 'string' ? name : part;
  });
  const column = names.length > 0 ? names.join('.') : undefined;
  return { file, column, what: issue.message.replace(/^Invalid input: /, 'is wrong: ') };
}

function missingFiles(root: string, dataset: Dataset): Fault[] {
  const faults: Fault[] = [];
  for (const { name } of dataset.tables)
    if (isDerived(root, dataset.id, name)) {
      for (const { file } of tableFiles(root, dataset.id, name).filter(({ file }) =>
        existsSync(join(root, file)),
      ))
        faults.push({
          file,
          what: `is derived by ${derivedFile(dataset.id, name)} too`,
          right: 'keep one of the two',
        });
    } else if (!tableFiles(root, dataset.id, name).some(({ file }) => existsSync(join(root, file))))
      faults.push({
        file: `data/${dataset.id}/${name}.csv`,
        what: 'is missing',
        right: `data/${dataset.id}/dataset.yaml describes a table "${name}"`,
      });
  if (!existsSync(join(root, 'data', dataset.id, 'CHANGES.md')))
    faults.push({
      file: `data/${dataset.id}/CHANGES.md`,
      what: 'is missing',
      right: `begin it with "## ${dataset.version}"`,
    });
  return faults;
}

function undescribedFiles(root: string, dataset: Dataset): Fault[] {
  const names = dataset.tables.map(({ name }) => name);
  return [
    ...strayFiles(root, dataset.id, names).map((file) => ({
      file,
      what: 'is not described in dataset.yaml',
      right:
        'rows are in <table>.csv, or in <table>/<part>.csv or .csv.gz of a table described there; SQL is in derive/<table>.sql',
    })),
    ...names.flatMap((name) =>
      tableFiles(root, dataset.id, name)
        .filter(({ part }, index, files) => part !== undefined && part === files[index - 1]?.part)
        .map(({ file, part }) => ({
          file,
          what: `is the part "${part}" a second time`,
          right: 'keep one of the two files',
        })),
    ),
  ];
}

/** Foreign keys that name a dataset, table or field that is nowhere; silent while a dataset could not be read at all. */
function unknownReferences(datasets: Dataset[], earlier: Fault[]): Fault[] {
  if (earlier.length > 0) return [];
  const faults: Fault[] = [];
  for (const dataset of datasets)
    for (const table of dataset.tables)
      for (const { fields, reference } of table.foreignKeys) {
        const target = datasets
          .find((d) => d.id === reference.dataset)
          ?.tables.find((t) => t.name === reference.table);
        if (!target || reference.fields.join() !== target.primaryKey.join())
          faults.push({
            file: `data/${dataset.id}/dataset.yaml`,
            column: `${table.name}.${fields.join('+')}`,
            value: `${reference.dataset}/${reference.table}.${reference.fields.join('+')}`,
            what: target ? 'is not the primary key of that table' : 'is no table of this project',
            right: target ? target.primaryKey.join('+') : 'name a dataset in data/ and a table in it',
          });
      }
  return faults;
}
