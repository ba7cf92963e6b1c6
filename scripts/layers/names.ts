import { basename, dirname } from 'node:path/posix';

/** Names of formats: several folders may have a file that reads or writes the same format. */
const FORMATS = ['csv.ts', 'json.ts', 'pdf.ts', 'xlsx.ts'];
const CAPITAL = 'differ by a capital';

/**
 * Files of the code that share a name, and files anywhere whose paths differ only by capitals: both are easily confused.
 * A command may have the name of the file it runs (`scripts/build.ts`, `scripts/site/build.ts`); pages are named by their addresses.
 * @param files paths from the project's root, as `git ls-files` lists them
 * @returns a line per name
 */
export function sameNames(files: readonly string[]): string[] {
  const code = files.filter(
    (file) =>
      /^(?:src|scripts)\/.*\.(?:ts|astro|mjs|css)$/.test(file) &&
      !file.startsWith('src/pages/') &&
      !FORMATS.includes(basename(file)) &&
      !(dirname(file) === 'scripts' && files.some((other) => isRunBy(file, other))),
  );
  const tests = files.filter((file) => /^tests\/.*\.ts$/.test(file));
  return [
    ...[code, tests].flatMap((group) => [
      ...shared(group, (file) => basename(file), 'share a name'),
      ...shared(group, (file) => `${dirname(file)}/${stem(file).toLowerCase()}`, CAPITAL, stem),
      ...shared(
        group,
        (file) => basename(file).toLowerCase(),
        CAPITAL,
        (file) => basename(file),
      ),
    ]),
    ...shared(files, (file) => file.toLowerCase(), CAPITAL),
  ];
}

const isRunBy = (command: string, file: string): boolean =>
  /^scripts\/[^/]+\/[^/]+$/.test(file) && basename(file) === basename(command);
const stem = (file: string): string => basename(file).replace(/\..*/, '');

/** A line for every key that several files share, except files that `distinct` treats as the same. */
function shared(
  files: readonly string[],
  key: (file: string) => string,
  what: string,
  distinct: (file: string) => string = (file) => file,
): string[] {
  return [...Map.groupBy(files, key).values()]
    .filter((group) => new Set(group.map(distinct)).size > 1)
    .map((group) => `${group.join(', ')} ${what}`);
}
