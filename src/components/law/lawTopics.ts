import { getCollection } from 'astro:content';
import type { Language } from '../../model/language.ts';
import type { LawTopic } from '../../model/lawGuide.ts';
import { readTable } from '../../published/readCatalogue.ts';

/** The topics of the law in the order of their code list, each with its name. @throws Error where the file and the code list differ */
export async function lawTopics(language: Language): Promise<(LawTopic & { name: string })[]> {
  const labels = readTable('policy-articles').fields.find(({ name }) => name === 'topic')!.labels!;
  const written = new Map((await getCollection('lawTopics')).map(({ data }) => [data.id, data]));
  const differing = [...new Set([...written.keys(), ...Object.keys(labels)])].filter(
    (id) => !written.has(id) || !labels[id],
  );
  if (differing.length > 0)
    throw new Error(
      `content/law/topics.yaml and the code list law-topic of data/codelists.yaml differ in: ${differing.join(', ')}`,
    );
  return Object.entries(labels).map(([id, label]) => ({ ...written.get(id)!, name: label[language] }));
}
