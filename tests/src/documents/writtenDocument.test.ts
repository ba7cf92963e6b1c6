import { describe, expect, test } from 'vitest';
import { readDocuments } from '../../../scripts/prose/readDocuments.ts';
import { writeDocument, type WrittenDocument } from '../../../src/documents/writtenDocument.ts';
import type { Language } from '../../../src/model/language.ts';
import type { ModelDocument } from '../../../src/model/modelDocument.ts';
import { everyDocument, titleIn } from './everyDocument.ts';

const documents = readDocuments(process.cwd());
const written = (id: string, language: Language): WrittenDocument =>
  writeDocument(id, documents.get(id)!, language, titleIn(language));
const numbers = (id: string, language: Language): string[][] =>
  written(id, language).parts.map((part) => [part.number, ...part.clauses.map(({ number }) => number)]);
const textOf = ({ parts }: WrittenDocument): string =>
  parts
    .flatMap(({ clauses }) => clauses.flatMap(({ runs, items }) => [runs, ...items.map((item) => item.runs)]))
    .flat()
    .map((run) => ('text' in run ? run.text : ''))
    .join('');

describe('a document is numbered as its kind is', () => {
  test('measures by chapter, and by article through all chapters', () => {
    expect(numbers('measures', 'zh')[1]!.slice(0, 2)).toEqual(['第二章　', '第五条　']);
    expect(numbers('measures', 'en')[1]!.slice(0, 2)).toEqual(['Chapter 2. ', 'Article 5. ']);
  });
  test('a contract by article and clause', () => {
    expect(numbers('contract', 'zh')[1]!.slice(0, 3)).toEqual(['第二条　', '2.1　', '2.2　']);
  });
  test('a form by section', () => {
    expect(numbers('requirements', 'zh')[1]!.slice(0, 3)).toEqual(['二、', '（一）', '（二）']);
    expect(numbers('requirements', 'en')[1]!.slice(0, 2)).toEqual(['2. ', '2.1  ']);
  });
});

test('a clause that another names is written by its number', () => {
  expect(textOf(written('contract', 'zh'))).toContain('按第5.6款支付利息');
  expect(textOf(written('contract', 'en'))).toContain('shall pay interest under clause 5.6');
});

test('the texts that a document was checked against are those its clauses rest on, laws first', () => {
  const { laws } = written('contract', 'en');
  expect(laws.map(({ path }) => path)).toContain('/en/law/cn-p-m-102-2020/');
  expect(laws[0]!.path).toBe('/en/law/cn-p-gpl-2014/');
  expect(laws.find(({ path }) => path.includes('cn-p-m-87-2017'))!.inForce).toBe(false);
});

test('an article that is no row, and a text that is not there, stop the build', () => {
  const change = (to: Partial<ModelDocument['parts'][number]['clauses'][number]>): ModelDocument => {
    const document = structuredClone(documents.get('contract')!);
    Object.assign(document.parts[0]!.clauses[0]!, to);
    return document;
  };
  const write = (document: ModelDocument) => () => writeDocument('contract', document, 'zh', titleIn('zh'));
  expect(write(change({ articles: ['ru-x-gpl-999'] }))).toThrow(/ru-x-gpl-999/);
  expect(write(change({ see: ['cases/atlantis'] }))).toThrow(/atlantis/);
});

describe('marks add up to a hundred', () => {
  test.each(['scoring', 'evaluation'])('in %s', (id) => {
    for (const language of ['zh', 'en'] as const) {
      const { table } = written(id, language)
        .parts.flatMap(({ clauses }) => clauses)
        .find((clause) => clause.table !== undefined)!;
      const marks = table!.rows.map((row) => Number('text' in row[1]![0]! ? row[1]![0].text : NaN));
      expect(marks.reduce((sum, mark) => sum + mark, 0)).toBe(100);
    }
  });
});

test('no document names a person: names are asked for, not given', () => {
  for (const document of everyDocument())
    expect(textOf(document), document.id).not.toMatch(
      /(?:姓名|联系人|负责人|法定代表人)[：:]\s*\p{Script=Han}{2,4}|(?:Mr|Ms|Mrs)\.? [A-Z]|1[3-9]\d{9}|@\w+\.\w/u,
    );
});
