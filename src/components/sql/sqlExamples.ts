import { CONTRACT_EXAMPLES } from './contractExamples.ts';
import { EVIDENCE_EXAMPLES } from './evidenceExamples.ts';
import type { SqlExample } from './sqlExample.ts';

/** The queries that the page offers, in this order. Each answers with rows; a test runs them all. */
export const SQL_EXAMPLES: readonly SqlExample[] = [...CONTRACT_EXAMPLES, ...EVIDENCE_EXAMPLES];
