import { join } from 'node:path';
import { asyncBufferFromFile } from 'hyparquet';
import type { PublishedTable } from '../../model/catalogue.ts';
import type { ParquetPart } from '../../published/parquetParts.ts';
import type { FacetValue } from './engine/facetCounts.ts';
import { TableEngine } from './engine/tableEngine.ts';

/** The counts of the tables of this build, by the content of their files and the column: several pages show a table. */
const counted = new Map<string, Promise<FacetValue[]>>();

/** The values of a column of texts with their rows, over the whole table, counted by the engine that counts in the browser. */
export function wholeTableCounts(
  dataset: string,
  { files }: PublishedTable,
  parts: readonly ParquetPart[],
  column: string,
): Promise<FacetValue[]> {
  const key = [...files.map(({ sha256 }) => sha256), column].join(' ');
  let counts = counted.get(key);
  if (!counts) counted.set(key, (counts = count(dataset, parts, column)));
  return counts;
}

async function count(dataset: string, parts: readonly ParquetPart[], column: string): Promise<FacetValue[]> {
  const buffers = new Map(
    await Promise.all(
      parts.map(
        async ({ name }) =>
          [name, await asyncBufferFromFile(join(process.cwd(), 'public', 'data', dataset, name))] as const,
      ),
    ),
  );
  const table = {
    parts: parts.map((part) => ({ ...part, url: part.name })),
    columns: [{ name: column, holds: 'text' as const }],
    language: 'en',
  };
  return new TableEngine(table, ({ url }) => buffers.get(url)!).facet([], column);
}
