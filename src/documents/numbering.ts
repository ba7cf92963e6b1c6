import { writeHanNumber } from '../model/hanNumber.ts';
import type { Language } from '../model/language.ts';
import type { ModelDocument } from '../model/modelDocument.ts';

type Numbering = ModelDocument['numbering'];

/** Where a clause stands: in which part, where in that part and where in the whole document, each counted from 1. */
export interface Place {
  part: number;
  inPart: number;
  inAll: number;
}

/** The number before the title of a part: `第一章`, `Chapter 1`. */
export function partNumber(numbering: Numbering, part: number, language: Language): string {
  const han = writeHanNumber(part);
  if (numbering === 'articles') return language === 'zh' ? `第${han}章　` : `Chapter ${part}. `;
  if (numbering === 'clauses') return language === 'zh' ? `第${han}条　` : `Article ${part}. `;
  return language === 'zh' ? `${han}、` : `${part}. `;
}

/** The number before a clause: `第三条`, `2.1`, `（一）`. */
export function clauseNumber(numbering: Numbering, place: Place, language: Language): string {
  const { part, inPart, inAll } = place;
  if (numbering === 'articles')
    return language === 'zh' ? `第${writeHanNumber(inAll)}条　` : `Article ${inAll}. `;
  if (numbering === 'clauses' || language === 'en')
    return `${part}.${inPart}${language === 'zh' ? '　' : '  '}`;
  return `（${writeHanNumber(inPart)}）`;
}

/** How another clause names this one: `第三条`, `clause 2.1`, `第二部分（一）`. */
export function clauseReference(numbering: Numbering, place: Place, language: Language): string {
  const { part, inPart, inAll } = place;
  if (numbering === 'articles')
    return language === 'zh' ? `第${writeHanNumber(inAll)}条` : `Article ${inAll}`;
  if (numbering === 'clauses')
    return language === 'zh' ? `第${part}.${inPart}款` : `clause ${part}.${inPart}`;
  return language === 'zh'
    ? `第${writeHanNumber(part)}部分第（${writeHanNumber(inPart)}）项`
    : `section ${part}.${inPart}`;
}

/** The number before an item of a clause. A form uses its brackets for the clauses. */
export function itemNumber(numbering: Numbering, item: number, language: Language): string {
  if (language === 'en') return `(${item}) `;
  return numbering === 'sections' ? `${item}．` : `（${writeHanNumber(item)}）`;
}
