import { strings } from '../../i18n/strings.ts';
import type { PublishedDataset, PublishedTable } from '../../model/catalogue.ts';
import type { Field } from '../../model/field.ts';
import type { Language } from '../../model/language.ts';
import { href } from '../../model/site.ts';
import { parquetParts } from '../../published/parquetParts.ts';
import { readFirstRows } from '../../published/readCatalogue.ts';
import {
  CURRENCY,
  type ExplorerField,
  type ExplorerSettings,
  type ExplorerTable,
} from './explorerSettings.ts';

/** Columns with names, in which readers search. */
const NAMES = ['supplier', 'title', 'buyer', 'name'];

/** Columns that say where a row comes from, and details of other columns: not in the short choice of columns. */
const HELPER =
  /^(?:file|row_in_file|confidence|period|currency|department|estimate|id)$|_(?:id|rule|printed)$/;
const SHORT = 10;

/** Columns that nobody filters by: keys, free text, and the line in a raw file. */
const UNFILTERED = /^(?:id|title|row_in_file)$|_id$/;

/** A column of a small table is offered as a list of values where it has at most this many. */
const FEW = 60;

/** The tables of a dataset as the explorer needs them, those that are published as Parquet; large ones first. */
export function explorerSettings(dataset: PublishedDataset, language: Language): ExplorerSettings {
  const tables = dataset.tables.filter(({ files }) => files.some(({ format }) => format === 'parquet'));
  return {
    dataset: {
      id: dataset.id,
      title: dataset.title[language],
      version: dataset.version,
      date: dataset.modified,
    },
    tables: tables
      .sort((a, b) => Number(b.large !== undefined) - Number(a.large !== undefined))
      .map((table) => explorerTable(dataset, table, language)),
    sources: href(`/${language}/sources/`),
  };
}

function explorerTable(dataset: PublishedDataset, table: PublishedTable, language: Language): ExplorerTable {
  const [key, ...others] = table.primaryKey;
  const short = table.fields.filter(({ name }) => !HELPER.test(name)).slice(0, SHORT);
  const names = table.fields.filter(({ name }) => NAMES.includes(name));
  const searched =
    names.length > 0 ? names : table.fields.filter((field) => field.type === 'string' && !field.labels);
  const hasCurrency = table.fields.some(({ name }) => name === CURRENCY);
  return {
    name: table.name,
    title: table.title[language],
    rows: table.rows,
    parts: parquetParts(dataset.id, table).map(({ name, ...part }) => ({
      url: href(`/data/${dataset.id}/${name}`),
      ...part,
    })),
    ...(others.length === 0 && { key }),
    fields: table.fields.map((field): ExplorerField => {
      const labels = labelsOf(dataset, table, field, language);
      const filter = filterOf(dataset, table, field);
      const money = hasCurrency && field.type === 'number' && !field.unit;
      return {
        name: field.name,
        type: field.type,
        title: field.title[language],
        missing: strings(language).missingKinds[field.missing]!,
        ...(field.unit && { unit: field.unit }),
        ...(labels && { labels }),
        ...(filter && { filter }),
        ...(short.includes(field) && { short: true }),
        ...(searched.includes(field) && { searched: true }),
        ...(money && { money: true }),
      };
    }),
  };
}

/** The labels of codes, and the names of places. */
function labelsOf(
  { coverage }: PublishedDataset,
  { foreignKeys }: PublishedTable,
  { name, labels }: Field,
  language: Language,
): Record<string, string> | undefined {
  if (labels)
    return Object.fromEntries(Object.entries(labels).map(([code, label]) => [code, label[language]]));
  const isPlace = foreignKeys.some(
    ({ fields, list, reference }) => fields.join() === name && !list && reference.dataset === 'places',
  );
  return isPlace
    ? Object.fromEntries(coverage.places.map((place) => [place.id, place.name[language]]))
    : undefined;
}

function filterOf(
  dataset: PublishedDataset,
  table: PublishedTable,
  field: Field,
): ExplorerField['filter'] | undefined {
  const { name, type } = field;
  if (UNFILTERED.test(name) || table.primaryKey.includes(name) || type === 'url') return undefined;
  if (type !== 'string' && type !== 'boolean') return 'range';
  if (table.large) return 'values';
  const values = new Set(readFirstRows(dataset.id, table).map((row) => row[name]));
  return values.size > 1 && values.size <= FEW ? 'values' : undefined;
}
