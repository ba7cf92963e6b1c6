import type { SchemaElement } from 'hyparquet';
import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import type { Dataset, Table } from '../../../src/model/dataset.ts';
import type { Field } from '../../../src/model/field.ts';
import type { Cell, Row } from '../../../src/model/row.ts';
import { SITE_NAME } from '../../../src/model/site.ts';
import type { TableFormat, TableWriter } from './tableFormat.ts';

/** Rows of a row group: small enough that a reader who wants a few rows fetches little, large enough to compress. */
export const ROW_GROUP = 50_000;

const PHYSICAL: Record<Field['type'], Pick<SchemaElement, 'type' | 'converted_type'>> = {
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  url: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  'partial-date': { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT64' },
  year: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  boolean: { type: 'BOOLEAN' },
};

/** Parquet: typed columns, statistics and page offsets in row groups that a reader can skip; Snappy, as every reader knows it. */
export const parquet: TableFormat = {
  name: 'parquet',
  suffix: '.parquet',
  mediaType: 'application/vnd.apache.parquet',
  open: openParquet,
};

/** Opens a Parquet file for the rows of a table. @param fields the columns written; a partition leaves its own out */
export function openParquet(
  path: string,
  dataset: Dataset,
  table: Table,
  fields = table.fields,
): TableWriter {
  const file = fileWriter(path);
  const schema: SchemaElement[] = [
    { name: 'root', num_children: fields.length },
    ...fields.map((field) => ({
      name: field.name,
      repetition_type: 'OPTIONAL' as const,
      ...PHYSICAL[field.type],
    })),
  ];
  const writer = new ParquetWriter({
    writer: file,
    schema,
    createdBy: SITE_NAME.en,
    kvMetadata: [
      { key: 'title', value: table.title.en },
      { key: 'title_zh', value: table.title.zh },
      { key: 'version', value: dataset.version },
      { key: 'licence', value: dataset.licence },
      {
        key: 'fields',
        value: JSON.stringify(fields.map(({ name, title, unit }) => ({ name, title, unit }))),
      },
    ],
  });
  let waiting: Row[] = [];
  const flush = async (): Promise<void> => {
    await writer.write({
      columnData: fields.map((field) => ({
        name: field.name,
        data: waiting.map((row) => stored(field, row[field.name] ?? null)),
        columnIndex: true,
      })),
      rowGroupSize: ROW_GROUP,
    });
    waiting = [];
  };
  return {
    async write(rows) {
      for (const row of rows) {
        waiting.push(row);
        if (waiting.length === ROW_GROUP) await flush();
      }
    },
    async close() {
      if (waiting.length > 0) await flush();
      await writer.finish();
    },
  };
}

const stored = (field: Field, cell: Cell): Cell | bigint =>
  field.type === 'integer' && typeof cell === 'number' ? BigInt(cell) : cell;
