import { existsSync, readFileSync } from 'node:fs';
import { EVERY_CHART } from '../src/charts/charts.ts';
import { compile } from './compile/compile.ts';
import { cruiseProject, refuseViolations } from './layers/cruise.ts';
import { ARCHITECTURE_FILE, withDiagram } from './layers/diagram.ts';
import { longFiles } from './layers/fileLength.ts';
import { sameNames } from './layers/names.ts';
import { runCommand } from './lib/effects.ts';
import { CommandError } from './lib/fault.ts';
import { toolOutput } from './lib/tool.ts';
import { checkProse } from './prose/checkProse.ts';
import { readDocuments } from './prose/readDocuments.ts';
import { readSynonyms } from './prose/readSynonyms.ts';
import { refusePlaceholders } from './prose/placeholders.ts';

type Check = () => Promise<void>;

const CACHE = 'node_modules/.cache';
/** Run one after the other; tools with a cache check only changed files. */
const CODE: Record<string, Check> = {
  names: checkFiles(sameNames),
  length: checkFiles((files) => longFiles(files, (file) => readFileSync(file, 'utf8'))),
  layers: checkLayers,
  lint: tool('eslint', '.', '--max-warnings', '0', '--cache', '--cache-location', `${CACHE}/eslint/`),
  format: tool('prettier', '--check', '--log-level', 'warn', '--cache', '.'),
  spelling: tool(
    'cspell',
    'lint',
    '--no-progress',
    '--no-summary',
    '--cache',
    '--cache-location',
    `${CACHE}/cspell`,
    'content/**/en.mdx',
  ),
};
/** Run in parallel with the others, since it takes the longest. */
const TYPES: Record<string, Check> = {
  types: tool('astro', 'check', '--minimumFailingSeverity', 'error', '--minimumSeverity', 'error'),
};

/** Evidence, prose, names and length of files, layers, lint, format, spelling, types (also in `.astro`): what a change must pass before review. */
await runCommand(async (effects) => {
  const root = process.cwd();
  const wrong: string[] = [];
  const run = async (checks: Record<string, Check>): Promise<void> => {
    for (const [name, check] of Object.entries(checks)) {
      const start = performance.now();
      await check().catch((error: unknown) => {
        if (!(error instanceof CommandError)) throw error;
        effects.error(error.message);
        wrong.push(name);
      });
      effects.log(`${name}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
    }
  };
  await run({
    evidence: async () => void (await compile(root, effects)),
    prose: async () => {
      checkProse(root, [], { ...effects, log: () => undefined });
      refusePlaceholders(root, EVERY_CHART);
      readSynonyms(root);
      readDocuments(root);
    },
  });
  await Promise.all([run(TYPES), run(CODE)]);
  if (wrong.length > 0) throw new CommandError(`not in order: ${wrong.join(', ')}`);
  effects.log(
    'evidence, prose, names and length of files, layers, lint, format, spelling and types are in order',
  );
});

function tool(name: string, ...args: string[]): Check {
  return async () => {
    const { code, output } = await toolOutput(name, args);
    if (code !== 0) throw new CommandError(output.trim());
  };
}

/** A check of the files of the project, which returns a line per fault. */
function checkFiles(faultsOf: (files: string[]) => string[]): Check {
  return async () => {
    const listed = await toolOutput('git', ['ls-files', '--cached', '--others', '--exclude-standard']);
    // Without git, as in an unpacked archive, the list of the project's files is unknown.
    if (listed.code !== 0) return;
    const wrong = faultsOf(listed.output.split('\n').filter((file) => existsSync(file)));
    if (wrong.length > 0) throw new CommandError(wrong.join('\n'));
  };
}

async function checkLayers(): Promise<void> {
  const result = await cruiseProject(process.cwd());
  refuseViolations(result);
  const page = readFileSync(ARCHITECTURE_FILE, 'utf8');
  if (withDiagram(page, result) !== page)
    throw new CommandError(
      `${ARCHITECTURE_FILE} shows other layers than the code (npm run architecture draws them)`,
    );
}
