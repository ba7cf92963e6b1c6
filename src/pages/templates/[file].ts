import type { APIRoute } from 'astro';
import { csvRecord } from '../../model/csv.ts';
import { DISCLOSURE_FIELDS } from '../../model/disclosure.ts';

/** The files of the templates: the disclosure table to fill, with a mark at the start so that Excel reads the Chinese in it. */
const FILES: Record<string, { type: string; content: () => string }> = {
  'disclosure.csv': {
    type: 'text/csv; charset=utf-8',
    content: () => `\ufeff${csvRecord(DISCLOSURE_FIELDS.map(({ name }) => name))}`,
  },
};

export const getStaticPaths = () => Object.keys(FILES).map((file) => ({ params: { file } }));

export const GET: APIRoute = ({ params }) => {
  const { type, content } = FILES[params['file']!]!;
  return new Response(content(), { headers: { 'Content-Type': type } });
};
