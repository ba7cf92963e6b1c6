import type { Table } from '../../../src/model/dataset.ts';
import type { Fault } from '../../lib/fault.ts';

/** Faults of a header row: columns missing, columns nobody described, columns in another order. */
export function checkHeader(file: string, table: Table, header: string[]): Fault[] {
  const names = table.fields.map((field) => field.name);
  const faults: Fault[] = [];
  for (const name of names)
    if (!header.includes(name))
      faults.push({
        file,
        row: 1,
        column: name,
        what: 'is missing',
        right: `the columns are ${names.join(', ')}`,
      });
  header.forEach((name, index) => {
    if (!names.includes(name))
      faults.push({
        file,
        row: 1,
        value: name,
        what: 'is no column of this table',
        right: 'describe it in dataset.yaml or take it out',
      });
    else if (header.indexOf(name) !== index)
      faults.push({ file, row: 1, value: name, what: 'is twice in the header' });
  });
  if (faults.length === 0 && header.join() !== names.join())
    faults.push({ file, row: 1, what: 'has its columns in another order', right: names.join(', ') });
  return faults;
}
