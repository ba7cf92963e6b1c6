/** A sum in yuan from which another procedure applies, and the row of `policy-articles` that says so. */
interface ProcedureSum {
  sum: number;
  article: string;
}

/** Guangdong’s limit of procurement law, filled in until the reader enters that of the own city. */
export const PROCUREMENT_LIMIT: ProcedureSum = { sum: 1_000_000, article: 'ru-x-gd-limit' };

/** Guangzhou’s threshold of open tender, filled in until the reader enters that of the own city. */
export const TENDER_THRESHOLD: ProcedureSum = { sum: 4_000_000, article: 'ru-x-gz-400' };

/** The rows of `policy-articles` on which the procedure at a sum rests. */
export const PROCEDURE_RESTS_ON = [
  PROCUREMENT_LIMIT.article,
  TENDER_THRESHOLD.article,
  'ru-x-gpl-08',
  'law-a-214-cases',
  'law-a-gpl-27-method',
  'ru-x-gpr-28',
];
