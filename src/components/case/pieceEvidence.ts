import type { CollectionEntry } from 'astro:content';
import { text } from '../../model/row.ts';
import { findSourceOf } from '../../published/lookup.ts';
import { readRows } from '../../published/readCatalogue.ts';

/** What stands behind a problem or a countermeasure, as counts. */
export interface PieceEvidence {
  /** The cases that its front matter names. */
  cases: number;
  /** The numbers of the dataset `findings` under the codes of a problem; of two that disagree, the preferred one. */
  findings: number;
  /** The different sources that the text cites. */
  sources: number;
  /** The studies of effects among these sources. */
  studies: number;
}

/** The ids that a text cites. Those of `<Art>` are cited beside it with `<Cite>`. */
const citedIn = (body: string): string[] =>
  [...body.matchAll(/<(?:Cite|Num)\s+id="([^"]+)"/g)].map((match) => match[1]!);

/** Counts what stands behind a problem or a countermeasure, from its front matter, its text and the data. */
export function evidenceOf(
  entry: CollectionEntry<'problems'> | CollectionEntry<'countermeasures'>,
): PieceEvidence {
  const sources = new Set(citedIn(entry.body ?? '').map((id) => text(findSourceOf(id).source, 'id')));
  const ofEffects = new Set(readRows('effect-studies').map((row) => text(row, 'source_id')));
  const codes = entry.collection === 'problems' ? entry.data.findings : [];
  return {
    cases: entry.data.cases.length,
    findings: readRows('findings').filter(
      (row) => codes.includes(text(row, 'problem')) && row['preferred'] !== false,
    ).length,
    sources: sources.size,
    studies: [...sources].filter((id) => ofEffects.has(id)).length,
  };
}

/** How strong the evidence is: of a problem by the numbers that measure it, of a countermeasure by the studies of effects. */
export function strengthOf(
  kind: 'problems' | 'countermeasures',
  found: PieceEvidence,
): 'strong' | 'some' | 'weak' {
  const [count, many, some] = kind === 'problems' ? [found.findings, 10, 3] : [found.studies, 2, 1];
  return count >= many ? 'strong' : count >= some ? 'some' : 'weak';
}
