import { excelCsvRecord } from '../model/csv.ts';
import { DISCLOSURE_FIELDS } from '../model/disclosure.ts';
import { LANGUAGES, type Language } from '../model/language.ts';
import { disclosureWorkbook } from '../published/disclosureWorkbook.ts';

/** The document that is also a table to fill in. */
export const DISCLOSURE_TABLE = 'disclosure-table';

/** The table to fill in, by the ending of its file; the CSV has a byte order mark so that Excel reads Chinese. */
export const TABLE_FILES: Record<string, { type: string; content: () => string | Promise<Uint8Array> }> = {
  csv: {
    type: 'text/csv; charset=utf-8',
    content: () => `\ufeff${excelCsvRecord(DISCLOSURE_FIELDS.map(({ name }) => name))}`,
  },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: disclosureWorkbook,
  },
};

/** The media type of a Word file. */
export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The address of the Word file of a document, below the site's root. */
export const wordPath = (id: string, language: Language): string => `/documents/${id}.${language}.docx`;

/** The addresses of the table to fill in, with their endings; none for a document that is no table. */
export const tablePaths = (id: string): { ending: string; path: string }[] =>
  id === DISCLOSURE_TABLE
    ? Object.keys(TABLE_FILES).map((ending) => ({ ending, path: `/documents/${id}.${ending}` }))
    : [];

/** The languages of the Word files, the one to be signed first. */
export const WORD_LANGUAGES: Language[] = [...LANGUAGES].sort(
  (a, b) => Number(b === 'zh') - Number(a === 'zh'),
);
