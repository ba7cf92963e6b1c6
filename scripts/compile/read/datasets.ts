import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { Dataset } from '../../../src/model/dataset.ts';
import { RELEASE_DATE } from '../../../src/model/site.ts';
import type { Fault } from '../../lib/fault.ts';
import { derivedFile, isDerived, strayFiles, tableFiles } from './tableFiles.ts';
import { fillCodelists, readCodelists, type Codelists } from '../../lib/codelists.ts';
import { schemaFaults } from '../../lib/schemaFault.ts';
import { notAFile, readTextFile } from '../../lib/textFile.ts';

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
  return {
    datasets,
    faults: [...faults, ...repeatedTables(datasets), ...unknownReferences(datasets, faults)],
  };
}

/** Tables of one name in two datasets: SQL reads all tables by their names alone. */
function repeatedTables(datasets: readonly Dataset[]): Fault[] {
  const owner = new Map<string, string>();
  return datasets.flatMap(({ id, tables }) =>
    tables.flatMap(({ name }) => {
      const view = name.replaceAll('-', '_');
      const other = owner.get(view) ?? id;
      owner.set(view, other);
      if (other === id) return [];
      return [
        {
          file: `data/${id}/dataset.yaml`,
          column: 'tables',
          value: name,
          what: `is a table of ${other} too`,
          right: 'a name that no other table has, since SQL reads tables by their names',
        },
      ];
    }),
  );
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
  const { text, fault } = readTextFile(root, file);
  if (fault) return { faults: [fault] };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
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
    return { faults: parsed.error.issues.flatMap((issue) => schemaFaults(file, issue, described)) };
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

function missingFiles(root: string, dataset: Dataset): Fault[] {
  const faults: Fault[] = [];
  for (const { name } of dataset.tables) {
    const files = tableFiles(root, dataset.id, name).filter(({ file }) => existsSync(join(root, file)));
    if (isDerived(root, dataset.id, name))
      for (const { file } of files)
        faults.push({
          file,
          what: `is derived by ${derivedFile(dataset.id, name)} too`,
          right: 'keep one of the two',
        });
    else if (files.length === 0)
      faults.push({
        file: `data/${dataset.id}/${name}.csv`,
        what: 'is missing',
        right: `data/${dataset.id}/dataset.yaml describes a table "${name}"`,
      });
    for (const { file } of files) {
      const fault = notAFile(join(root, file));
      if (fault) faults.push({ file, ...fault });
    }
  }
  const changes = `data/${dataset.id}/CHANGES.md`;
  if (!existsSync(join(root, changes)))
    return [
      ...faults,
      { file: changes, what: 'is missing', right: `begin it with "## ${dataset.version} — ${RELEASE_DATE}"` },
    ];
  const { fault } = readTextFile(root, changes);
  return fault ? [...faults, fault] : faults;
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
