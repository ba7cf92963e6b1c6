import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';

/** Milliseconds until a build has compiled and begins to write, on a busy machine. */
const START_LIMIT = 240_000;

test(
  'a build that is killed leaves the site unchanged',
  async () => {
    const home = 'dist/en/index.html';
    const before = { text: readFileSync(home, 'utf8'), made: statSync('dist').mtimeMs };
    const build = spawn(process.execPath, ['scripts/build.ts'], { stdio: 'ignore', detached: true });
    const ended = new Promise((resolve) => build.on('exit', resolve));
    for (let waited = 0; !existsSync('.dist.next') && waited < START_LIMIT; waited += 50) await wait(50);
    expect(existsSync('.dist.next')).toBe(true);
    process.kill(-build.pid!, 'SIGKILL');
    await ended;
    expect(readFileSync(home, 'utf8')).toBe(before.text);
    expect(statSync('dist').mtimeMs).toBe(before.made);
    rmSync('.dist.next', { recursive: true, force: true });
  },
  START_LIMIT + 30_000,
);
