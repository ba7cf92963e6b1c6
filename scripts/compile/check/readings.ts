import type { Table } from '../../../src/model/dataset.ts';
import type { Fault } from '../../lib/fault.ts';
import type { Place } from './place.ts';
import type { Cells } from '../read/typedCell.ts';

interface Reading extends Place {
  others: string[];
  preferred: boolean;
}

const DISAGREES = 'disagrees_with';
const PREFERRED = 'preferred';

/**
 * The rows of all tables with the columns `disagrees_with` and `preferred`: rows that disagree name each other, and of those that hang
 * together by it just one is preferred; a row that disagrees with none is.
 */
export class Readings {
  readonly #byId = new Map<string, Reading>();

  /** Opens a table for its rows; nothing where it has no such columns. */
  open({ fields }: Table): ((place: Place, cells: Cells) => void) | undefined {
    const [disagrees, preferred, id] = [DISAGREES, PREFERRED, 'id'].map((name) =>
      fields.findIndex((field) => field.name === name),
    ) as [number, number, number];
    if (disagrees < 0 || preferred < 0) return undefined;
    return (place, cells) => {
      const others = cells[disagrees];
      this.#byId.set(String(cells[id]), {
        ...place,
        others: typeof others === 'string' ? others.split(' ') : [],
        preferred: cells[preferred] === true,
      });
    };
  }

  /** What is wrong, after all tables are read. */
  faults(): Fault[] {
    const faults: Fault[] = [];
    for (const [id, { file, row, others }] of this.#byId)
      for (const other of others) {
        const found = this.#byId.get(other);
        if (!found)
          faults.push({ file, row, column: DISAGREES, value: other, what: 'is no row of these tables' });
        else if (!found.others.includes(id))
          faults.push({
            file: found.file,
            row: found.row,
            column: DISAGREES,
            what: `does not name ${id}, which names it`,
            right: `add ${id}`,
          });
      }
    return faults.length > 0 ? faults : this.#groups().flatMap((ids) => this.#choice(ids));
  }

  /** Ids that hang together by `disagrees_with`, each group once. */
  #groups(): string[][] {
    const seen = new Set<string>();
    return [...this.#byId.keys()].flatMap((first) => {
      if (seen.has(first)) return [];
      const group = new Set([first]);
      for (const id of group) for (const other of this.#byId.get(id)!.others) group.add(other);
      for (const id of group) seen.add(id);
      return [[...group]];
    });
  }

  #choice(ids: string[]): Fault[] {
    const chosen = ids.filter((id) => this.#byId.get(id)!.preferred);
    if (chosen.length === 1) return [];
    const { file, row } = this.#byId.get(ids[0]!)!;
    return [
      ids.length === 1
        ? {
            file,
            row,
            column: PREFERRED,
            value: 'false',
            what: 'is said of a row that disagrees with none',
            right: `true, or name in ${DISAGREES} the row that is used`,
          }
        : {
            file,
            row,
            column: PREFERRED,
            what: `is true of ${chosen.length} of the rows that disagree: ${ids.join(', ')}`,
            right: 'true of one of them',
          },
    ];
  }
}
