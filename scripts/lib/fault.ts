/** A fault in hand-written input, with its location; faults are collected, never thrown. */
export interface Fault {
  /** Path from the project's root, with forward slashes. */
  file: string;
  /** Row number as in a spreadsheet: the header is 1. */
  row?: number;
  column?: string;
  value?: string;
  /** What is wrong, as the predicate of a sentence: `is not a number`. */
  what: string;
  /** What would be right. */
  right?: string;
}

const SHOWN = 60;

/** `data/x/y.csv:14:gdp "87,9.49" is not a number (write 879.49)` */
export function describeFault(fault: Fault): string {
  const place = [fault.file, fault.row, fault.column].filter((part) => part !== undefined).join(':');
  const value = fault.value === undefined ? '' : ` "${shorten(fault.value)}"`;
  const right = fault.right === undefined ? '' : ` (${fault.right})`;
  return `${place}${value} ${fault.what}${right}`;
}

const shorten = (value: string): string => {
  const line = value.replace(/\s+/g, ' ');
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
};

/** An error that a person can fix; only its message is shown. */
export class CommandError extends Error {
  override name = 'CommandError';
  readonly exitCode: number;
  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** All faults of a run. */
export class FaultsFound extends CommandError {
  override name = 'FaultsFound';
  readonly faults: Fault[];
  constructor(faults: Fault[]) {
    const count = faults.length === 1 ? '1 fault' : `${faults.length} faults`;
    super(`${faults.map(describeFault).join('\n')}\n${count}; nothing was published`);
    this.faults = faults;
  }
}
