import { getCollection } from 'astro:content';
import { writeDocument, type WrittenDocument } from '../../documents/writtenDocument.ts';
import type { Language } from '../../model/language.ts';
import type { ModelDocument } from '../../model/modelDocument.ts';

/** A model document with its id, the name of its folder. */
export interface DocumentEntry {
  id: string;
  data: ModelDocument;
}

/** The model documents, in the order of a purchase. */
export const modelDocuments = async (): Promise<DocumentEntry[]> =>
  (await getCollection('documents')).sort((a, b) => a.data.order - b.data.order);

/** A model document as it is written in a language. */
export async function writtenIn({ id, data }: DocumentEntry, language: Language): Promise<WrittenDocument> {
  const titles = new Map<string, string>();
  for (const kind of ['cases', 'problems', 'countermeasures'] as const)
    for (const entry of await getCollection(kind)) titles.set(`${kind}/${entry.id}`, entry.data.title);
  return writeDocument(id, data, language, (reference) => {
    const title = titles.get(`${reference}/${language}`);
    if (title === undefined)
      throw new Error(`content/documents/${id}/document.yaml: see "${reference}" is no text of the site`);
    return title;
  });
}
