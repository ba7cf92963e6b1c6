import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PublishedDataset, PublishedTable } from '../../../src/model/catalogue.ts';
import type { Field } from '../../../src/model/field.ts';
import { absolute } from '../../../src/model/site.ts';
import { fileNameIn } from '../../../src/model/publishedFormat.ts';
import type { DatasetFormat } from './datasetFormat.ts';

/** A JSON Schema for the records of every table, so that the JSON carries its meaning too. @see https://json-schema.org/draft/2020-12 */
export const jsonSchema: DatasetFormat = {
  name: 'json-schema',
  write({ folder, dataset }) {
    return dataset.tables.map((table) => {
      const name = fileNameIn(table.name, 'json-schema');
      writeFileSync(join(folder, name), `${JSON.stringify(schemaOf(dataset, table), null, 1)}\n`);
      return name;
    });
  },
};

const TYPE: Record<Field['type'], object> = {
  string: { type: 'string' },
  url: { type: 'string', pattern: '^https?://\\S+$' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  year: { type: 'integer' },
  'partial-date': { type: 'string', pattern: '^\\d{4}(-\\d\\d(-\\d\\d)?)?$' },
};

function schemaOf(dataset: PublishedDataset, table: PublishedTable): object {
  const record = {
    type: 'object',
    additionalProperties: false,
    required: table.fields.map(({ name }) => name),
    properties: Object.fromEntries(table.fields.map((field) => [field.name, propertyOf(field)])),
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: absolute(`/data/${dataset.id}/${fileNameIn(table.name, 'json-schema')}`),
    title: table.title.en,
    description: dataset.description.en,
    // A large table is not published as JSON: the schema is that of a row.
    ...(table.files.some(({ format }) => format === 'json') ? { type: 'array', items: record } : record),
  };
}

function propertyOf(field: Field): object {
  const { required, enum: codes, minimum, maximum, pattern } = field.constraints ?? {};
  const known = {
    ...TYPE[field.type],
    ...(codes ? { enum: codes.map((code) => (field.type === 'string' ? code : Number(code))) } : {}),
    ...(minimum !== undefined ? { minimum } : {}),
    ...(maximum !== undefined ? { maximum } : {}),
    ...(pattern ? { pattern } : {}),
  };
  return {
    title: `${field.title.en} / ${field.title.zh}`,
    description: `${field.description.en} / ${field.description.zh}`,
    ...(required ? known : { anyOf: [known, { type: 'null' }] }),
  };
}
