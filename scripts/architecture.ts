import { writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { runCommand } from './lib/effects.ts';
import { importsOf, sourceFiles } from './imports.ts';

const FILE = 'ARCHITECTURE.md';

/** What each room of the house is for; a folder without a line here is a fault. */
const ROOMS: Record<string, string> = {
  'src/model':
    'What things are: a dataset, a field, a row, a chart, a piece of text, a ledger. Knows nobody.',
  'src/i18n': 'Words, numbers and units in both languages.',
  'src/cite': 'Citations, one style a file.',
  'src/charts': 'Charts: which rows, how drawn; as SVG, PNG and PDF.',
  'src/published':
    'The only reader of what the compile published: rows by id, sources, charts’ files, frozen releases.',
  'src/components': 'Pieces of pages, and the little that runs in the browser.',
  'src/layouts': 'Frames of pages.',
  'src/layouts/rehype': 'What is done to the rendered text of an article, one rehype plugin a file.',
  'src/pages': 'Addresses.',
  'src/charts/forms': 'What charts share: bars, lines, labels, tips, colours.',
  'src/charts/render':
    'A view drawn, and every file made of it: SVG, PNG, PDF, XLSX; alike in Node and in the browser.',
  'src/components/text': 'What a text is made of: numbers, notes, sources, terms.',
  'src/components/chart': 'Figures: drawing, controls, tips, files of the chosen view, embeds.',
  'src/components/table': 'Tables of a dataset, its dictionary, quality and versions.',
  'src/components/search': 'The search.',
  'src/components/cite': 'Citing a page and a passage.',
  'src/components/case': 'Cases, problems and countermeasures: boxes, cards, comparison.',
  'src/components/page': 'What every page has: theme, keys, announcements, its security policy.',
  scripts: 'Commands, one a file: they wire and report; nobody imports them.',
  'scripts/lib': 'What any command may use: faults, effects, tools, a browser, a server.',
  'scripts/compile': 'The compile: reads, cleans, checks and publishes `data/`.',
  'scripts/compile/read': 'Reads `data/` into datasets.',
  'scripts/compile/check': 'Checks of a dataset.',
  'scripts/compile/write': 'Formats that a dataset is published in, one a file.',
  'scripts/clean': 'Rules that the compile applies: each loses nothing.',
  'scripts/rules': 'Rules that ingest applies: each decides by evidence, and records what it changed.',
  'scripts/prose': 'Checks of the texts.',
  'scripts/site': 'What the site build adds to Astro: search index, fonts, PDFs.',
  'scripts/new': 'What a new case, dataset or chart begins with.',
  'scripts/freeze':
    'What is kept for good: whole deposits of charts and datasets, and the folders that hold them.',
  'scripts/ingest': 'Raw files of governments → clean tables.',
  'scripts/ingest/read': 'Formats of raw files, known by their bytes.',
  'scripts/ingest/table': 'Where a table lies in a sheet, what its columns are, and its cells.',
  'scripts/ingest/names': 'Persons, kinds of providers, levels of purchasers, fields of service.',
  'scripts/ingest/recipes': 'Publishers with habits of their own.',
  'scripts/ingest/ocds': 'Open Contracting releases, read and written.',
  'scripts/ingest/kernel':
    'The hot loops of `stream` and `parquet`, in AssemblyScript (TypeScript syntax, compiled to WebAssembly where its sources change).',
  'scripts/ingest/parquet': 'A clean CSV as Parquet, row group by row group.',
  'scripts/ingest/stream': 'Delimited text of any size, in pieces, on threads, in shards.',
  'scripts/bench': 'What the benches measure with.',
};

/** The folder of a file; pages are one whatever their addresses. */
const roomOf = (file: string): string => (file.startsWith('src/pages/') ? 'src/pages' : dirname(file));

/** The page on how the project is built, drawn from its imports. @throws Error where a folder has no line in `ROOMS` */
export function architecturePage(): string {
  const files = sourceFiles();
  const rooms = [...new Set(files.map(roomOf))].sort();
  const unknown = rooms.filter((room) => !(room in ROOMS));
  if (unknown.length > 0)
    throw new Error(`no line in ROOMS of scripts/architecture.ts: ${unknown.join(', ')}`);
  const doors = new Map(rooms.map((room) => [room, new Set<string>()]));
  for (const file of files)
    for (const imported of importsOf(file)) {
      const [from, to] = [roomOf(file), roomOf(imported)];
      if (from !== to && doors.has(to)) doors.get(from)!.add(to);
    }
  const name = (room: string): string => room.replaceAll('/', '_');
  const inside = (prefix: string): string[] =>
    rooms.filter((room) => room.startsWith(prefix)).map((room) => `    ${name(room)}["${room}"]`);
  const arrows = [...doors].flatMap(([from, tos]) =>
    [...tos].sort().map((to) => `  ${name(from)} --> ${name(to)}`),
  );
  const table = rooms.map((room) => {
    const tos = [...doors.get(room)!].sort().map((to) => `\`${to}\``);
    return `| \`${room}\` | ${ROOMS[room]} | ${tos.join(', ') || 'nobody'} |`;
  });
  return `# Architecture

Made by \`npm run architecture\` from the imports; \`tests/architecture.test.ts\` fails where it is no longer so. Which layer may import which is held by
\`tests/imports.test.ts\`.

\`data/\` and \`content/\` are what people write. \`npm run compile\` reads, cleans and checks \`data/\` and publishes it into \`public/data/\`; the site's pages and charts are
built from what was published and from nothing else; what is cited is frozen in \`public/cite/\` and \`public/versions/\` and never changes.

An arrow goes from who imports to who is imported.

\`\`\`mermaid
flowchart LR
  subgraph src
${inside('src/').join('\n')}
  end
  subgraph commands
${inside('scripts').join('\n')}
  end
${arrows.join('\n')}
\`\`\`

| folder | for | imports |
| ------ | --- | ------- |
${table.join('\n')}
`;
}

if (import.meta.main)
  await runCommand(async (effects) => {
    writeFileSync(FILE, architecturePage());
    effects.log(`→ ${FILE}`);
  });
