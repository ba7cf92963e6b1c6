import { getCollection } from 'astro:content';
import type { Language } from '../../model/language.ts';
import { slugOf } from '../case/pieces.ts';

/** A piece of writing that names rows of evidence. */
interface CitingPiece {
  path: string;
  title: string;
  ids: Set<string>;
}

/** The ids that a text names in its components: `<Cite id="…" />`, `articles="… …"`. */
const idsNamed = (mdx: string): Set<string> =>
  new Set([...mdx.matchAll(/\s(?:id|articles)="([^"]+)"/g)].flatMap(([, ids]) => ids!.split(' ')));

const KINDS = ['cases', 'problems', 'countermeasures', 'pages'] as const;

/** The pieces of a language with the ids that each names. */
export async function citingPieces(language: Language): Promise<CitingPiece[]> {
  const pieces = [];
  for (const kind of KINDS)
    for (const entry of await getCollection(kind, ({ id }) => id.endsWith(`/${language}`))) {
      const slug = slugOf(entry);
      const path = kind !== 'pages' ? `/${kind}/${slug}/` : slug === 'home' ? '/' : `/${slug}/`;
      pieces.push({ path, title: entry.data.title, ids: idsNamed(entry.body ?? '') });
    }
  return pieces;
}
