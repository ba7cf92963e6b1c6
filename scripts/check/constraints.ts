import type { Field } from '../../src/model/field.ts';
import type { Cell } from '../../src/model/row.ts';

/** What is wrong with a cell by its field's constraints, or nothing. */
export function breaksConstraint(field: Field, cell: Cell): { what: string; right?: string } | undefined {
  const rules = field.constraints;
  if (!rules) return undefined;
  if (cell === null)
    return rules.required ? { what: 'is missing', right: `every row has a ${field.name}` } : undefined;
  if (rules.enum && !rules.enum.includes(String(cell)))
    return { what: 'is none of the codes', right: rules.enum.join(', ') };
  if (rules.pattern && !new RegExp(rules.pattern, 'u').test(String(cell)))
    return { what: 'has the wrong form', right: rules.pattern };
  if (typeof cell === 'number') {
    if (rules.minimum !== undefined && cell < rules.minimum)
      return { what: 'is too small', right: `at least ${rules.minimum}` };
    if (rules.maximum !== undefined && cell > rules.maximum)
      return { what: 'is too large', right: `at most ${rules.maximum}` };
  }
  return undefined;
}

/** The constraints of a field, each as the name under which the quality report counts it. */
export function constraintNames(field: Field): string[] {
  const { required, enum: codes, pattern, minimum, maximum } = field.constraints ?? {};
  return [
    required && 'required',
    codes && 'enum',
    pattern && 'pattern',
    (minimum !== undefined || maximum !== undefined) && 'range',
  ].filter((name): name is string => typeof name === 'string');
}
