import { CommandError } from './fault.ts';
import { systemFault } from './systemFault.ts';

/** The outputs of a command besides its files; tests pass their own. */
export interface Effects {
  /** A line for the log. */
  log(line: string): void;
  /** A line of the error output. */
  error(line: string): void;
  /** Progress; shown in place on a terminal, and not in a log. */
  progress(text: string): void;
  /** A line with what only the person at the terminal may see; it never goes into a log. */
  confidential?(line: string): void;
}

export const terminal: Effects = {
  log(line) {
    clearProgress();
    process.stdout.write(`${line}\n`);
  },
  error(line) {
    clearProgress();
    process.stderr.write(`${line}\n`);
  },
  progress(text) {
    if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${text}`);
  },
  confidential(line) {
    if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${line}\n`);
  },
};

function clearProgress(): void {
  if (process.stdout.isTTY) process.stdout.write('\r\x1b[K');
}

/** Runs a command; a `CommandError` or a system fault is reported by message and exit code, any other error with its stack. */
export async function runCommand(
  command: (effects: Effects) => Promise<void>,
  effects = terminal,
): Promise<void> {
  try {
    await command(effects);
  } catch (error) {
    const known = error instanceof CommandError ? error : (usageFault(error) ?? systemFault(error));
    effects.error(known?.message ?? String((error as Error).stack ?? error));
    process.exitCode = known?.exitCode ?? 70;
  }
}

/** An option that a command does not have, or that lacks its value, as a message. */
function usageFault(error: unknown): CommandError | undefined {
  const { code, message } = error as NodeJS.ErrnoException;
  return code?.startsWith('ERR_PARSE_ARGS') ? new CommandError(message, 2) : undefined;
}
