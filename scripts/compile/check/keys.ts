import type { Dataset, Table } from '../../../src/model/dataset.ts';
import type { Fault } from '../../lib/fault.ts';
import { copyOf } from '../../lib/textCache.ts';
import { Places, standsAlready, type Place } from './place.ts';
import type { Cells } from '../read/typedCell.ts';

const SEPARATOR = '\u001f';

/** A key that was pointed at before the table it should be in was read. */
interface Waiting {
  key: string;
  /** Every row that points at it. */
  places: number[];
}

/** The references from one foreign key of one table. */
interface References {
  columns: string;
  target: string;
  places: Places;
  waiting: Map<string, Waiting>;
}

/** Takes the rows of one table. */
export interface TableKeys {
  /** Notes a row's primary key and what it points at; the fault of a key that is there already. */
  add(place: Place, cells: Cells): Fault | undefined;
  /** The different cells of each foreign key in the rows since it was last asked; kept only of a table whose keys are not. */
  takeReferences(): string[][];
  /** Notes what the rows of a part point at that is not read again. @param place of its first row */
  addReferences(place: Place, references: readonly (readonly string[])[]): void;
}

/**
 * The keys of a whole compile: what exists, and what is pointed at. A reference to a table not yet read waits for its end, so that
 * the order of tables does not matter.
 */
export class Keys {
  readonly #placesByKey = new Map<string, Map<string, number>>();
  readonly #references: References[][] = [];

  /**
   * Opens a table for its rows.
   * @param keepsKeys whether its own keys are kept, to find those that repeat; a large table that nothing points at is asked afterwards (`Database`)
   */
  open(dataset: Dataset, table: Table, keepsKeys: boolean): TableKeys {
    const keys = this.#keysOf(`${dataset.id}/${table.name}`);
    const places = new Places();
    const column = table.primaryKey.join('+');
    const keyOf = keyReader(table, table.primaryKey);
    const foreign = table.foreignKeys.map(({ fields, list, reference }) => {
      const target = `${reference.dataset}/${reference.table}`;
      const references: References = { columns: fields.join('+'), target, places, waiting: new Map() };
      const known = this.#keysOf(target);
      return {
        read: keyReader(table, fields),
        seen: new Set<string>(),
        references,
        refer(cell: string, here: number) {
          if (!list) refer(references, known, cell, here);
          else for (const key of cell.split(' ')) refer(references, known, key, here);
        },
      };
    });
    this.#references.push(foreign.map(({ references }) => references));
    return {
      takeReferences() {
        return foreign.map(({ seen }) => {
          const cells = [...seen].sort();
          seen.clear();
          return cells;
        });
      },
      addReferences(place, references) {
        const here = places.numberOf(place);
        for (const [at, { refer }] of foreign.entries())
          for (const cell of references[at]!) refer(cell, here);
      },
      add(place, cells) {
        const here = places.numberOf(place);
        for (const { read, seen, refer } of foreign) {
          const cell = read(cells);
          if (cell === null) continue;
          refer(cell, here);
          if (!keepsKeys && !seen.has(cell)) seen.add(copyOf(cell));
        }
        const key = keyOf(cells);
        if (key === null)
          return { ...place, column, what: 'is missing', right: 'it is the key of the table' };
        if (!keepsKeys) return undefined;
        const before = keys.get(key);
        if (before === undefined) {
          keys.set(copyOf(key), here);
          return undefined;
        }
        return {
          ...place,
          column,
          value: shown(key),
          ...standsAlready(places.at(before), place),
          right: 'a key names one row',
        };
      },
    };
  }

  /**
   * The references whose target is nowhere, after all tables are read, in the order of tables and rows.
   * @param read `dataset/table` of those that could be read; what points at another one is not to blame
   */
  unknown(read: ReadonlySet<string>): Fault[] {
    return this.#references.flatMap((table) =>
      table
        .filter(({ target }) => read.has(target))
        .flatMap(({ columns, target, places, waiting }) =>
          [...waiting.values()]
            .filter(({ key }) => !this.#keysOf(target).has(key))
            .flatMap(({ key, places: rows }) => rows.map((at) => ({ at, key, columns, target, places }))),
        )
        .sort((a, b) => a.at - b.at)
        .map(({ at, key, columns, target, places }) => ({
          ...places.at(at),
          column: columns,
          value: shown(key),
          what: `is not in ${target}`,
          right: `add it to data/${target}.csv or correct the spelling`,
        })),
    );
  }

  #keysOf(table: string): Map<string, number> {
    let keys = this.#placesByKey.get(table);
    if (!keys) this.#placesByKey.set(table, (keys = new Map()));
    return keys;
  }
}

function refer({ waiting }: References, known: ReadonlyMap<string, number>, key: string, here: number): void {
  if (known.has(key)) return;
  const before = waiting.get(key);
  if (before) before.places.push(here);
  else {
    const own = copyOf(key);
    waiting.set(own, { key: own, places: [here] });
  }
}

/** Reads the key of a row over some fields; `null` where one of them is empty. */
function keyReader(table: Table, fields: readonly string[]): (cells: Cells) => string | null {
  const columns = fields.map((name) => table.fields.findIndex((field) => field.name === name));
  const [first] = columns;
  if (columns.length === 1)
    return (cells) => {
      const cell = cells[first!]!;
      return cell === null ? null : String(cell);
    };
  return (cells) => {
    const parts = columns.map((at) => cells[at]!);
    return parts.some((part) => part === null) ? null : parts.join(SEPARATOR);
  };
}

const shown = (key: string): string => key.replaceAll(SEPARATOR, ' + ');
