import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHARTS, chartById } from '../src/charts/charts.ts';
import { CHART_FILES, chartFile, type ChartFile } from '../src/published/chartFiles.ts';
import { LANGUAGES } from '../src/model/language.ts';
import { RELEASE } from '../src/model/site.ts';
import { compile } from './compile.ts';
import { runCommand, type Effects } from './effects.ts';
import { CommandError } from './fault.ts';

/**
 * Freezes charts at the current release into `public/cite/<chart>/<release>/`, never to change again.
 * @param ids the charts; none means all
 * @throws CommandError where one of them is frozen at this release already
 */
export async function freeze(root: string, ids: string[], effects: Effects): Promise<void> {
  await compile(root, effects);
  const charts = ids.length > 0 ? ids.map(chartById) : CHARTS;
  for (const { id } of charts)
    if (existsSync(join(root, 'public', 'cite', id, RELEASE)))
      throw new CommandError(
        `public/cite/${id}/${RELEASE} exists: a frozen version never changes; raise the release in src/model/site.ts first`,
      );
  for (const chart of charts) {
    const folder = join(root, 'public', 'cite', chart.id, RELEASE);
    mkdirSync(folder, { recursive: true });
    const sums: string[] = [];
    for (const language of LANGUAGES)
      for (const ending of Object.keys(CHART_FILES) as ChartFile[]) {
        const name = `${chart.id}.${language}.${ending}`;
        const content = chartFile(chart, language, ending);
        writeFileSync(join(folder, name), content);
        sums.push(`${createHash('sha256').update(content).digest('hex')}  ${name}`);
      }
    writeFileSync(join(folder, 'SHA256SUMS'), `${sums.join('\n')}\n`);
    effects.log(`froze ${chart.id} at ${RELEASE}`);
  }
}

if (import.meta.main) await runCommand((effects) => freeze(process.cwd(), process.argv.slice(2), effects));
