import type { Field } from '../../src/model/field.ts';
import type { Bilingual } from '../../src/model/language.ts';

/**
 * A cleaning rule: a change that loses nothing and needs no judgement. What needs judgement is a fault, for a person to mend.
 * Every change is written in the ledger.
 */
export interface CleaningRule {
  /** Kebab-case; the rule's name in the ledger. */
  name: string;
  title: Bilingual;
  appliesTo(field: Field): boolean;
  /** The cleaned cell; the same text where there is nothing to do. Applying it twice changes nothing more. */
  clean(value: string): string;
}
