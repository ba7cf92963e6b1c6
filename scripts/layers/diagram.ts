import type { ICruiseResult } from 'dependency-cruiser';
import { LAYERS as RULED } from '../../.dependency-cruiser.mjs';

export const ARCHITECTURE_FILE = 'ARCHITECTURE.md';
const DIAGRAM = /(?<=<!-- drawn by npm run architecture -->\n\n)```mermaid\n[\s\S]*?```\n/;

const LAYERS: Readonly<Record<string, string[]>> = RULED;

/** Data between the layers: which layer writes it and which reads it. */
const STORES: Record<string, { from: string[]; to: string[] }> = {
  'files of governments': { from: [], to: ['scripts/ingest'] },
  'data/': { from: ['scripts/ingest'], to: ['scripts/compile'] },
  'public/data/': { from: ['scripts/compile'], to: ['src/published'] },
  'content/': { from: [], to: ['src/pages'] },
  'dist/': { from: ['src/pages'], to: [] },
};
const COMMANDS = 'scripts/*.ts';

/** The layer of a file. */
const layerOf = (file: string): string | undefined =>
  Object.keys(LAYERS).find((layer) => file.startsWith(`${layer}/`)) ??
  (/^scripts\/[^/]+$/.test(file) ? COMMANDS : undefined);

/** The page with an updated diagram of the layers. @throws Error where the page has no place for it */
export function withDiagram(page: string, result: ICruiseResult): string {
  if (!DIAGRAM.test(page)) throw new Error(`${ARCHITECTURE_FILE} has no place for the diagram of the layers`);
  return page.replace(DIAGRAM, () => `\`\`\`mermaid\n${layersDiagram(result)}\n\`\`\`\n`);
}

/** The layers and the data between them, as a Mermaid flowchart. */
function layersDiagram({ modules }: ICruiseResult): string {
  const imports = new Map<string, Set<string>>();
  for (const { source, dependencies } of modules) {
    const from = layerOf(source);
    if (from === undefined) continue;
    const found = imports.get(from) ?? new Set();
    for (const { resolved } of dependencies) {
      const to = layerOf(resolved);
      // Forbidden imports are not drawn; `npm run check` reports them.
      if (to !== undefined && to !== from && (from === COMMANDS || LAYERS[from]!.includes(to))) found.add(to);
    }
    imports.set(from, found);
  }
  const group = (title: string, layers: string[]): string[] => [
    `  subgraph ${title}`,
    ...layers.map((layer) => `    ${box(layer)}["${layer}"]`),
    '  end',
  ];
  const layers = [...imports.keys()].sort();
  return [
    'flowchart TB',
    ...group(
      'scripts',
      layers.filter((layer) => layer.startsWith('scripts/')),
    ),
    ...group(
      'src',
      layers.filter((layer) => layer.startsWith('src/')),
    ),
    ...Object.keys(STORES).map((store) => `  ${box(store)}[("${store}")]`),
    ...layers.flatMap((from) => withoutDetours(from, imports).map((to) => `  ${box(from)} --> ${box(to)}`)),
    ...Object.entries(STORES).flatMap(([store, { from, to }]) => [
      ...from.map((layer) => `  ${box(layer)} -.-> ${box(store)}`),
      ...to.map((layer) => `  ${box(store)} -.-> ${box(layer)}`),
    ]),
  ].join('\n');
}

const box = (name: string): string => name.replaceAll(/\W/g, '_');

/** The imports of a layer, without those that it also reaches through another imported layer. */
function withoutDetours(from: string, imports: Map<string, Set<string>>): string[] {
  const reached = (layer: string): string[] =>
    [...(imports.get(layer) ?? [])].flatMap((to) => [to, ...reached(to)]);
  const direct = [...imports.get(from)!];
  const further = new Set(direct.flatMap(reached));
  return direct.filter((to) => !further.has(to)).sort();
}
