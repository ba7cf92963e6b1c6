/** Over 250 lines: every system error is tested against the same kinds of commands and disks. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { COMPILE, manyRows, Project, start, table, type Ended } from '../project.ts';

/**
 * System errors during commands. In each case earlier output stays complete, and the message says what to do.
 * Tests that need a disk to be mounted, or another user, are skipped where that is not allowed.
 */

const isRoot = process.getuid?.() === 0;
const works = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0;
/** A separate mount namespace, so that disks mounted in it disappear when the process ends. */
const UNSHARE = isRoot ? ['-m'] : ['-rm'];
const MOUNTS = works('unshare', ...UNSHARE, 'sh', '-c', 'mount -t tmpfs tmpfs /mnt');
/** Runs a command as the user `nobody` where the tests run as root, who may write to read-only files. */
const AS_NOBODY = isRoot ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : [];
const NOBODY = !isRoot || works(AS_NOBODY[0]!, ...AS_NOBODY.slice(1), process.execPath, '--check', COMPILE);

const LARGER = table(...manyRows(20_000));

/** A compiled project with rows added since. */
async function changedProject(files = LARGER): Promise<{ project: Project; before: Record<string, string> }> {
  const project = new Project();
  await project.compile();
  const before = project.published();
  for (const [path, content] of Object.entries(files)) project.write(path, content);
  return { project, before };
}

/** Remains that an interrupted run must not leave. */
const leftOver = (root: string): string[] =>
  // The records of what was published last stay, and say nothing of this run.
  readdirSync(join(root, '.compile')).filter((name) => !['kept.json', 'published.json'].includes(name));

describe('a disk that is full', () => {
  /** Compiles on a separate disk with the given free space, and copies its content afterwards to `left`. */
  const onDisk = async (project: Project, free: number): Promise<Ended & { left: string }> => {
    const left = mkdtempSync(join(tmpdir(), 'after-'));
    const script = `
      disk=$(mktemp -d) && mount -t tmpfs -o size=16m tmpfs "$disk" && cp -a "$1/." "$disk" && cd "$disk" || exit 90
      dd if=/dev/zero of=filler bs=64k 2>/dev/null; truncate -s -${free}K filler
      "$2" "$3"; code=$?
      rm filler; cp -a "$disk/." "$4"; exit $code`;
    const args = [...UNSHARE, 'sh', '-c', script, 'sh', project.root, process.execPath, COMPILE, left];
    return { ...(await start('unshare', args).ended), left };
  };

  // The disk fills up at once, within the tables, within the workbook, within the database.
  test.skipIf(!MOUNTS).each([0, 5_000, 10_000])(
    '%i KB are left: the old output is complete, nothing else is left, and the message says what to do',
    async (free) => {
      const { project, before } = await changedProject();
      const { code, said, left } = await onDisk(project, free);
      expect(said).toMatch(
        /^no space is left on the disk.*; free some and run again; earlier output is unchanged/,
      );
      expect(code).toBe(74);
      expect(project.published(left)).toEqual(before);
      expect(leftOver(left)).toEqual([]);
    },
  );

  test('a limit on the size of files is reported too', async () => {
    const { project, before } = await changedProject();
    const { code, said } = await start(
      'sh',
      ['-c', 'ulimit -f 900; exec "$0" "$1"', process.execPath, COMPILE],
      {
        cwd: project.root,
      },
    ).ended;
    expect(said).toMatch(/^a file would grow larger than this system allows/);
    expect(code).toBe(74);
    expect(project.published()).toEqual(before);
    expect(leftOver(project.root)).toEqual([]);
  });
});

describe('an output that is read-only', () => {
  test.skipIf(!NOBODY)(
    'a folder without permission is reported, and the old output is complete',
    async () => {
      const { project, before } = await changedProject();
      if (isRoot) execFileSync('chown', ['-R', '65534:65534', project.root]);
      chmodSync(join(project.root, 'public'), 0o555);
      const { code, said } = await start(
        [...AS_NOBODY, process.execPath][0]!,
        [...[...AS_NOBODY, process.execPath].slice(1), COMPILE],
        { cwd: project.root },
      ).ended;
      expect(said).toMatch(/public\/data may not be opened or changed by this user; change its permissions/);
      expect(code).toBe(74);
      expect(project.published()).toEqual(before);
      expect(leftOver(project.root)).toEqual([]);
      chmodSync(join(project.root, 'public'), 0o755);
    },
  );

  test.skipIf(!MOUNTS)('a disk mounted read-only is reported, and the old output is complete', async () => {
    const { project, before } = await changedProject();
    const script = 'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" && cd "$1" && exec "$2" "$3"';
    const { code, said } = await start('unshare', [
      ...UNSHARE,
      'sh',
      '-c',
      script,
      'sh',
      project.root,
      process.execPath,
      COMPILE,
    ]).ended;
    expect(said).toMatch(/\.compile\/lock is read-only; mount it writable, or work in another folder/);
    expect(code).toBe(74);
    expect(project.published()).toEqual(before);
  });
});

describe('a freeze', () => {
  /** Freezes one version after another until it is stopped, three large files each. */
  const FREEZING = `
    const { writeFrozen } = await import(process.argv[1]);
    const { terminal, runCommand } = await import(process.argv[2]);
    await runCommand(async () => {
      for (let n = 0; ; n += 1) {
        const files = new Map(['a', 'b', 'c'].map((name) => [name, (n + name).repeat(400_000)]));
        writeFrozen(process.cwd(), 'public/cite/gdp/' + n, files, 'raise it', terminal);
      }
    });`;
  const script = (name: string): string => join(import.meta.dirname, '../../../scripts', name);
  const ARGS = ['--input-type=module', '-e', FREEZING, script('freeze/folder.ts'), script('lib/effects.ts')];
  const frozenWhole = (root: string): number => {
    const versions = readdirSync(join(root, 'public/cite/gdp'));
    for (const version of versions)
      execFileSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], {
        cwd: join(root, 'public/cite/gdp', version),
      });
    return versions.length;
  };

  test('that is killed leaves only complete versions', async () => {
    const root = mkdtempSync(join(tmpdir(), 'frozen-'));
    const { child, ended } = start(process.execPath, ARGS, { cwd: root });
    while (!existsSync(join(root, 'public/cite/gdp/3'))) await after(5);
    child.kill('SIGKILL');
    await ended;
    expect(frozenWhole(root)).toBeGreaterThan(3);
    expect(readdirSync(join(root, 'public/cite/gdp')).every((name) => /^\d+$/.test(name))).toBe(true);
  });

  test('on a full disk leaves only complete versions, and says so', async () => {
    const root = mkdtempSync(join(tmpdir(), 'frozen-'));
    const limited = ['-c', 'ulimit -f 2000; exec "$0" "$@"', process.execPath, ...ARGS];
    const { code, said } = await start('sh', limited, { cwd: root }).ended;
    expect(said).toMatch(/a file would grow larger than this system allows/);
    expect(code).toBe(74);
    expect(frozenWhole(root)).toBeGreaterThan(9);
    expect(readdirSync(join(root, '.compile'))).toEqual([]);
  });
});

describe('an ingest', () => {
  const INGEST = join(import.meta.dirname, '../../../scripts/ingest.ts');
  const raw = (rows: number): string =>
    ['Body,Amount', ...Array.from({ length: rows }, (_, n) => `Some Trust,${n}`), ''].join('\n');

  test('on a full disk leaves the old table, and edited files', async () => {
    const root = mkdtempSync(join(tmpdir(), 'ingest-'));
    const run = (limit: string): Promise<Ended> =>
      start('sh', ['-c', `${limit}; exec "$0" "$1" pay.csv`, process.execPath, INGEST], { cwd: root }).ended;
    writeFileSync(join(root, 'pay.csv'), raw(3));
    expect((await run(':')).code).toBe(0);
    const before = readFileSync(join(root, 'ingested/pay/pay.csv'), 'utf8');
    writeFileSync(join(root, 'ingested/pay/NOTES.md'), 'mine');
    writeFileSync(join(root, 'pay.csv'), raw(50_000));
    const { code, said } = await run('ulimit -f 64');
    expect(said).toMatch(/a file would grow larger than this system allows/);
    expect(code).toBe(74);
    expect(readFileSync(join(root, 'ingested/pay/pay.csv'), 'utf8')).toBe(before);
    expect(readFileSync(join(root, 'ingested/pay/NOTES.md'), 'utf8')).toBe('mine');
    expect(readdirSync(join(root, 'ingested'))).toEqual(['pay']);
  });
});

describe('another clock, time zone and locale', () => {
  const DAY = 86_400_000;
  /** A module that changes the clock before anything else is loaded. */
  const clock = (days: number): string =>
    `--import=data:text/javascript,${encodeURIComponent(
      `const Real = Date; globalThis.Date = class extends Real {
        constructor(...a) { a.length > 0 ? super(...a) : super(Real.now() + ${days * DAY}); }
        static now() { return Real.now() + ${days * DAY}; }
      };`,
    )}`;
  test('give the same bytes in every file', async () => {
    const results = await Promise.all(
      (
        [
          ['UTC', 'C', 0],
          ['Pacific/Kiritimati', 'tr_TR.UTF-8', 4_000],
          ['America/St_Johns', 'zh_CN.UTF-8', -10_000],
        ] as const
      ).map(async ([TZ, locale, days]) => {
        const project = new Project();
        const env = { TZ, LANG: locale, LC_ALL: locale, NODE_OPTIONS: clock(days) };
        const { code, said } = await start(process.execPath, [COMPILE], { cwd: project.root, env }).ended;
        expect(said).toBe('compiled 2 datasets, 4 rows into public/data\n');
        expect(code).toBe(0);
        return project.published();
      }),
    );
    expect(Object.keys(results[0]!).length).toBeGreaterThan(20);
    expect(results[1]).toEqual(results[0]);
    expect(results[2]).toEqual(results[0]);
  });
});

describe('half a dataset', () => {
  const GAOMING = 'data/gaoming/gaoming.csv';
  const whole = Object.values(
    table(...manyRows(3), 'last,"高明, 区",2015,x,1,2016-02,gf-gm-report-2019,A'),
  )[0]!;
  const cut = (after: string, more = 0): Uint8Array =>
    Buffer.from(whole).subarray(
      0,
      Buffer.from(whole.slice(0, whole.indexOf(after) + after.length)).length + more,
    );

  test.each<[name: string, content: string | Uint8Array, fault: string]>([
    [
      'cut within a quoted cell',
      cut('"高明'),
      `${GAOMING}:5 opens a quote that is never closed (a cell that holds " is written "a ""b"" c")`,
    ],
    [
      'cut within a character',
      cut('"高', 1),
      `${GAOMING}:5 ends within a character (it was cut short; fetch it whole)`,
    ],
    [
      'cut within a row',
      cut('区",2015'),
      `${GAOMING}:5 has 3 cells, not 8 (quote a cell that holds a comma)`,
    ],
    [
      'cut within the header',
      'id,place,year,val',
      `${GAOMING}:1 "val" is no column of this table (describe it in dataset.yaml or take it out)`,
    ],
    [
      'of no byte at all',
      '',
      `${GAOMING} is empty (begin with the header id,place,year,value_printed,value,date,source_id,confidence)`,
    ],
    ['of zeros, as a disk leaves it', '\0'.repeat(4096), `${GAOMING}:1`],
  ])('a file %s', async (_, content, fault) => {
    const { project, before } = await changedProject({ [GAOMING]: '' });
    project.write(GAOMING, content);
    const faults = await project.faults();
    expect(faults.some((one) => one.startsWith(fault))).toBe(true);
    expect(project.published()).toEqual(before);
    expect(leftOver(project.root)).toEqual([]);
  });

  test.each([
    [
      'data/gaoming/gaoming.csv',
      `${GAOMING} is missing (data/gaoming/dataset.yaml describes a table "gaoming")`,
    ],
    ['data/gaoming/dataset.yaml', 'data/gaoming has no dataset.yaml'],
    ['data/gaoming/CHANGES.md', 'data/gaoming/CHANGES.md is missing (begin it with "## 1.0.0 — '],
    ['data/sources/sources.csv', 'data/sources/sources.csv is missing'],
    ['data', 'data is missing'],
  ])('without %s, said by the command itself', async (path, fault) => {
    const { project, before } = await changedProject();
    execFileSync('rm', ['-r', join(project.root, path)]);
    const { code, said } = await start(process.execPath, [COMPILE], { cwd: project.root }).ended;
    expect(said).toContain(fault);
    expect(said).not.toMatch(/^\s+at /m);
    expect(code).toBeGreaterThan(0);
    expect(project.published()).toEqual(before);
  });

  test('a folder where a table should be', async () => {
    const { project, before } = await changedProject();
    execFileSync('rm', [join(project.root, GAOMING)]);
    execFileSync('mkdir', [join(project.root, GAOMING)]);
    const { code, said } = await start(process.execPath, [COMPILE], { cwd: project.root }).ended;
    expect(said).toContain(`${GAOMING} is a folder (a file of that name; rename or move the folder)`);
    expect(code).toBe(1);
    expect(project.published()).toEqual(before);
    expect(existsSync(join(project.root, '.compile/next'))).toBe(false);
  });
});
