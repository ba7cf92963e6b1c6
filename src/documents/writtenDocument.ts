import { documentWords } from '../i18n/documentWords.ts';
import { lawPath } from '../i18n/paths.ts';
import { textName } from '../i18n/lawNames.ts';
import { DISCLOSURE_FIELDS } from '../model/disclosure.ts';
import { partsOf } from '../model/documentText.ts';
import type { Language } from '../model/language.ts';
import type { LawTag } from '../model/lawTag.ts';
import { inBoth, type Clause, type DocumentTable, type ModelDocument } from '../model/modelDocument.ts';
import { text, type Row } from '../model/row.ts';
import { lawGrounds, type Ground } from '../published/lawGround.ts';
import { findArticle, isInForce, textOf, TIERS, tierOf } from '../published/lawRecord.ts';
import { clauseNumber, clauseReference, itemNumber, partNumber, type Place } from './numbering.ts';

/** A place to fill in, with what belongs there. */
export interface BlankRun {
  blank: string;
  hint: string;
  kind: 'text' | 'date' | 'choice';
  options: string[];
}

/** Words, or a place to fill in. */
export type Run = { text: string } | BlankRun;

/** How the names of empty cells begin. */
const CELL = 'column_';

/** Whether a place to fill in is an empty cell of a table, whose column says what belongs there. */
export const isCell = ({ blank }: BlankRun): boolean => blank.startsWith(CELL);

export interface WrittenTable {
  columns: { title: string; width: number }[];
  /** Rows, their cells, and the runs of each. */
  rows: Run[][][];
}

/** A link to another text of the site. */
interface Link {
  title: string;
  path: string;
}

export interface WrittenClause {
  anchor: string;
  number: string;
  runs: Run[];
  items: { number: string; runs: Run[] }[];
  table?: WrittenTable;
  law: LawTag;
  /** Ids of the articles, separated by spaces. */
  articles: string;
  grounds: Ground[];
  see: Link[];
  note: string;
}

export interface WrittenPart {
  anchor: string;
  number: string;
  title: string;
  clauses: WrittenClause[];
}

/** A model document in one language, with its numbers and the names of what it rests on. */
export interface WrittenDocument {
  id: string;
  language: Language;
  title: string;
  purpose: string;
  numbering: ModelDocument['numbering'];
  checked: string;
  /** The national texts that its clauses rest on and were checked against, and whether each was seen in force. */
  laws: (Link & { inForce: boolean })[];
  opening: Run[][];
  parts: WrittenPart[];
  closing: Run[][];
}

/** The title of a text of the site, `countermeasures/stable-funding`. @throws Error where there is none */
export type TitleOf = (reference: string) => string;

/**
 * A model document as it is written in a language.
 * @throws Error where it names an article, a text of law or a text of the site that is not there, which fails the build
 */
export function writeDocument(
  id: string,
  document: ModelDocument,
  language: Language,
  titleOf: TitleOf,
): WrittenDocument {
  const { numbering } = document;
  const places = placesOf(document);
  const runsIn = (written: string): Run[] =>
    partsOf(written).map((part) => {
      if ('words' in part) return { text: part.words };
      if ('clause' in part) return { text: clauseReference(numbering, places.get(part.clause)!, language) };
      const { kind, options = [], ...hint } = document.blanks[part.blank]!;
      return {
        blank: part.blank,
        hint: hint[language],
        kind,
        options: options.map((option) => option[language]),
      };
    });
  const clauseAt = (clause: Clause, place: Place): WrittenClause => ({
    anchor: `clause-${place.part}-${place.inPart}`,
    number: clauseNumber(numbering, place, language),
    runs: runsIn(clause[language]),
    items: clause.items.map((item, at) => ({
      number: itemNumber(numbering, at + 1, language),
      runs: runsIn(item[language]),
    })),
    ...(clause.table ? { table: tableIn(clause.table, language, runsIn) } : {}),
    ...(clause.fields ? { table: disclosureFields(language) } : {}),
    law: clause.law,
    articles: clause.articles.join(' '),
    grounds: lawGrounds(clause.law, clause.articles.join(' '), language),
    see: clause.see.map((reference) => ({
      title: titleOf(reference),
      path: `/${language}/${reference}/`,
    })),
    note: clause.note[language],
  });
  let inAll = 0;
  return {
    id,
    language,
    title: document.title[language],
    purpose: document.purpose[language],
    numbering,
    checked: document.checked,
    laws: lawsOf(document, id).map((law) => ({
      title: textName(text(law, `title_${language}`), text(law, 'number'), language),
      path: lawPath(language, text(law, 'id')),
      inForce: isInForce(law),
    })),
    opening: document.opening.map((line) => runsIn(line[language])),
    parts: document.parts.map((part, at) => ({
      anchor: `part-${at + 1}`,
      number: partNumber(numbering, at + 1, language),
      title: part.title[language],
      clauses: part.clauses.map((clause, inPart) =>
        clauseAt(clause, { part: at + 1, inPart: inPart + 1, inAll: (inAll += 1) }),
      ),
    })),
    closing: document.closing.map((line) => runsIn(line[language])),
  };
}

/** The national texts on which the clauses rest, laws before regulations, orders and notices, each group by date. */
function lawsOf({ parts }: ModelDocument, id: string): Row[] {
  const articles = parts.flatMap(({ clauses }) => clauses.flatMap((clause) => clause.articles));
  const found = articles
    .map((article) => findArticle(article, `content/documents/${id}`))
    .filter((article) => article['kind'] === 'text')
    .map(textOf)
    .filter((law) => law['place'] === 'cn');
  const rank = (law: Row): number => TIERS.indexOf(tierOf(law));
  return [...new Set(found)].sort(
    (a, b) => rank(a) - rank(b) || (text(a, 'date') < text(b, 'date') ? -1 : 1),
  );
}

/** The places of the clauses that have an id. */
function placesOf({ parts }: ModelDocument): Map<string, Place> {
  const places = new Map<string, Place>();
  let inAll = 0;
  parts.forEach(({ clauses }, part) =>
    clauses.forEach(({ id }, inPart) => {
      inAll += 1;
      if (id !== undefined) places.set(id, { part: part + 1, inPart: inPart + 1, inAll });
    }),
  );
  return places;
}

function tableIn(table: DocumentTable, language: Language, runsIn: (written: string) => Run[]): WrittenTable {
  const columns = table.columns.map((column) => ({ title: column[language], width: column.width }));
  const empty = (column: number): Run[] => [
    { blank: `${CELL}${column + 1}`, hint: columns[column]!.title, kind: 'text', options: [] },
  ];
  return {
    columns,
    rows: [
      ...table.rows.map((row) =>
        row.map((cell, column) => {
          const written = inBoth(cell)[language];
          return written === '' ? empty(column) : runsIn(written);
        }),
      ),
      ...Array.from({ length: table.empty }, () => columns.map((_, column) => empty(column))),
    ],
  };
}

/** The columns of the disclosure table as a table: name, title, meaning, type. */
function disclosureFields(language: Language): WrittenTable {
  const words = documentWords(language);
  return {
    columns: words.fieldColumns.map((title, at) => ({ title, width: [22, 18, 46, 14][at]! })),
    rows: DISCLOSURE_FIELDS.map((field) => [
      [{ text: field.name }],
      [{ text: field.title[language] }],
      [{ text: [field.description[language], ...labelsOf(field.labels, language)].join(' ') }],
      [{ text: field.unit ? `${field.type} (${field.unit})` : field.type }],
    ]),
  };
}

const labelsOf = (
  labels: Record<string, { en: string; zh: string }> | undefined,
  language: Language,
): string[] => Object.entries(labels ?? {}).map(([code, label]) => `${code} = ${label[language]};`);
