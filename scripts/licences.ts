import { readFileSync, writeFileSync } from 'node:fs';
import { runCommand } from './lib/effects.ts';
import { LICENCES_FILE, licencesOf, licencesPage } from './lib/licences.ts';

await runCommand(async (effects) => {
  const packages = licencesOf(readFileSync('package-lock.json', 'utf8'));
  writeFileSync(LICENCES_FILE, licencesPage(packages));
  effects.log(`${packages.length} packages into ${LICENCES_FILE}`);
});
