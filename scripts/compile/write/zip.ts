import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { fileNameIn } from '../../../src/model/publishedFormat.ts';
import type { DatasetFormat } from './datasetFormat.ts';
import { csvGzip } from './csvGzip.ts';
import { ocds } from './ocds.ts';
import { depositTexts } from './texts.ts';

/**
 * A ZIP of all files of a dataset with README, licence, changes, cited sources and `SHA256SUMS`; of a large table the rows once, as CSV, as its other
 * formats would double the archive.
 */
export const zip: DatasetFormat = {
  name: 'zip',
  async write({ folder, dataset, sources }) {
    const name = fileNameIn(dataset.id, 'zip');
    const texts = depositTexts(dataset, sources);
    const workbooks = new Set(
      dataset.tables.filter((table) => table.large).map((table) => fileNameIn(table.name, 'xlsx')),
    );
    const files = [
      ...dataset.tables.flatMap(({ files, large }) =>
        files
          .filter(({ format }) => !large || format === csvGzip.name)
          .map((file) => ({ ...file, compress: !large })),
      ),
      // Releases and the workbooks of large tables are their rows once more.
      ...dataset.files
        .filter(({ format, name }) => format !== ocds.name && !workbooks.has(name))
        .map((file) => ({ ...file, compress: true })),
    ];
    const sums = [
      ...Object.entries(texts).map(
        ([file, text]) => `${createHash('sha256').update(text).digest('hex')}  ${file}`,
      ),
      ...files.map((file) => `${file.sha256}  ${file.name}`),
    ];
    const archive = new ZipFile();
    // The same content gives the same bytes: every entry has local midnight, as a ZIP has no time zone.
    const mtime = new Date(`${dataset.modified}T00:00:00`);
    const options = { mtime, forceDosTimestamp: true, mode: 0o100644 };
    for (const [file, text] of Object.entries({ ...texts, SHA256SUMS: `${sums.join('\n')}\n` }))
      archive.addBuffer(Buffer.from(text), file, options);
    // The files of a large table are compressed already.
    for (const { name: file, compress } of files)
      archive.addFile(join(folder, file), file, { ...options, compress });
    archive.end();
    await pipeline(archive.outputStream, createWriteStream(join(folder, name)));
    return [name];
  },
};
