import { spawn, type StdioOptions } from 'node:child_process';
import { CommandError } from './fault.ts';

/**
 * Runs a tool of the project (`astro`, `vitest` …) and shows its output.
 * @throws CommandError where it fails
 */
export async function runTool(name: string, args: string[]): Promise<void> {
  const code = await toolExitCode(name, args);
  if (code !== 0) throw new CommandError(`${name} ${args.join(' ')} ended with code ${code}`, code);
}

/** Runs a tool, shows its output and returns its exit code. */
export const toolExitCode = async (
  name: string,
  args: string[],
  env: NodeJS.ProcessEnv = {},
): Promise<number> => (await start(name, args, env, 'inherit')).code;

/** Runs a tool and returns its exit code and its output. */
export const toolOutput = (name: string, args: string[]): Promise<{ code: number; output: string }> =>
  start(name, args, {}, ['ignore', 'pipe', 'pipe']);

function start(
  name: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  stdio: StdioOptions,
): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(name, args, {
      stdio,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (output += String(text)));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
