import type { PublishedTable } from '../../model/catalogue.ts';
import { absolute } from '../../model/site.ts';

/**
 * Snippets in each language that load a published table; they run as printed where `SITE_URL` is set.
 * @param site the address of the site, without a trailing slash
 */
export function loadSnippets(
  dataset: string,
  table: PublishedTable,
  site = absolute(''),
): { id: string; name: string; code: string }[] {
  const at = (file: { name: string }): string => `${site}/data/${dataset}/${file.name}`;
  const csv = table.files.find(({ format }) => format === 'csv' || format === 'csv-gz')!;
  const compressed = csv.compression === 'gzip';
  const [parquet, ...more] = table.files
    .filter(({ format }) => format === 'parquet')
    .map((file) => `'${at(file)}'`);
  const parts = more.length > 0 ? `[\n  ${[parquet, ...more].join(',\n  ')}]` : parquet;
  const hive = table.partitionBy && more.length > 0 ? ', hive_partitioning = true' : '';
  const name = table.name.replaceAll('-', '_');
  const text = table.fields
    .filter(({ type }) => ['string', 'url', 'partial-date'].includes(type))
    .map((field) => field.name);
  return [
    {
      id: 'r',
      name: 'R',
      code: `${name} <- read.csv(${compressed ? `gzcon(url("${at(csv)}"))` : `"${at(csv)}"`}, na.strings = "", fileEncoding = "UTF-8",\n  colClasses = c(${text.map((field) => `${field} = "character"`).join(', ')}))\nstr(${name})`,
    },
    {
      id: 'python',
      name: 'Python',
      code: `import pandas as pd\n${name} = pd.read_csv("${at(csv)}", keep_default_na=False, na_values=[""],\n    dtype={${text.map((field) => `"${field}": str`).join(', ')}})\n${name}.info()`,
    },
    {
      id: 'duckdb',
      name: 'DuckDB',
      code: `CREATE TABLE ${name} AS\nSELECT * FROM read_parquet(${parts}${hive});\nSUMMARIZE ${name};`,
    },
    {
      id: 'power-query',
      name: 'Excel (Power Query)',
      code: `let\n    Source = Csv.Document(${compressed ? `Binary.Decompress(Web.Contents("${at(csv)}"), Compression.GZip)` : `Web.Contents("${at(csv)}")`}, [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),\n    Table = Table.PromoteHeaders(Source, [PromoteAllScalars = true])\nin\n    Table`,
    },
    // Stata reads no compressed file.
    ...(compressed
      ? []
      : [
          {
            id: 'stata',
            name: 'Stata',
            code: `import delimited "${at(csv)}", varnames(1) encoding("UTF-8") bindquote(strict) maxquotedrows(unlimited) clear\ndescribe`,
          },
        ]),
  ];
}
