import { readFileSync, writeFileSync } from 'node:fs';
import { cruiseProject } from './layers/cruise.ts';
import { ARCHITECTURE_FILE, withDiagram } from './layers/diagram.ts';
import { runCommand } from './lib/effects.ts';

/** Draws the layers into `ARCHITECTURE.md`. */
await runCommand(async (effects) => {
  const result = await cruiseProject(process.cwd());
  writeFileSync(ARCHITECTURE_FILE, withDiagram(readFileSync(ARCHITECTURE_FILE, 'utf8'), result));
  effects.log(`→ ${ARCHITECTURE_FILE}`);
});
