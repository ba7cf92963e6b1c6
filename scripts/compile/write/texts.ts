import type { PublishedDataset } from '../../../src/model/catalogue.ts';
import { csvRecord } from '../../../src/model/csv.ts';
import { LICENCES, licenceOf, OWN_LICENCE } from '../../../src/model/licence.ts';
import { fileNameIn } from '../../../src/model/publishedFormat.ts';
import type { Row } from '../../../src/model/row.ts';
import { SITE_NAME, webAddress } from '../../../src/model/site.ts';

/** What of a source is read without the bibliography. */
const CITED = ['id', 'title', 'title_en', 'author', 'publisher', 'date', 'url'];

/**
 * The texts that go with the rows of a dataset wherever they are kept without the site: what they are, whose they are, what changed, and
 * the publications that `source_id` names.
 */
export function depositTexts(dataset: PublishedDataset, sources: Row[]): Record<string, string> {
  return {
    'README.md': readme(dataset),
    'LICENSE.txt': licenceText(dataset),
    'CHANGES.md': dataset.changes,
    ...(sources.length > 0 ? { 'cited-sources.csv': citedSources(sources) } : {}),
  };
}

const citedSources = (sources: Row[]): string =>
  [CITED, ...sources.map((source) => CITED.map((name) => source[name]))].map(csvRecord).join('');

/** The licence of a dataset as a file. */
function licenceText(dataset: PublishedDataset): string {
  const { title, url, name } = licenceOf(dataset);
  const own = LICENCES[OWN_LICENCE];
  const ours = `You may copy, change and publish this dataset if you name "${SITE_NAME.en} (${SITE_NAME.zh})", its version, and what you changed.`;
  const { rights } = dataset;
  return `${[
    name.en === title || !url ? title : `${title} (${name.en})`,
    ...(url ? [url] : []),
    '',
    ...(rights ? [rights.en, '', rights.zh] : [ours]),
    ...(dataset.licence === OWN_LICENCE
      ? []
      : [
          '',
          `What ${SITE_NAME.en} (${SITE_NAME.zh}) added (titles, descriptions, codes and their arrangement): ${own.title}, ${own.url}`,
        ]),
  ].join('\n')}\n`;
}

/** What the README adds where a dataset has large tables. */
const LARGE = ` Tables of many rows are here as compressed CSV (\`.csv.gz\`); the same rows are published beside this archive as Parquet, as Excel workbooks up to their limit of rows and, for contracts, as OCDS releases.

行数较多的表在此为压缩 CSV（\`.csv.gz\`）；相同的行另以 Parquet、Excel（不超过其行数上限）和 OCDS（合同）格式与本压缩包一同发布。`;

function readme(dataset: PublishedDataset): string {
  const { name, url } = licenceOf(dataset);
  const address = webAddress(`/en/datasets/${dataset.id}/`);
  const tables = dataset.tables.map(
    (table) =>
      `## ${table.name}: ${table.title.en} / ${table.title.zh}\n\n${table.rows} rows\n\n| field | type | meaning | 含义 |\n|---|---|---|---|\n${table.fields
        .map(
          (field) =>
            `| ${field.name} | ${field.type}${field.unit ? `, ${field.unit}` : ''} | ${cell(field.description.en)}${codes(field.labels, 'en')} | ${cell(field.description.zh)}${codes(field.labels, 'zh')} |`,
        )
        .join('\n')}\n`,
  );
  return `# ${dataset.title.en} / ${dataset.title.zh}

${dataset.description.en}

${dataset.description.zh}

Version ${dataset.version}, ${dataset.modified}${address ? `. ${address}` : ''}

\`sha256sum -c SHA256SUMS\` checks that every file arrived whole. \`datapackage.json\` describes the tables for programs; \`cited-sources.csv\` lists the publications that \`source_id\` names.${dataset.tables.some(({ large }) => large) ? LARGE : ''}

## Licence / 许可

${name.en} / ${name.zh}${url ? `, ${url}` : ''}
${dataset.rights ? `\n${dataset.rights.en}\n\n${dataset.rights.zh}\n` : ''}
## Method / 方法

${dataset.method.en}

${dataset.method.zh}

${ocdsNotes(dataset)}## Caveats / 使用须知

${bothListed(dataset.caveats)}

${tables.join('\n')}`;
}

/** Each item of a list in both languages. */
const bothListed = ({ en, zh }: { en: string[]; zh: string[] }): string =>
  en.map((item, index) => `- ${item}\n- ${zh[index]}`).join('\n');

/** How the OCDS releases were made, where there are any. */
const ocdsNotes = ({ tables }: PublishedDataset): string =>
  tables
    .flatMap(({ name, ocds }) =>
      ocds ? [`## OCDS: ${fileNameIn(name, 'ocds')}\n\n${bothListed(ocds.notes)}\n\n`] : [],
    )
    .join('');

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** The codes of a field with their meaning, in a cell of a table. */
const codes = (
  labels: Record<string, { en: string; zh: string }> | undefined,
  language: 'en' | 'zh',
): string =>
  labels
    ? ` ${Object.entries(labels)
        .map(([code, label]) => `\`${code}\` ${cell(label[language])}`)
        .join('; ')}`
    : '';
