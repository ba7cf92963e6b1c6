import { apa } from './apa.ts';
import { bibtex } from './bibtex.ts';
import { gbt7714 } from './gbt7714.ts';
import type { CitationStyle } from './item.ts';
import { ris } from './ris.ts';

/** The citation styles, in the order in which they are offered. */
export const CITATION_STYLES: readonly CitationStyle[] = [gbt7714, apa, bibtex, ris];
