import type { APIRoute } from 'astro';
import { modelDocuments, writtenIn, type DocumentEntry } from '../../components/document/modelDocuments.ts';
import { DISCLOSURE_TABLE, TABLE_FILES, WORD_TYPE } from '../../documents/documentFiles.ts';
import { wordFile } from '../../documents/wordFile.ts';
import { LANGUAGES, type Language } from '../../model/language.ts';

/** The files of the model documents: a Word file in each language, and the disclosure table to fill in. */
export const getStaticPaths = async () => [
  ...(await modelDocuments()).flatMap((entry) =>
    LANGUAGES.map((language) => ({
      params: { file: `${entry.id}.${language}.docx` },
      props: { entry, language },
    })),
  ),
  ...Object.keys(TABLE_FILES).map((ending) => ({
    params: { file: `${DISCLOSURE_TABLE}.${ending}` },
    props: { ending },
  })),
];

type Props = { entry: DocumentEntry; language: Language } | { ending: string };

export const GET: APIRoute = async ({ props }) => {
  const file = props as Props;
  const { type, content } =
    'ending' in file
      ? TABLE_FILES[file.ending]!
      : { type: WORD_TYPE, content: async () => wordFile(await writtenIn(file.entry, file.language)) };
  return new Response((await content()) as BodyInit, { headers: { 'Content-Type': type } });
};
