import { getCollection, type CollectionEntry } from 'astro:content';
import type { Language } from '../../model/language.ts';

/** The collections whose pieces are written once in each language. */
type Kind = 'cases' | 'problems' | 'countermeasures' | 'pages';

/** The slug of a piece: `gaoming` of `gaoming/en`. */
export const slugOf = (entry: { id: string }): string => entry.id.split('/')[0]!;

/** The pieces of a kind in a language, in their order. */
export async function piecesOf<K extends Kind>(kind: K, language: Language): Promise<CollectionEntry<K>[]> {
  const entries = await getCollection(kind, ({ id }) => id.endsWith(`/${language}`));
  return entries.sort((a, b) => a.data.order - b.data.order || a.id.localeCompare(b.id));
}

/** The static paths of the pieces of a kind. @throws Error where a piece lacks one of the languages */
export async function piecePaths<K extends Kind>(kind: K) {
  const entries = await getCollection(kind);
  const ids = new Set(entries.map((entry) => entry.id));
  for (const { id } of entries) {
    const twin = id.endsWith('/en') ? id.replace(/en$/, 'zh') : id.replace(/zh$/, 'en');
    if (!ids.has(twin)) throw new Error(`content/${kind}/${id}.mdx has no twin ${twin}.mdx`);
  }
  return entries.map((entry) => ({
    params: { lang: entry.id.split('/')[1]!, slug: slugOf(entry) },
    props: { entry },
  }));
}
