import rehypeParse from 'rehype-parse';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import type { Figure } from '../../components/text/figures.ts';
import { strings } from '../../i18n/strings.ts';
import type { Language } from '../../model/language.ts';
import { href } from '../../model/site.ts';
import { rehypeBasePath } from './basePath.ts';
import { rehypeFigureReferences } from './figureReferences.ts';
import { rehypeGlance } from './glance.ts';
import { rehypeHeadingLinks } from './headingLinks.ts';
import { rehypeMarginSources } from './marginSources.ts';
import { rehypeNoteNumbers } from './noteNumbers.ts';
import { rehypeRowHeaders } from './rowHeaders.ts';
import { rehypeTermLinks, type LinkedTerm } from './termLinks.ts';

interface Around {
  language: Language;
  /** The charts of the text, numbered as it was rendered. */
  figures: Figure[];
  /** The glossary. */
  terms: LinkedTerm[];
  /** The facts at a glance, as HTML; they come before the sections, and neither terms nor row headers are marked in them. */
  glance: string;
  /** What is read before the text and refers to its notes, as HTML. */
  before: string;
}

/** The final HTML of an article. */
interface Finished {
  before: string;
  text: string;
  /** The number that each note had when it was rendered, with its number in the order of reading. */
  order: Map<number, number>;
}

const WRITTEN = { closeEmptyElements: true, collapseEmptyAttributes: true };
const parser = unified().use(rehypeParse, { fragment: true }).freeze();

/**
 * The final text of an article, and of what stands before it, with notes numbered in the order of reading.
 * @param html the whole text as rendered by its components, which number its charts
 */
export function articleText(html: string, { language, figures, terms, glance, before }: Around): Finished {
  const t = strings(language);
  const order = new Map<number, number>();
  const numbered = { order, name: t.noteNumber };
  const first = parser().use(rehypeNoteNumbers, numbered).use(rehypeStringify, WRITTEN).processSync(before);
  const text = parser()
    .use(rehypeFigureReferences, { figures, name: t.figure })
    .use(rehypeTermLinks, { terms, language })
    .use(rehypeRowHeaders)
    .use(rehypeGlance, { glance: parser.parse(glance) })
    .use(rehypeMarginSources)
    .use(rehypeNoteNumbers, numbered)
    .use(rehypeBasePath, { href })
    .use(rehypeHeadingLinks, { label: t.linkTo })
    .use(rehypeStringify, WRITTEN)
    .processSync(html);
  return { before: first.toString(), text: text.toString(), order };
}
