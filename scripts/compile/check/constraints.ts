import type { Field } from '../../../src/model/field.ts';
import type { Table } from '../../../src/model/dataset.ts';
import type { Cell, Row } from '../../../src/model/row.ts';

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

/** The cells that are empty where they must be filled by what another column holds, or filled where they must be empty. */
export function breaksFilledWhere(table: Table, row: Row): { column: string; what: string; right: string }[] {
  return table.fields.flatMap(({ name, filledWhere }) => {
    if (!filledWhere) return [];
    const other = String(row[filledWhere.field] ?? '');
    const wanted = filledWhere.is.includes(other);
    if (wanted === (row[name] !== null)) return [];
    const said = `${filledWhere.field} is ${other === '' ? 'empty' : other}`;
    return [
      wanted
        ? { column: name, what: 'is missing', right: `${said}, and a row of that kind has a ${name}` }
        : {
            column: name,
            what: 'is filled',
            right: `${said}; ${name} stands only where it is ${filledWhere.is.join(' or ')}`,
          },
    ];
  });
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
