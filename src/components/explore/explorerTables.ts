import { exploreWords } from '../../i18n/exploreWords.ts';
import { strings } from '../../i18n/strings.ts';
import type { PublishedDataset, PublishedTable } from '../../model/catalogue.ts';
import type { Field } from '../../model/field.ts';
import { isNumeric } from '../../model/fieldType.ts';
import type { Language } from '../../model/language.ts';
import { href } from '../../model/site.ts';
import { DOLLAR_YEAR } from '../../model/comparablePrices.ts';
import { dollarFactors } from '../../published/internationalDollars.ts';
import { parquetParts } from '../../published/parquetParts.ts';
import { hasRowPages, readFirstRows } from '../../published/readCatalogue.ts';
import {
  CURRENCY,
  type ExplorerField,
  type ExplorerSettings,
  type ExplorerTable,
} from './explorerSettings.ts';
import { shortChoice } from './shortChoice.ts';
import { wholeTableCounts } from './wholeTableCounts.ts';

/** Columns with names, in which readers of a large table search; of a small one all columns are searched. */
const NAMES = ['supplier', 'title', 'buyer', 'name'];

/** The amount that is also shown converted where a table has several currencies, and the dates whose year it is of. */
const AMOUNT = 'amount';
const DATES = ['awarded', 'date', 'start', 'year'];

/** Filters that are open at first. */
const OPEN_FILTERS = 3;

/** Columns that nobody filters by: keys, free text, and the line in a raw file. */
const UNFILTERED = /^(?:id|title|row_in_file)$|_id$/;

/** A column of a small table is offered as a list of values where it has at most this many. */
const FEW = 60;

/** The tables of a dataset as the explorer needs them, those that are published as Parquet; large ones first. */
export const explorerTables = (dataset: PublishedDataset): PublishedTable[] =>
  dataset.tables
    .filter(({ files }) => files.some(({ format }) => format === 'parquet'))
    .sort((a, b) => Number(b.large !== undefined) - Number(a.large !== undefined));

/** What the page tells the script of these tables. */
export async function explorerSettings(
  dataset: PublishedDataset,
  language: Language,
  tables: readonly PublishedTable[] = explorerTables(dataset),
  place: Pick<ExplorerSettings, 'prefix' | 'page'> = { prefix: '' },
): Promise<ExplorerSettings> {
  return {
    dataset: {
      id: dataset.id,
      title: dataset.title[language],
      version: dataset.version,
      date: dataset.modified,
    },
    tables: await Promise.all(tables.map((table) => explorerTable(dataset, table, language))),
    ...place,
    sources: href(`/${language}/sources/`),
  };
}

async function explorerTable(
  dataset: PublishedDataset,
  table: PublishedTable,
  language: Language,
): Promise<ExplorerTable> {
  const [key, ...others] = table.primaryKey;
  const short = shortChoice(table.fields, language);
  const names = table.fields.filter(({ name }) => NAMES.includes(name));
  const searched =
    !table.large || names.length === 0
      ? table.fields.filter((field) => !table.large || (field.type === 'string' && !field.labels))
      : names;
  const parts = parquetParts(dataset.id, table);
  const currencies = new Set(parts.flatMap((part) => part.currencies));
  const dates = DATES.filter((name) => table.fields.some((field) => field.name === name));
  const counts = new Map(
    await Promise.all(
      openFilters(dataset, table).map(
        async ({ name }) => [name, await wholeTableCounts(dataset.id, table, parts, name)] as const,
      ),
    ),
  );
  const hasCurrency = table.fields.some(({ name }) => name === CURRENCY);
  return {
    name: table.name,
    title: table.title[language],
    rows: table.rows,
    parts: parts.map(({ name, bytes, footer, rows }) => ({
      url: href(`/data/${dataset.id}/${name}`),
      bytes,
      footer,
      rows,
    })),
    ...(others.length === 0 && { key }),
    ...(hasRowPages(dataset.id, table) && { rowPages: href(`/${language}/datasets/${dataset.id}/row/`) }),
    fields: table.fields.flatMap((field): ExplorerField[] => {
      const labels = labelsOf(dataset, table, field, language);
      const filter = filterOf(dataset, table, field);
      const place = short.indexOf(field) + 1;
      const ownCounts = counts.get(field.name);
      const money = hasCurrency && field.type === 'number' && !field.unit;
      const described: ExplorerField = {
        name: field.name,
        type: field.type,
        title: field.title[language],
        missing: strings(language).missingKinds[field.missing]!,
        ...(field.unit && { unit: field.unit }),
        ...(labels && { labels }),
        ...(filter && { filter }),
        ...(ownCounts && { counts: ownCounts.map(({ value, count }) => [value, count] as const) }),
        ...(place > 0 && { short: place }),
        ...(searched.includes(field) && { searched: true }),
        ...(money && { money: true }),
      };
      const isConverted = field.name === AMOUNT && money && currencies.size > 1 && dates.length > 0;
      return isConverted ? [described, convertedField(described, dates, language)] : [described];
    }),
  };
}

/** Amounts in several currencies as international dollars, beside the amounts as printed. */
const convertedField = (amount: ExplorerField, dates: string[], language: Language): ExplorerField => ({
  name: `${amount.name}_international_dollars_${DOLLAR_YEAR}`,
  type: 'number',
  title: exploreWords(language).dollars(amount.title, String(DOLLAR_YEAR)),
  unit: exploreWords(language).dollarUnit,
  missing: exploreWords(language).noRate,
  filter: 'range',
  from: { amount: amount.name, currency: CURRENCY, dates, factors: dollarFactors() },
});

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

/** The columns whose filters are open at first: the first ones of codes. */
const openFilters = (dataset: PublishedDataset, table: PublishedTable): Field[] =>
  table.fields
    .filter((field) => filterOf(dataset, table, field) === 'values' && labelsOf(dataset, table, field, 'en'))
    .slice(0, OPEN_FILTERS);

function filterOf(
  dataset: PublishedDataset,
  table: PublishedTable,
  field: Field,
): ExplorerField['filter'] | undefined {
  const { name, type } = field;
  if (table.primaryKey.join() === name) return undefined;
  const isKept = !UNFILTERED.test(name);
  if (isNumeric(field) || type === 'partial-date') return isKept ? 'range' : undefined;
  if (table.large) return isKept && type !== 'url' ? 'values' : undefined;
  const values = new Set(readFirstRows(dataset.id, table).map((row) => row[name]));
  if (values.size <= 1) return undefined;
  return values.size <= FEW && values.size < table.rows ? 'values' : 'text';
}
