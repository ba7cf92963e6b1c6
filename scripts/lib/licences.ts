import { CommandError } from './fault.ts';

/** The list that `npm run licences` writes. */
export const LICENCES_FILE = 'LICENSES-THIRD-PARTY.md';

/** Allowed licences of packages, by SPDX id, with their obligations. Every id of an expression must be listed. */
export const ALLOWED: Readonly<Record<string, string>> = {
  MIT: 'permissive',
  ISC: 'permissive',
  '0BSD': 'permissive, asks nothing',
  'BSD-2-Clause': 'permissive',
  'BSD-3-Clause': 'permissive',
  Zlib: 'permissive; pako, which is MIT and Zlib',
  'Apache-2.0': 'permissive, with a grant of patents',
  'BlueOak-1.0.0': 'permissive',
  'Python-2.0': 'permissive; argparse, which was first written for Python',
  Unlicense: 'public domain',
  'CC0-1.0': 'public domain; tables of CSS properties',
  WTFPL: 'permissive; a list of words for the spelling check, not published',
  'CC-BY-SA-4.0': 'a list of misspelt words for the spelling check, used as it is and not published',
  'MPL-2.0':
    'changes to its own files stay open, the rest is not touched; we change none. Draws pictures (resvg), makes style sheets small (lightningcss), tests accessibility (axe-core)',
  'LGPL-3.0-or-later':
    'libvips, which Astro may call to make pictures small; an optional part of the build, called as a library and not published',
  'OFL-1.1':
    'fonts: they may be published and embedded with anything, but not sold alone, and a changed one takes another name. Source Sans and Source Serif go out with the pages, Noto Sans SC as outlines in pictures and cut down to our letters, with its copyright in the file',
};

/** Packages whose registry entry gives no licence, or not as an SPDX id; looked up by hand. */
const SETTLED: Readonly<Record<string, { names: string | undefined; is: string }>> = {
  // Its LICENSE file is MIT's.
  'png-js@2.0.0': { names: undefined, is: 'MIT' },
  '@cspell/dict-en-common-misspellings@2.2.6': { names: 'CC BY-SA 4.0', is: 'CC-BY-SA-4.0' },
};

/** A package that `npm install` may install. */
interface Licensed {
  name: string;
  version: string;
  /** SPDX expression. */
  licence: string;
  /** `build`: needed to build the site; `tests`: only for development; `optional`: for one platform. */
  use: 'build' | 'tests' | 'optional';
}

interface Locked {
  version?: string;
  license?: string;
  dev?: boolean;
  optional?: boolean;
  devOptional?: boolean;
  link?: boolean;
}

/**
 * Every package of a lockfile with its licence, by name and version. The lockfile is read instead of `node_modules`: it lists the packages of
 * other platforms too, so that the list is the same on every machine.
 * @throws CommandError naming every package whose licence is unknown or not allowed
 */
export function licencesOf(lockfile: string): Licensed[] {
  const { packages } = JSON.parse(lockfile) as { packages: Record<string, Locked> };
  const found = new Map<string, Licensed>();
  const faults: string[] = [];
  for (const [path, { version, license, dev, optional, devOptional, link }] of Object.entries(packages)) {
    if (path === '' || link || version === undefined) continue;
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const id = `${name}@${version}`;
    const settled = SETTLED[id];
    const licence = settled && settled.names === license ? settled.is : license;
    const unknown = licence === undefined ? [] : idsOf(licence).filter((one) => !Object.hasOwn(ALLOWED, one));
    if (licence === undefined) faults.push(`${id} names no licence (read its LICENSE file and settle it)`);
    else if (unknown.length > 0) faults.push(`${id} is under ${unknown.join(', ')}, which is not allowed`);
    const use = optional || devOptional ? 'optional' : dev ? 'tests' : 'build';
    const before = found.get(id);
    if (!before || use === 'build') found.set(id, { name, version, licence: licence ?? 'unknown', use });
  }
  if (faults.length > 0)
    throw new CommandError(`${faults.join('\n')}\nscripts/licences.ts lists what is allowed and settled`);
  return [...found.values()].sort((a, b) => order(a.name, b.name) || order(a.version, b.version));
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The ids in an SPDX expression. */
const idsOf = (expression: string): string[] => expression.replace(/[()]/g, '').split(/ (?:AND|OR|WITH) /);

/** The list as a page: the obligations of each licence, then every package. */
export function licencesPage(packages: readonly Licensed[]): string {
  const used = Object.entries(ALLOWED).map(([id, why]) => ({
    id,
    why,
    count: packages.filter(({ licence }) => idsOf(licence).includes(id)).length,
  }));
  return `# Licences of others’ work

Written by \`npm run licences\` from \`package-lock.json\`; a test fails where it is out of date or a licence is not allowed. Our own code is MIT
([LICENSE](LICENSE)), data and texts CC BY 4.0 ([LICENSE-DATA](LICENSE-DATA)). The list of names by which ingest recognises persons was made of the words of other works,
whose notices are in [personNames.licences.txt](scripts/ingest/names/personNames.licences.txt).

| licence | packages | what it is to us |
| --- | --- | --- |
${used.map(({ id, why, count }) => `| ${id} | ${count} | ${why} |`).join('\n')}

_Build_ makes the site, _tests_ only check it, _optional_ is for one platform and may be missing.

| package | version | licence | for |
| --- | --- | --- | --- |
${packages.map(({ name, version, licence, use }) => `| ${name} | ${version} | ${licence} | ${use} |`).join('\n')}
`;
}
