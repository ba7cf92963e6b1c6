import { readdirSync, readFileSync } from 'node:fs';
import type { CollectionEntry } from 'astro:content';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import { evidenceOf, strengthOf } from '../../../../src/components/case/pieceEvidence.ts';
import { readRows } from '../../../../src/published/readCatalogue.ts';

const PROBLEMS = 'content/problems';

/** A problem or countermeasure as Astro gives it: its front matter and its text. */
function entryOf<K extends 'problems' | 'countermeasures'>(kind: K, slug: string): CollectionEntry<K> {
  const [, head, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(
    readFileSync(`content/${kind}/${slug}/en.mdx`, 'utf8'),
  )!;
  return { id: `${slug}/en`, collection: kind, data: parse(head!), body } as CollectionEntry<K>;
}

test('the evidence of a problem is counted from its front matter, the findings and its text', () => {
  const entry = entryOf('problems', 'staff-turnover');
  const found = evidenceOf(entry);
  expect(found.cases).toBe(entry.data.cases.length);
  expect(found.findings).toBe(
    readRows('findings').filter((row) => row['problem'] === 'staff-turnover' && row['preferred']).length,
  );
  expect(found.findings).toBeGreaterThan(5);
  expect(found.sources).toBeGreaterThan(found.studies);
  // The page cites two rows of one study and one row of another.
  expect(found.studies).toBe(2);
});

test('two rows of one source are one source', () => {
  const [row] = readRows('findings');
  const body = `A <Cite id="${String(row!['id'])}" /> and <Num id="${String(row!['id'])}" bare />.`;
  const entry = { ...entryOf('countermeasures', 'disclosure'), body };
  expect(evidenceOf(entry)).toMatchObject({ sources: 1, studies: 0, findings: 0 });
});

test('a problem is measured by numbers, a countermeasure by studies of effects', () => {
  const none = { cases: 9, findings: 0, sources: 40, studies: 0 };
  expect(strengthOf('problems', none)).toBe('weak');
  expect(strengthOf('problems', { ...none, findings: 3 })).toBe('some');
  expect(strengthOf('problems', { ...none, findings: 10 })).toBe('strong');
  expect(strengthOf('countermeasures', { ...none, findings: 10 })).toBe('weak');
  expect(strengthOf('countermeasures', { ...none, studies: 1 })).toBe('some');
  expect(strengthOf('countermeasures', { ...none, studies: 2 })).toBe('strong');
});

test('every problem of the dataset of findings is on one page, in both languages', () => {
  const codes = readdirSync(PROBLEMS).flatMap((slug) => entryOf('problems', slug).data.findings);
  const used = new Set(readRows('findings').map((row) => String(row['problem'])));
  used.delete('other');
  expect(new Set(codes).size).toBe(codes.length);
  expect([...used].filter((code) => !codes.includes(code))).toEqual([]);
  for (const slug of readdirSync(PROBLEMS)) {
    const line = (language: string) =>
      /^findings: .*$/m.exec(readFileSync(`${PROBLEMS}/${slug}/${language}.mdx`, 'utf8'))![0];
    expect(line('zh')).toBe(line('en'));
  }
});
