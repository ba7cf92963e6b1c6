import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand, type Effects } from './lib/effects.ts';
import { CommandError } from './lib/fault.ts';
import { serve } from './lib/serve.ts';

const NEEDED = ['orca', 'chromium', 'openbox', 'Xvfb', 'xdotool', 'dbus-run-session'];
const PACKAGES = 'orca chromium openbox xvfb xdotool dbus at-spi2-core';
const WINDOW = { width: 1400, height: 1000 };
/** Milliseconds of silence that end an utterance: after a key, and after a page is opened. */
const QUIET = { key: 1200, page: 5000 };
/** The longest wait, in milliseconds. */
const LONGEST = 120_000;

/**
 * Reads a page of the built site with the screen reader Orca on a virtual desktop without sound, and prints what it says.
 * @param args the address, then keys as xdotool names them (`h` goes to the next heading, `Down`, `Tab`, `ctrl+Home`) or `type:words`
 */
async function hear(root: string, args: string[], effects: Effects): Promise<void> {
  const [path = '/en/', ...keys] = args;
  const missing = NEEDED.filter((name) => spawnSync('which', [name]).status !== 0);
  if (missing.length > 0)
    throw new CommandError(
      `reading a page with Orca needs ${missing.join(', ')}; on Debian and Ubuntu: apt-get install ${PACKAGES}`,
    );
  if (spawnSync('pgrep', ['-x', 'orca']).status === 0)
    throw new CommandError(
      'Orca is already running on this desktop, and only one instance can run; quit it first',
    );
  const home = mkdtempSync(join(tmpdir(), 'hear-'));
  const log = join(home, 'orca.log');
  const { address, close } = await serve(root, 0);
  const screen = await openScreen();
  const env = {
    ...process.env,
    DISPLAY: screen.display,
    HOME: home,
    XDG_RUNTIME_DIR: home,
    LANG: 'C.UTF-8',
  };
  const browser = [
    `chromium ${process.getuid?.() === 0 ? '--no-sandbox ' : ''}--no-first-run --user-data-dir=${home}/profile --force-renderer-accessibility`,
    `--disable-gpu --disable-features=Translate --window-position=0,0 --window-size=${WINDOW.width},${WINDOW.height}`,
    `"$0"`,
  ].join(' ');
  const desktop = spawn(
    'dbus-run-session',
    ['--', 'sh', '-c', `openbox & orca --debug-file=${log} & sleep 4; ${browser}`, address + path],
    { env, stdio: 'ignore', detached: true },
  );
  try {
    let read = 0;
    const listen = async (quiet: number): Promise<string[]> => {
      await untilQuiet(log, quiet);
      const written = existsSync(log) ? readFileSync(log).subarray(read) : Buffer.alloc(0);
      read += written.length;
      return utterances(written.toString('utf8'));
    };
    effects.log(`# ${path}\n${(await listen(QUIET.page)).join('\n')}`);
    for (const key of keys) {
      const typed = key.startsWith('type:');
      spawnSync('xdotool', typed ? ['type', '--delay', '120', key.slice(5)] : ['key', key], { env });
      effects.log(`# ${key}\n${(await listen(QUIET.key)).join('\n')}`);
    }
  } finally {
    end(desktop);
    end(screen.server);
    await close();
    rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  }
}

/** The utterances in Orca's debug log, without the echo of typed keys. */
function utterances(log: string): string[] {
  return [...log.matchAll(/SPEECH OUTPUT: '(.*?)' ?(?:\{[^}\n]*\})?\n/gs)]
    .map(([, words]) => words!)
    .filter((words) => !/^[\w ]{1,14} $/.test(words));
}

/** Starts a virtual screen on the first free display number. */
function openScreen(): Promise<{ server: ChildProcess; display: string }> {
  const size = `${WINDOW.width}x${WINDOW.height}x24`;
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', size, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  });
  return new Promise((resolve, reject) => {
    server.stdout.once('data', (number: Buffer) =>
      resolve({ server, display: `:${number.toString().trim()}` }),
    );
    server.once('exit', () => reject(new CommandError('Xvfb did not open a screen')));
  });
}

/** Waits until a file has stopped growing. */
async function untilQuiet(file: string, quiet: number): Promise<void> {
  const began = Date.now();
  let size = -1;
  let since = began;
  while (Date.now() - began < LONGEST) {
    const now = existsSync(file) ? statSync(file).size : -1;
    if (now !== size) since = Date.now();
    size = now;
    if (size >= 0 && Date.now() - since > quiet) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Ends a program and all processes it started. */
function end(program: ChildProcess): void {
  try {
    process.kill(-program.pid!, 'SIGTERM');
  } catch {
    // It has already ended.
  }
}

await runCommand((effects) => hear(process.cwd(), process.argv.slice(2), effects));
