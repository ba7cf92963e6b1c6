/** Files of more lines than this must say why. */
const MOST_LINES = 250;

/**
 * Files of the code and its tests that have more than 250 lines and do not say why among their first three.
 * @param read the text of a file
 * @returns a line per file
 */
export const longFiles = (files: readonly string[], read: (file: string) => string): string[] =>
  files
    .filter((file) => /^(?:src|scripts|tests)\/.*\.(?:ts|astro|mjs|css)$/.test(file))
    .flatMap((file) => {
      const lines = read(file).trimEnd().split('\n');
      const reason = lines.slice(0, 4).some((line) => line.includes(`Over ${MOST_LINES} lines`));
      return lines.length > MOST_LINES && !reason
        ? [
            `${file} has ${lines.length} lines: split it, or say why in its first comment ("Over ${MOST_LINES} lines: …")`,
          ]
        : [];
    });
