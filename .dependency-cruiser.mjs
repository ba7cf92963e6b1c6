import { readFileSync } from 'node:fs';

/**
 * Which file may import which: `npm run check` enforces it, `tests/layers.test.ts` shows that each rule finds its fault, `npm run architecture`
 * draws it. The rules are those of dependency-cruiser; `scripts/layers/cruise.ts` runs it, and prepares the `.astro` files for it.
 * @see https://github.com/sverweij/dependency-cruiser/blob/main/doc/rules-reference.md
 */

/** Each layer, and the layers it may import. A lower layer never imports a higher one. */
export const LAYERS = {
  // The words of the domain and what any command may use.
  'src/model': [],
  'scripts/lib': ['src/model'],

  // From raw files to published ones. The compile and ingest do not know each other: rows pass between them as files in data/.
  'scripts/rules': ['scripts/lib', 'src/model'],
  'scripts/compile': ['scripts/rules', 'scripts/lib', 'src/model'],
  'scripts/ingest': ['scripts/rules', 'scripts/lib', 'src/model'],

  // From published files to pages.
  'src/i18n': ['src/model'],
  'src/cite': ['src/model'],
  'src/charts': ['src/i18n', 'src/cite', 'src/model'],
  'src/published': ['src/charts', 'src/i18n', 'src/cite', 'src/model'],
  'src/documents': ['src/published', 'src/i18n', 'src/model'],
  'src/components': ['src/documents', 'src/published', 'src/charts', 'src/i18n', 'src/cite', 'src/model'],
  'src/layouts': [
    'src/components',
    'src/documents',
    'src/published',
    'src/charts',
    'src/i18n',
    'src/cite',
    'src/model',
  ],
  'src/pages': [
    'src/layouts',
    'src/components',
    'src/documents',
    'src/published',
    'src/charts',
    'src/i18n',
    'src/cite',
    'src/model',
  ],

  // Parts of commands other than the compile and ingest.
  'scripts/prose': ['src/published', 'src/charts', 'scripts/lib', 'src/model'],
  'scripts/freeze': ['src/published', 'src/charts', 'src/i18n', 'src/cite', 'scripts/lib', 'src/model'],
  'scripts/site': [
    'scripts/prose',
    'scripts/compile',
    'src/published',
    'src/charts',
    'src/i18n',
    'scripts/lib',
    'src/model',
  ],
  'scripts/new': ['scripts/lib', 'src/model'],
  'scripts/bench': ['scripts/lib', 'src/model'],
  'scripts/layers': ['scripts/lib'],
};

/** The commands, `npm run …`; one a file. */
const COMMANDS = String.raw`^scripts/[^/]+\.(?:ts|mjs)$`;

/** The entry points of Astro. */
const ASTRO = String.raw`^(?:astro\.config\.mjs|src/(?:content\.config|middleware)\.ts|src/pages/)`;

/** Files that are started, not imported: programs that the bench measures, and workers of pages. */
const STARTED = String.raw`^(?:scripts/bench/(?:duckdb|papaparse)|src/components/[^/]+/\w+Worker)\.ts$`;

/** Commands that a build does not run, and code that only they use: these may need a development package. */
const DEVELOPMENT = [
  String.raw`^scripts/(?:access|architecture|bench|benchBuild|benchBrowser|check|fuzz|hear|lighthouse|nightly|screenshot|test)\.ts$`,
  '^scripts/(?:bench|layers)/',
  String.raw`^scripts/lib/axe\.ts$`,
];

/** Type declarations: read by the compiler, imported by no file. */
const DECLARATIONS = [String.raw`\.d\.ts$`];

const OURS = '^(?:src|scripts|tests)/';
const within = (folder) => `^${folder}/`;

const { devDependencies } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-file-cycle',
      comment: 'Files that import each other cannot be understood or tested alone.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-folder-cycle',
      comment: 'Folders have an order, so that the tree can be read from the bottom up.',
      severity: 'error',
      scope: 'folder',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-import-of-the-folder-around',
      comment: 'A folder imports the folders inside it; the reverse would be a cycle.',
      severity: 'error',
      from: { path: '^((?:src|scripts)/.+)/[^/]+/[^/]+$' },
      to: { path: '^$1/[^/]+$' },
    },
    {
      name: 'no-import-of-a-command',
      comment: 'A command runs when it is imported. Code that two commands share belongs in a folder.',
      severity: 'error',
      from: {},
      to: { path: COMMANDS },
    },
    {
      name: 'every-file-is-in-a-layer',
      comment:
        'A new folder of src/ or scripts/ gets a line in LAYERS, so that somebody decides what it may import.',
      severity: 'error',
      from: {
        path: '^(?:src|scripts)/',
        pathNot: [COMMANDS, ...Object.keys(LAYERS).map(within), '^src/[^/]+$'],
      },
      to: {},
    },
    ...Object.entries(LAYERS).map(([layer, below]) => ({
      name: `layer-of-${layer.replace('/', '-')}`,
      comment: `${layer} may import ${below.join(', ') || 'no other layer'}.`,
      severity: 'error',
      from: { path: within(layer) },
      to: { path: OURS, pathNot: [...[layer, ...below].map(within), String.raw`^src/styles/`] },
    })),
    {
      name: 'no-dead-file',
      comment:
        'A file that no command and no page reaches is unused. Code that only tests use belongs in tests/.',
      severity: 'error',
      from: { path: [COMMANDS, ASTRO, STARTED] },
      to: {
        path: '^(?:src|scripts)/',
        pathNot: [COMMANDS, ASTRO, STARTED, ...DECLARATIONS],
        reachable: false,
      },
    },
    {
      name: 'no-unknown-import',
      comment:
        'Every import exists. Astro provides the modules astro:…, and ?url imports the address of a file.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^astro:', String.raw`\?url$`] },
    },
    {
      name: 'no-unnamed-package',
      comment:
        'A package that package.json does not name is installed by chance and may disappear with any update.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'a-build-needs-no-development-package',
      comment:
        '`npm ci --omit=dev && npm run build` works. Types are not needed, and modules loaded on demand by import() may be missing.',
      severity: 'error',
      from: { path: '^(?:src|scripts)/|^astro', pathNot: DEVELOPMENT },
      to: {
        path: Object.keys(devDependencies).map((name) => `^node_modules/${name}/`),
        dependencyTypesNot: ['type-only'],
        dynamic: false,
      },
    },
    {
      name: 'a-build-runs-no-development-file',
      comment: 'No command of a build imports the files that may need a development package.',
      severity: 'error',
      from: { path: [COMMANDS, ASTRO], pathNot: DEVELOPMENT },
      to: { path: DEVELOPMENT, reachable: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Imports of types count, since a cycle of types also makes code hard to read.
    tsPreCompilationDeps: true,
    // Rules on folders need their metrics.
    metrics: true,
    skipAnalysisNotInRules: true,
  },
};
