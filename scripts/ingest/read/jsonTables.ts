import { flatTable } from './flatTable.ts';

/** A table within a JSON value. */
interface JsonTable {
  /** The dotted path of its list. */
  path: string;
  /** Its rows below its names; without names where those must be found. */
  rows: string[][];
  named: boolean;
}

/** The tables of a JSON value, and the names of what is not read. */
interface JsonTables {
  tables: JsonTable[];
  unread: string[];
}

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isScalar = (value: unknown): boolean => typeof value !== 'object' || value === null;
const isListOfLists = (value: unknown): value is unknown[][] =>
  Array.isArray(value) && value.length > 0 && value.every(Array.isArray);

/** What an interface says of its answer, and not of the rows in it. */
const ENVELOPE =
  /^(?:@.*|_?meta(?:data)?|_?links?|info|help|count|total(?:_?(?:count|rows|pages|records|results|hits))?|next(?:_page)?|prev(?:ious)?(?:_page)?|first|last|limit|offset|page(?:_?(?:size|number|count|s))?|per_?page|pagination|paging|success|ok|status|error|errors|code|message|version|took|timed_out|query|params|parameters|request|facets|generated(?:_?at)?|timestamp|numFound|start|rowCount)$/i;

/**
 * The tables of a JSON value: an array of objects; arrays within an object, each with the scalars beside and above it; rows of lists with their names
 * beside them (Socrata's `rows.json`, `{"columns": […], "data": [[…]]}`); an array of arrays.
 */
export function tablesIn(value: unknown): JsonTables {
  const socrata = socrataTable(value);
  if (socrata) return socrata;
  const found: JsonTables = { tables: [], unread: [] };
  collect(value, '', {}, found);
  return found;
}

/** @see https://dev.socrata.com/docs/formats/json */
function socrataTable(value: unknown): JsonTables | undefined {
  if (!isObject(value) || !isListOfLists(value['data'])) return undefined;
  const meta = value['meta'];
  const view = isObject(meta) ? meta['view'] : undefined;
  const described = isObject(view) ? view['columns'] : undefined;
  if (!Array.isArray(described) || !described.every(isObject)) return undefined;
  const rows = value['data'];
  const width = Math.max(...rows.map(({ length }) => length));
  // Files that were cut short may lack the descriptions of the first, internal columns.
  const missing = Math.max(0, width - described.length);
  const columns = [
    ...Array.from({ length: missing }, (): Json => ({ dataTypeName: 'meta_data' })),
    ...described,
  ];
  const isKept = (column: Json): boolean => column['dataTypeName'] !== 'meta_data';
  const kept = columns.flatMap((column, index) => (isKept(column) ? [index] : []));
  const unread = columns.flatMap((column, index) =>
    isKept(column) ? [] : [nameOf(column) || `column ${index + 1}`],
  );
  return {
    tables: [
      {
        path: '',
        named: true,
        rows: [
          kept.map((index) => nameOf(columns[index])),
          ...rows.map((row) => kept.map((index) => cellOf(row[index]))),
        ],
      },
    ],
    unread: unread.length === 0 ? [] : [`internal columns (${unread.join(', ')})`],
  };
}

/** @param carried the scalars above, by their names */
function collect(value: unknown, path: string, carried: Json, found: JsonTables): void {
  if (Array.isArray(value)) collectList(value, path, carried, found);
  else if (isObject(value)) collectObject(value, path, carried, found);
}

function collectList(list: unknown[], path: string, carried: Json, found: JsonTables): void {
  if (isListOfLists(list)) {
    found.tables.push({ path, named: false, rows: list.map((row) => row.map(cellOf)) });
    return;
  }
  const objects = list.filter(isObject);
  if (objects.length === 0) {
    if (list.length > 0) found.unread.push(path || 'a list of values');
    return;
  }
  if (objects.length < list.length)
    found.unread.push(
      `${list.length - objects.length} of ${list.length} entries of ${path || 'the list'}, which are no objects`,
    );
  const taken = new Set(objects.flatMap(Object.keys));
  const above = Object.fromEntries(
    Object.entries(carried).map(([key, one]) => [taken.has(key) ? `above.${key}` : key, one]),
  );
  const hasAbove = Object.keys(above).length > 0;
  found.tables.push({
    path,
    named: true,
    rows: flatTable(hasAbove ? objects.map((one) => ({ ...above, ...one })) : objects),
  });
}

function collectObject(object: Json, path: string, carried: Json, found: JsonTables): void {
  const entries = Object.entries(object);
  const columnar = namedRows(entries);
  if (columnar) {
    found.tables.push({
      path: path === '' ? columnar.key : `${path}.${columnar.key}`,
      named: true,
      rows: columnar.rows,
    });
    return;
  }
  const holds = entries.filter(([, inner]) => hasTable(inner));
  if (holds.length === 0) return;
  const below: Json = { ...carried };
  for (const [key, inner] of entries) {
    if (hasTable(inner)) continue;
    const name = path === '' ? key : `${path}.${key}`;
    if (ENVELOPE.test(key)) found.unread.push(name);
    else if (!(isObject(inner) || Array.isArray(inner)) || Object.keys(inner).length > 0) below[key] = inner;
  }
  for (const [key, inner] of holds) collect(inner, path === '' ? key : `${path}.${key}`, below, found);
}

/** Whether a value has a list of objects or of lists, at any depth of objects. */
const hasTable = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.some(isObject) || isListOfLists(value)
    : isObject(value) && Object.values(value).some(hasTable);

/** Rows of lists, with a list of their names beside them. */
function namedRows(entries: readonly [string, unknown][]): { key: string; rows: string[][] } | undefined {
  for (const [key, list] of entries) {
    if (!isListOfLists(list)) continue;
    const width = Math.max(...list.map(({ length }) => length));
    const names = entries.flatMap(([other, value]) =>
      other !== key && Array.isArray(value) && value.length === width ? [value.map(nameOf)] : [],
    );
    const [own] = names.filter((row) => row.every((name) => name !== ''));
    if (own) return { key, rows: [own, ...list.map((row) => row.map(cellOf))] };
  }
  return undefined;
}

/** The name of a column, as a text or as its description says it. */
function nameOf(column: unknown): string {
  if (typeof column === 'string') return column;
  if (!isObject(column)) return '';
  for (const key of ['name', 'title', 'label', 'id', 'field', 'fieldName']) {
    const name = column[key];
    if (typeof name === 'string' && name !== '') return name;
  }
  return '';
}

/** A value as a cell: a list of scalars as one text, an object as JSON. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (isScalar(value)) return String(value as string | number | boolean);
  if (Array.isArray(value) && value.every(isScalar)) return value.filter((one) => one !== null).join('; ');
  return JSON.stringify(value);
}
