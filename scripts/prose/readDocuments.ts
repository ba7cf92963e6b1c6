import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { ModelDocument, textsOf } from '../../src/model/modelDocument.ts';
import { FaultsFound, type Fault } from '../lib/fault.ts';
import { schemaFaults } from '../lib/schemaFault.ts';
import { groundFaults } from './lawGroundFaults.ts';
import { halfWidthFaults } from './readProse.ts';

/**
 * Reads the model documents below `root`.
 * @returns each by its id, the name of its folder
 * @throws FaultsFound with file, line and value of everything that is wrong: fields, blanks, articles, tags, texts of the site, typography
 */
export function readDocuments(root: string): Map<string, ModelDocument> {
  const documents = new Map<string, ModelDocument>();
  const faults: Fault[] = [];
  for (const file of globSync('content/documents/*/document.yaml', { cwd: root }).sort()) {
    const lines = new LineCounter();
    const yaml = parseDocument(readFileSync(join(root, file), 'utf8'), { lineCounter: lines });
    const broken = yaml.errors.map(({ message }) => ({ file, what: `is no YAML: ${message}` }));
    const parsed = ModelDocument.safeParse(broken.length > 0 ? {} : yaml.toJS());
    if (broken.length > 0 || !parsed.success) {
      faults.push(...broken);
      if (broken.length === 0)
        for (const issue of parsed.error!.issues) faults.push(...schemaFaults(file, issue, yaml.toJS()));
      continue;
    }
    documents.set(dirname(file).split('/').at(-1)!, parsed.data);
    const lineOf = (path: (string | number)[]): number => {
      const node = yaml.getIn(path, true);
      return lines.linePos(isNode(node) ? (node.range?.[0] ?? 0) : 0).line;
    };
    faults.push(...documentFaults(root, parsed.data, lineOf).map((fault) => ({ file, ...fault })));
  }
  if (faults.length > 0) throw new FaultsFound(faults);
  return documents;
}

/** What is wrong with a document beyond its form. @param lineOf the line of a part of the file */
function documentFaults(
  root: string,
  document: ModelDocument,
  lineOf: (path: (string | number)[]) => number,
): Omit<Fault, 'file'>[] {
  const faults: Omit<Fault, 'file'>[] = [];
  const isPiece = (reference: string): boolean => existsSync(join(root, 'content', reference));
  for (const value of document.remedies.filter((one) => !isPiece(`countermeasures/${one}`)))
    faults.push({ column: 'remedies', value, what: 'is not a folder of content/countermeasures' });
  document.parts.forEach(({ clauses }, part) =>
    clauses.forEach((clause, at) => {
      const row = lineOf(['parts', part, 'clauses', at]);
      faults.push(...groundFaults(clause.law, clause.articles).map((fault) => ({ row, ...fault })));
      for (const value of clause.see.filter((one) => !isPiece(one)))
        faults.push({ row, column: 'see', value, what: 'is not a folder of content/' });
    }),
  );
  const chinese = [
    ...textsOf(document).map(({ zh }) => zh),
    ...document.parts.flatMap(({ clauses }) => clauses.map(({ note }) => note.zh)),
  ];
  return [...faults, ...chinese.flatMap((text) => halfWidthFaults(text))];
}
