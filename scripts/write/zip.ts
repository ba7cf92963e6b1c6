import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { PublishedDataset } from '../../src/model/catalogue.ts';
import { absolute, RELEASE_DATE, SITE_NAME } from '../../src/model/site.ts';
import type { DatasetFormat } from './datasetFormat.ts';
import { fileFacts } from './fileFacts.ts';

/** The date of every entry, so that the same content gives the same bytes: local midnight, as a ZIP has no time zone. */
const day = (): Date => new Date(`${RELEASE_DATE}T00:00:00`);

/** A ZIP of all files of a dataset with README, licence and `SHA256SUMS`. */
export const zip: DatasetFormat = {
  name: 'zip',
  mediaType: 'application/zip',
  async write({ folder, dataset }) {
    const name = `${dataset.id}.zip`;
    const texts: Record<string, string> = { 'README.md': readme(dataset), 'LICENSE.txt': LICENCE };
    const files = [...dataset.tables.flatMap((table) => table.files), ...dataset.files].map(
      (file) => file.name,
    );
    const sums = [
      ...Object.entries(texts).map(
        ([file, text]) => `${createHash('sha256').update(text).digest('hex')}  ${file}`,
      ),
      ...files.map((file) => `${fileFacts(join(folder, file)).sha256}  ${file}`),
    ];
    const archive = new ZipFile();
    const options = { mtime: day(), forceDosTimestamp: true, mode: 0o100644 };
    for (const [file, text] of Object.entries({ ...texts, SHA256SUMS: `${sums.join('\n')}\n` }))
      archive.addBuffer(Buffer.from(text), file, options);
    for (const file of files) archive.addFile(join(folder, file), file, options);
    archive.end();
    await pipeline(archive.outputStream, createWriteStream(join(folder, name)));
    return [name];
  },
};

const LICENCE = `Creative Commons Attribution 4.0 International (CC BY 4.0)
https://creativecommons.org/licenses/by/4.0/

You may copy, change and publish this dataset if you name "${SITE_NAME.en} (${SITE_NAME.zh})", its version, and what you changed.
`;

function readme(dataset: PublishedDataset): string {
  const tables = dataset.tables.map(
    (table) =>
      `## ${table.name}: ${table.title.en} / ${table.title.zh}\n\n${table.rows} rows\n\n| field | type | meaning | 含义 |\n|---|---|---|---|\n${table.fields
        .map(
          (field) =>
            `| ${field.name} | ${field.type}${field.unit ? `, ${field.unit}` : ''} | ${cell(field.description.en)} | ${cell(field.description.zh)} |`,
        )
        .join('\n')}\n`,
  );
  return `# ${dataset.title.en} / ${dataset.title.zh}

${dataset.description.en}

${dataset.description.zh}

Version ${dataset.version}, ${RELEASE_DATE}. ${absolute(`/en/datasets/${dataset.id}/`)}

Every table lies here as CSV (UTF-8), CSV for Excel, JSON, Parquet and XLSX; \`datapackage.json\`, CSVW, Croissant and DataCite describe it.
\`sha256sum -c SHA256SUMS\` tells whether it arrived whole.

## Method / 方法

${dataset.method.en}

${dataset.method.zh}

## Caveats / 使用须知

${dataset.caveats.en.map((caveat, index) => `- ${caveat}\n- ${dataset.caveats.zh[index]}`).join('\n')}

${tables.join('\n')}
## Changes

${dataset.changes.replace(/^# Changes\s*/, '').replaceAll(/^## /gm, '### ')}`;
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
