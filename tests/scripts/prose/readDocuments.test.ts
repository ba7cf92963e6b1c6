import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeFault, FaultsFound } from '../../../scripts/lib/fault.ts';
import { readDocuments } from '../../../scripts/prose/readDocuments.ts';

const FILE = 'content/documents/contract/document.yaml';
const contract = readFileSync(FILE, 'utf8');

/** The faults of a project whose only document is the contract with something changed. */
function faults(change: (yaml: string) => string): string[] {
  const root = mkdtempSync(join(tmpdir(), 'documents-'));
  for (const kind of ['cases', 'problems', 'countermeasures'])
    cpSync(`content/${kind}`, join(root, 'content', kind), { recursive: true });
  mkdirSync(join(root, 'content/documents/contract'), { recursive: true });
  const changed = change(contract);
  writeFileSync(join(root, FILE), changed);
  try {
    readDocuments(root);
  } catch (error) {
    return (error as FaultsFound).faults.map(describeFault);
  }
  return [];
}
const line = (of: string): number => contract.slice(0, contract.indexOf(of)).split('\n').length;

test('the documents of the site are in order', () => {
  expect(readDocuments(process.cwd()).size).toBe(10);
  expect(faults((yaml) => yaml)).toEqual([]);
});

describe('a fault is named with its line and value', () => {
  test('an article that is no row', () => {
    const [fault, ...more] = faults((yaml) =>
      yaml.replace('[ru-x-gpr-72, ru-x-gpl-48]', '[ru-x-gpr-72, ru-x-none]'),
    );
    expect(fault).toMatch(new RegExp(`^${FILE}:\\d+:articles "ru-x-none" is no article`));
    expect(Number(fault!.split(':')[1])).toBeLessThan(line('[ru-x-gpr-72, ru-x-gpl-48]') + 1);
    expect(Number(fault!.split(':')[1])).toBeGreaterThan(line('[ru-x-gpr-72, ru-x-gpl-48]') - 6);
    expect(more).toEqual([]);
  });
  test('an article that cannot support the tag', () => {
    expect(
      faults((yaml) =>
        yaml.replace('articles: [cn-x-supplement-10, ru-x-gpr-67]', 'articles: [ru-x-nankai-contract]'),
      )[0],
    ).toContain('names only texts of places');
  });
  test('a text of the site that is not there', () => {
    expect(faults((yaml) => yaml.replace('cases/shenzhen', 'cases/atlantis'))[0]).toContain(
      '"cases/atlantis" is not a folder',
    );
    expect(faults((yaml) => yaml.replace('remedies: [stable-funding', 'remedies: [gold'))[0]).toContain(
      '"gold" is not a folder',
    );
  });
  test('half-width punctuation in Chinese', () => {
    expect(
      faults((yaml) => yaml.replace('不得泄露或者不正当使用；', '不得泄露或者不正当使用;'))[0],
    ).toContain('half-width punctuation');
  });
  test('a field that is unknown, and a file that is no YAML', () => {
    expect(faults((yaml) => yaml.replace('numbering: clauses', 'numbering: letters'))[0]).toContain(
      'is none of the values',
    );
    expect(faults((yaml) => `${yaml}\n  - [`)[0]).toContain('is no YAML');
  });
});
