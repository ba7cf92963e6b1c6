import type { Field } from '../../../src/model/field.ts';
import type { Table } from '../../../src/model/dataset.ts';
import type { Cell } from '../../../src/model/row.ts';
import type { Cells } from '../read/typedCell.ts';

/** What is wrong with a cell by its field's constraints, or nothing. */
export function breaksConstraint(field: Field, cell: Cell): { what: string; right?: string } | undefined {
  const rules = field.constraints;
  if (!rules) return undefined;
  if (cell === null)
    return rules.required ? { what: 'is missing', right: `every row has a ${field.name}` } : undefined;
  if (rules.enum && !rules.enum.includes(String(cell)))
    return { what: 'is none of the codes', right: rules.enum.join(', ') };
  if (rules.pattern && !expression(rules.pattern).test(String(cell)))
    return { what: 'has the wrong form', right: rules.pattern };
  if (typeof cell === 'number') {
    if (rules.minimum !== undefined && cell < rules.minimum)
      return { what: 'is too small', right: `at least ${rules.minimum}` };
    if (rules.maximum !== undefined && cell > rules.maximum)
      return { what: 'is too large', right: `at most ${rules.maximum}` };
  }
  return undefined;
}

const expressions = new Map<string, RegExp>();

/** The regular expression of a pattern, made once. */
function expression(pattern: string): RegExp {
  let made = expressions.get(pattern);
  if (!made) expressions.set(pattern, (made = new RegExp(pattern, 'u')));
  return made;
}

/** What is wrong with a cell of a row, by what another cell of it holds. */
interface CellFault {
  column: string;
  what: string;
  right: string;
}

/**
 * The check of a table for cells that are empty where they must be filled by what another column holds, or filled where they must be empty.
 * @returns a function of the cells of a row, in the order of the fields
 */
export function filledWhereCheck({ fields }: Pick<Table, 'fields'>): (cells: Cells) => CellFault[] {
  const names = fields.map(({ name }) => name);
  const checks = fields.flatMap(({ name, filledWhere }, at) =>
    filledWhere
      ? [{ name, at, by: filledWhere.field, byAt: names.indexOf(filledWhere.field), is: filledWhere.is }]
      : [],
  );
  return (cells) => {
    const faults: CellFault[] = [];
    for (const { name, at, by, byAt, is } of checks) {
      const other = String(cells[byAt] ?? '');
      const wanted = is.includes(other);
      if (wanted === (cells[at]! !== null)) continue;
      const reason = `${by} is ${other === '' ? 'empty' : other}`;
      faults.push(
        wanted
          ? { column: name, what: 'is missing', right: `${reason}, and a row of that kind has a ${name}` }
          : {
              column: name,
              what: 'is filled',
              right: `${reason}; ${name} is filled only where it is ${is.join(' or ')}`,
            },
      );
    }
    return faults;
  };
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
