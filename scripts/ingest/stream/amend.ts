import { dayOrderFrom } from '../table/evidence.ts';
import type { TablePlan } from '../table/plan.ts';
import { isAmount, isDate } from '../../rules/rule.ts';
import { noEvidence, type Evidence } from './clean.ts';

/** What all parts together say of each column. */
export class EvidenceOfAll {
  readonly all: Evidence[];

  constructor(columns: number) {
    this.all = Array.from({ length: columns }, noEvidence);
  }

  add(evidence: readonly Evidence[]): void {
    evidence.forEach((one, at) => {
      const all = this.all[at]!;
      all.dayFirst ||= one.dayFirst;
      all.monthFirst ||= one.monthFirst;
      all.comma ||= one.comma;
      all.point ||= one.point;
      all.currency ??= one.currency;
    });
  }

  /**
   * The plan as it should have been, where the rows beyond the head tell otherwise than the head: the order of day and month, the sign
   * before fractions, a currency. `null` where they do not.
   */
  amended(plan: TablePlan): { plan: TablePlan; columns: string[] } | null {
    const columns: string[] = [];
    const fields = plan.fields.map((field, at) => {
      const { dayFirst, monthFirst, comma, point, currency } = this.all[at]!;
      const told = {
        ...(isDate(field) && (dayFirst || monthFirst)
          ? { dayOrder: dayOrderFrom({ dayFirst, monthFirst }) }
          : {}),
        ...(isAmount(field) ? { decimal: comma && !point ? ('comma' as const) : ('point' as const) } : {}),
        ...(isAmount(field) && field.currency === null && currency !== null ? { currency } : {}),
      };
      const better = { ...field, ...told };
      const same =
        better.dayOrder === field.dayOrder &&
        better.decimal === field.decimal &&
        better.currency === field.currency;
      if (!same) columns.push(field.heading || field.name);
      return better;
    });
    return columns.length === 0 ? null : { plan: { ...plan, fields }, columns };
  }
}
