import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ALLOWED, LICENCES_FILE, licencesOf, licencesPage } from '../../../scripts/lib/licences.ts';

const LOCKFILE = readFileSync('package-lock.json', 'utf8');
const lock = (path: string, locked: object): string =>
  JSON.stringify({ packages: { '': {}, [path]: { version: '1.0.0', ...locked } } });

describe('licences of the packages we use', () => {
  test('are all allowed, and the list is up to date (npm run licences)', () =>
    expect(readFileSync(LICENCES_FILE, 'utf8')).toBe(licencesPage(licencesOf(LOCKFILE))));

  test('every allowed one is used', () => {
    const used = licencesOf(LOCKFILE)
      .map(({ licence }) => licence)
      .join(' ');
    for (const id of Object.keys(ALLOWED)) expect(used).toContain(id);
  });

  test('are the same in the installed packages as in the lockfile', () => {
    const { packages } = JSON.parse(LOCKFILE) as { packages: Record<string, { license?: string }> };
    for (const [path, { license }] of Object.entries(packages)) {
      const file = join(path, 'package.json');
      if (path === '' || license === undefined || !existsSync(file)) continue;
      const own = (JSON.parse(readFileSync(file, 'utf8')) as { license?: unknown }).license;
      if (typeof own === 'string') expect(own, path).toBe(license);
    }
  });

  test.each([
    ['node_modules/x', { license: 'GPL-3.0-only' }, 'x@1.0.0 is under GPL-3.0-only, which is not allowed'],
    [
      'node_modules/a/node_modules/@b/c',
      {},
      '@b/c@1.0.0 names no licence (read its LICENSE file and settle it)',
    ],
    ['node_modules/x', { license: '(MIT AND SSPL-1.0)' }, 'x@1.0.0 is under SSPL-1.0, which is not allowed'],
  ])('%s %j is refused', (path, locked, message) =>
    expect(() => licencesOf(lock(path, locked))).toThrow(message),
  );
});
