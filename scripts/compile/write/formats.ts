import { citationCff } from './citationCff.ts';
import { croissant } from './croissant.ts';
import { csv } from './csv.ts';
import { csvExcel } from './csvExcel.ts';
import { csvw } from './csvw.ts';
import { datacite } from './datacite.ts';
import { frictionless } from './datapackage.ts';
import type { DatasetFormat } from './datasetFormat.ts';
import { json } from './json.ts';
import { jsonSchema } from './jsonSchema.ts';
import { ocds, ocdsPackage } from './ocds.ts';
import { parquet } from './parquet.ts';
import { quality } from './quality.ts';
import type { TableFormat } from './tableFormat.ts';
import { csvGzip } from './csvGzip.ts';
import { xlsx } from './xlsx.ts';
import { zip } from './zip.ts';

/** Rows up to which a table is small: published in every format, and read whole by pages and charts. */
export const SMALL_ROWS = 20_000;
/** Rows up to which a table is published as XLSX: Excel ends at 1,048,576, and is slow long before. */
const XLSX_ROWS = 100_000;

/** The formats of a small table, in the order in which they are offered. */
export const SMALL_FORMATS: readonly TableFormat[] = [csv, csvExcel, json, parquet];

/** The formats of a larger one: those that are written and read as a stream. */
export const LARGE_FORMATS: readonly TableFormat[] = [csvGzip, parquet];

/** What is written for every dataset when its tables are published, in order: the archive comes last and holds the rest. */
export const DATASET_FORMATS: readonly DatasetFormat[] = [
  xlsx(XLSX_ROWS),
  ocds,
  ocdsPackage,
  frictionless,
  jsonSchema,
  csvw,
  croissant,
  datacite,
  citationCff,
  quality,
  zip,
];
