import { absolute } from '../model/site.ts';

/** Two lines each of R, Python and SQL (DuckDB) that load a published table. */
export function loadSnippets(dataset: string, table: string): { name: string; code: string }[] {
  const url = absolute(`/data/${dataset}/${table}.csv`);
  const name = table.replaceAll('-', '_');
  return [
    {
      name: 'R',
      code: `${name} <- read.csv("${url}", na.strings = "", fileEncoding = "UTF-8")\nstr(${name})`,
    },
    { name: 'Python', code: `import pandas as pd\n${name} = pd.read_csv("${url}")` },
    {
      name: 'SQL (DuckDB)',
      code: `CREATE TABLE ${name} AS\nSELECT * FROM read_csv('${url}', header = true);`,
    },
  ];
}
