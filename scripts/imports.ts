import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** The source files of the project, with forward slashes. */
export const sourceFiles = (): string[] =>
  globSync(['src/*/**/*.{ts,astro}', 'scripts/**/*.ts'])
    .map((path) => path.replaceAll('\\', '/'))
    .sort();

/**
 * The files of the project that a file imports, whether now or when it needs them.
 * @param root the project's folder
 */
export const importsOf = (file: string, root = '.'): string[] =>
  [
    ...readFileSync(join(root, file), 'utf8').matchAll(
      /(?:from|import)\s*\(?\s*'(\.[^']+)'|new URL\('([\w./]+\.ts)'/g,
    ),
  ]
    .map((match) => normalize(join(dirname(file), match[1] ?? match[2]!)).replaceAll('\\', '/'))
    .filter((path) => /^(?:src|scripts)\//.test(path));
