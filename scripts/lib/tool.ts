import { spawn } from 'node:child_process';
import { CommandError } from './fault.ts';

/**
 * Runs a tool of the project (`astro`, `vitest` …) with its output shown.
 * @throws CommandError where it fails
 */
export async function runTool(name: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<void> {
  const code = await toolExitCode(name, args, env);
  if (code !== 0) throw new CommandError(`${name} ${args.join(' ')} ended with code ${code}`, code);
}

/** Runs a tool and returns its exit code. */
export function toolExitCode(name: string, args: string[], env: NodeJS.ProcessEnv = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(name, args, {
      stdio: 'inherit',
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
    });
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
