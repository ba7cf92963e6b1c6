import { CommandError } from './fault.ts';

/** `EX_IOERR` of `sysexits.h`: an error of the system, not of the data. */
const EXIT_CODE = 74;

const BY_CODE: Record<string, (path: string) => string> = {
  ENOSPC: (path) => `no space is left on the disk${path && ` for ${path}`}; free some and run again`,
  EDQUOT: (path) => `the disk quota is used up${path && ` (${path})`}; free some space and run again`,
  EFBIG: (path) =>
    `a file would grow larger than this system allows${path && ` (${path})`}; raise the limit (ulimit -f) and run again`,
  EROFS: (path) => `${path || 'the disk'} is read-only; mount it writable, or work in another folder`,
  EACCES: (path) => `${path || 'a file'} may not be opened or changed by this user; change its permissions`,
  EPERM: (path) => `${path || 'a file'} may not be opened or changed by this user; change its permissions`,
  EMFILE: () => 'too many files are open; raise the limit (ulimit -n) and run again',
  EIO: (path) => `the disk fails${path && ` at ${path}`}`,
  EISDIR: (path) => `${path || 'a folder'} is a folder where a file was expected`,
  ENOENT: (path) => `${path || 'a file'} is missing`,
  EXDEV: () =>
    'public/ and .compile/ are on different disks; a publication is swapped in by renaming, on one',
};

/** Result codes of SQLite, which hides the system's error codes. @see https://sqlite.org/rescode.html */
const BY_SQLITE: Record<number, string> = { 8: 'EROFS', 10: 'EIO', 13: 'ENOSPC', 14: 'EACCES' };

/** An error of the system (disk full, read-only, no permission …) as a message; `undefined` for any other error. */
export function systemFault(error: unknown): CommandError | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, path, errcode } = error as NodeJS.ErrnoException & { errcode?: number };
  const known = code === 'ERR_SQLITE_ERROR' ? BY_SQLITE[(errcode ?? 0) & 0xff] : code;
  const message = known === undefined ? undefined : BY_CODE[known];
  return message && new CommandError(`${message(path ?? '')}; earlier output is unchanged`, EXIT_CODE);
}
