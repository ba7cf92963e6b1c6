import { csv } from './csv.ts';
import { csvExcel } from './csvExcel.ts';
import { citationCff } from './citationCff.ts';
import { croissant } from './croissant.ts';
import { csvw } from './csvw.ts';
import { datacite } from './datacite.ts';
import { frictionless } from './datapackage.ts';
import type { DatasetFormat } from './datasetFormat.ts';
import type { TableFormat } from './tableFormat.ts';
import { json } from './json.ts';
import { jsonSchema } from './jsonSchema.ts';
import { ndjson } from './ndjson.ts';
import { parquet } from './parquet.ts';
import { parquetPartitioned } from './parquetPartitioned.ts';
import { quality } from './quality.ts';
import { xlsx } from './xlsx.ts';
import { zip } from './zip.ts';

/** The forms in which every table is published, in the order in which they are offered. */
export const TABLE_FORMATS: readonly TableFormat[] = [
  csv,
  csvExcel,
  json,
  ndjson,
  parquet,
  parquetPartitioned,
];

/** What is written for every dataset when its tables are published, in order: the archive comes last and holds the rest. */
export const DATASET_FORMATS: readonly DatasetFormat[] = [
  xlsx,
  frictionless,
  jsonSchema,
  csvw,
  croissant,
  datacite,
  citationCff,
  quality,
  zip,
];
