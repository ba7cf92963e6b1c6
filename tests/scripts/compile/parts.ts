import { gzipMember, headerMember } from '../../../scripts/lib/csvParts.ts';
import { HEADER, manyRows, Project } from '../project.ts';

/** A project whose table is kept in parts: name of the file → records. */
export function inParts(parts: Record<string, string | Uint8Array>, partitionBy = ''): Project {
  const project = new Project();
  const described = project.read('data/gaoming/dataset.yaml');
  if (partitionBy)
    project.write(
      'data/gaoming/dataset.yaml',
      described.replace('    primaryKey:', `    partitionBy: ${partitionBy}\n    primaryKey:`),
    );
  for (const [name, content] of Object.entries(parts)) project.write(`data/gaoming/gaoming/${name}`, content);
  project.remove('data/gaoming/gaoming.csv');
  return project;
}

/** Different rows of a year. */
export const rowsOf = (year: number, count: number): string[] =>
  manyRows(count).map((row) => row.replace('row-', `${year}-`).replace(',2018,', `,${year},`));

/** A part of two gzip members, of its header and of its rows. */
export const inMembers = (...records: string[]): Buffer =>
  Buffer.concat([
    headerMember(HEADER.split(',')),
    gzipMember(records.map((record) => `${record}\r\n`).join('')),
  ]);
