import { compile } from './compile/compile.ts';
import { CHARTS, chartById } from '../src/charts/charts.ts';
import { RELEASE, RELEASE_DATE, SITE_URL } from '../src/model/site.ts';
import { checkRelease, freezeCharts, freezeDatasets } from './freeze/freeze.ts';
import { runCommand } from './lib/effects.ts';

await runCommand(async (effects) => {
  checkRelease(SITE_URL, RELEASE, RELEASE_DATE);
  const ids = process.argv.slice(2);
  const { datasets } = await compile(process.cwd(), effects);
  await freezeCharts(process.cwd(), ids.length > 0 ? ids.map(chartById) : CHARTS, effects);
  if (ids.length === 0) freezeDatasets(process.cwd(), datasets, effects);
});
