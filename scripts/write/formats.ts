import { csv } from './csv.ts';
import { csvExcel } from './csvExcel.ts';
import type { TableFormat } from './format.ts';
import { json } from './json.ts';

/** The forms in which every table is published, in the order in which they are offered. */
export const TABLE_FORMATS: readonly TableFormat[] = [csv, csvExcel, json];
