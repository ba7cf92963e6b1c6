import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { convertToTsx } from '@astrojs/astro2tsx';
import { cruise, type ICruiseResult, type IForbiddenRuleType, type IViolation } from 'dependency-cruiser';
import config from '../../.dependency-cruiser.mjs';
import { CommandError } from '../lib/fault.ts';

/** The code that the rules check, and the other files that it imports. */
const CODE = [
  '{src,scripts}/**/*.{ts,mjs,astro,css}',
  '{.dependency-cruiser,astro.config}.mjs',
  'package.json',
];
/** The name of an `.astro` file in the copy: `Num.astro.tsx`, to which an import of `./Num.astro` resolves. */
const AS_TSX = /\.astro\.tsx$/;

/**
 * Checks the imports of a project against the rules of `.dependency-cruiser.mjs`. dependency-cruiser reads TypeScript but not Astro, so it is
 * run on a copy of the code in which every `.astro` file is replaced by the TypeScript that `astro check` generates from it.
 * @param root the project's folder
 */
export async function cruiseProject(root: string): Promise<ICruiseResult> {
  const copy = mkdtempSync(join(tmpdir(), 'layers-'));
  try {
    const files = globSync(CODE, { cwd: root });
    for (const file of files) {
      const to = join(copy, file);
      mkdirSync(dirname(to), { recursive: true });
      if (file.endsWith('.astro'))
        writeFileSync(`${to}.tsx`, astroImports(readFileSync(join(root, file), 'utf8')));
      else cpSync(join(root, file), to);
    }
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    const { output } = await cruise(
      ['src', 'scripts', 'astro.config.mjs'].filter((name) => existsSync(join(copy, name))),
      { ...config.options, ruleSet: { forbidden: config.forbidden }, validate: true, baseDir: copy },
      {
        extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts'],
        conditionNames: ['import', 'require', 'node', 'default'],
        exportsFields: ['exports'],
        symlinks: false,
        bustTheCache: true,
      },
    );
    return JSON.parse(JSON.stringify(output), (_, value: unknown) =>
      typeof value === 'string' ? value.replace(AS_TSX, '.astro') : value,
    ) as ICruiseResult;
  } finally {
    rmSync(copy, { recursive: true });
  }
}

/** The TypeScript of an `.astro` file: its frontmatter and its scripts. */
function astroImports(source: string): string {
  const { code, scripts } = convertToTsx(source);
  return [code, ...scripts.map(({ content }) => content)].join('\n');
}

const rules = new Map((config.forbidden as IForbiddenRuleType[]).map((rule) => [rule.name, rule]));

/** `src/model/a.ts imports src/pages/b.ts: layer-of-src-model (src/model may import no other layer.)` */
export function describeViolation({ from, to, rule, cycle, via }: IViolation): string {
  const path = (cycle ?? via ?? []).map(({ name }) => name);
  const what =
    rule.name === 'no-dead-file'
      ? `${to} is imported by nothing`
      : path.length > 0
        ? [from, ...path].join(' → ')
        : `${from} imports ${to}`;
  return `${what}: ${rule.name} (${rules.get(rule.name)?.comment})`;
}

/** @throws CommandError naming every import that a rule forbids */
export function refuseViolations({ summary }: ICruiseResult): void {
  const found = new Set(summary.violations.map(describeViolation));
  if (found.size > 0)
    throw new CommandError(`${[...found].join('\n')}\n${found.size} against .dependency-cruiser.mjs`);
}
