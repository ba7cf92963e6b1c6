import type { Bilingual } from './language.ts';

/** A format in which something is published. */
interface PublishedFormat {
  /** The ending of a file's name, after that of its table or dataset; missing where the file has a name of its own. */
  suffix?: string;
  /** The media type of what the file holds, also where it is compressed. */
  mediaType: string;
  compression?: 'gzip';
  /** Its name in the list of downloads. */
  label: string;
  /** What it is, for catalogues; missing where a file describes a dataset and does not hold its rows. */
  form?: Bilingual;
  /** Its code in the list of file types of the European Publications Office, where that has one. */
  fileType?: string;
}

/**
 * Every format in which tables, datasets and the whole are published. This is the one place that says how a format is called and what its media type is: the
 * compile, the catalogues and the pages read it.
 * @see http://publications.europa.eu/resource/authority/file-type
 */
export const FORMATS = {
  csv: {
    suffix: '.csv',
    mediaType: 'text/csv',
    label: 'CSV',
    form: { en: 'CSV, UTF-8', zh: 'CSV，UTF-8 编码' },
    fileType: 'CSV',
  },
  'csv-excel': {
    suffix: '.excel.csv',
    mediaType: 'text/csv',
    label: 'CSV (Excel)',
    form: { en: 'CSV for Excel, with a byte order mark', zh: '供 Excel 打开的 CSV，带字节顺序标记' },
    fileType: 'CSV',
  },
  'csv-gz': {
    suffix: '.csv.gz',
    mediaType: 'text/csv',
    compression: 'gzip',
    label: 'CSV (gzip)',
    form: { en: 'CSV, UTF-8, compressed by gzip', zh: 'CSV，UTF-8 编码，gzip 压缩' },
    fileType: 'CSV',
  },
  json: {
    suffix: '.json',
    mediaType: 'application/json',
    label: 'JSON',
    form: { en: 'JSON, one record a line', zh: 'JSON，每行一条记录' },
    fileType: 'JSON',
  },
  parquet: {
    suffix: '.parquet',
    mediaType: 'application/vnd.apache.parquet',
    label: 'Parquet',
    form: { en: 'Apache Parquet', zh: 'Apache Parquet' },
    fileType: 'PARQUET',
  },
  xlsx: {
    suffix: '.xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    label: 'XLSX',
    form: { en: 'an Excel workbook with dictionary and sources', zh: 'Excel 工作簿，附字段说明与来源' },
    fileType: 'XLSX',
  },
  ocds: {
    suffix: '.ocds.jsonl.gz',
    mediaType: 'application/json',
    compression: 'gzip',
    label: 'OCDS',
    form: {
      en: 'OCDS 1.1 releases, a JSON object a line, compressed by gzip',
      zh: 'OCDS 1.1 发布（release），每行一个 JSON 对象，gzip 压缩',
    },
    fileType: 'JSON',
  },
  zip: {
    suffix: '.zip',
    mediaType: 'application/zip',
    label: 'ZIP',
    form: { en: 'all files in one archive, with checksums', zh: '全部文件的压缩包，附校验和' },
    fileType: 'ZIP',
  },
  'ocds-package': { suffix: '.ocds-package.json', mediaType: 'application/json', label: 'OCDS package' },
  datapackage: { mediaType: 'application/json', label: 'Data Package' },
  'json-schema': { suffix: '.schema.json', mediaType: 'application/schema+json', label: 'JSON Schema' },
  csvw: { mediaType: 'application/csvm+json', label: 'CSVW' },
  croissant: { mediaType: 'application/ld+json', label: 'Croissant' },
  datacite: { mediaType: 'application/vnd.datacite.datacite+json', label: 'DataCite' },
  citation: { mediaType: 'application/yaml', label: 'CITATION.cff' },
  quality: { mediaType: 'application/json', label: 'Quality report' },
  'sqlite-gz': { mediaType: 'application/vnd.sqlite3', compression: 'gzip', label: 'SQLite (gzip)' },
  'dcat-jsonld': { mediaType: 'application/ld+json', label: 'DCAT (JSON-LD)' },
  'dcat-turtle': { mediaType: 'text/turtle', label: 'DCAT (Turtle)' },
} as const satisfies Record<string, PublishedFormat>;

export type FormatName = keyof typeof FORMATS;

/** What is known of a format, with the parts that only some have. */
export const publishedFormat = (name: FormatName): PublishedFormat => FORMATS[name];

/** The name of the file of a table, or of a dataset, in a format. */
export const fileNameIn = (of: string, format: FormatWithSuffix): string => `${of}${FORMATS[format].suffix}`;

/** A format whose files are called after their table or dataset. */
type FormatWithSuffix = {
  [Name in FormatName]: (typeof FORMATS)[Name] extends { suffix: string } ? Name : never;
}[FormatName];

/** A format of files that hold the rows of a table. */
export type TableFormatName = Exclude<
  FormatWithSuffix,
  'xlsx' | 'ocds' | 'ocds-package' | 'zip' | 'json-schema'
>;
