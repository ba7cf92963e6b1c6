import type { APIRoute } from 'astro';
import { excelCsvRecord } from '../../model/csv.ts';
import { DISCLOSURE_FIELDS } from '../../model/disclosure.ts';
import { disclosureWorkbook } from '../../published/disclosureWorkbook.ts';

/** The files of the templates: the disclosure table to fill in, with a byte order mark so that Excel reads Chinese. */
const FILES: Record<string, { type: string; content: () => string | Promise<Uint8Array> }> = {
  'disclosure.csv': {
    type: 'text/csv; charset=utf-8',
    content: () => `\ufeff${excelCsvRecord(DISCLOSURE_FIELDS.map(({ name }) => name))}`,
  },
  'disclosure.xlsx': {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: disclosureWorkbook,
  },
};

export const getStaticPaths = () => Object.keys(FILES).map((file) => ({ params: { file } }));

export const GET: APIRoute = async ({ params }) => {
  const { type, content } = FILES[params['file']!]!;
  return new Response((await content()) as BodyInit, { headers: { 'Content-Type': type } });
};
