import { apa } from './apa.ts';
import { bibtex } from './bibtex.ts';
import { chicago } from './chicago.ts';
import { cslJson } from './cslJson.ts';
import { gbt7714 } from './gbt7714.ts';
import { harvard } from './harvard.ts';
import type { CitationStyle } from './item.ts';
import { mla } from './mla.ts';
import { ris } from './ris.ts';

/** The citation styles, in the order in which they are offered. */
export const CITATION_STYLES: readonly CitationStyle[] = [
  gbt7714,
  apa,
  chicago,
  harvard,
  mla,
  bibtex,
  ris,
  cslJson,
];
