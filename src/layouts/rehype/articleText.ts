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
}

const parser = unified().use(rehypeParse, { fragment: true }).freeze();

/**
 * The final text of an article.
 * @param html the whole text as rendered by its components, which number its charts
 */
export function articleText(html: string, { language, figures, terms, glance }: Around): string {
  const t = strings(language);
  return parser()
    .use(rehypeFigureReferences, { figures, name: t.figure })
    .use(rehypeTermLinks, { terms, language })
    .use(rehypeRowHeaders)
    .use(rehypeGlance, { glance: parser.parse(glance) })
    .use(rehypeMarginSources)
    .use(rehypeBasePath, { href })
    .use(rehypeHeadingLinks, { label: t.linkTo })
    .use(rehypeStringify, { closeEmptyElements: true, collapseEmptyAttributes: true })
    .processSync(html)
    .toString();
}
