import { join } from 'node:path';
import type { PublishedDataset } from '../../src/model/catalogue.ts';
import type { Chart } from '../../src/model/chart.ts';
import { RELEASE } from '../../src/model/site.ts';
import { type Effects } from '../lib/effects.ts';
import { CommandError } from '../lib/fault.ts';
import { frozenChart } from './frozenChart.ts';
import { deposit, immutableFiles } from './frozenDataset.ts';
import { writeFrozen } from './folder.ts';

/**
 * Freezes charts at the current release into `public/cite/<chart>/<release>/`; they never change after it.
 * @throws CommandError where something frozen would change
 */
export async function freezeCharts(root: string, charts: readonly Chart[], effects: Effects): Promise<void> {
  for (const chart of charts) {
    const folder = join('public', 'cite', chart.id, RELEASE);
    writeFrozen(
      root,
      folder,
      await frozenChart(chart),
      'raise the release in src/model/site.ts first',
      effects,
    );
  }
}

/**
 * Keeps the current version of every dataset in `public/versions/<dataset>/<version>/`, as a whole deposit; it never changes after it. How
 * a version is described may change with the code: one that is kept stays as it is.
 * @throws CommandError where rows, `dataset.yaml` or `CHANGES.md` of a kept version would change
 */
export function freezeDatasets(root: string, datasets: readonly PublishedDataset[], effects: Effects): void {
  for (const dataset of datasets)
    writeFrozen(
      root,
      join('public', 'versions', dataset.id, dataset.version),
      deposit(root, dataset),
      `raise the version in data/${dataset.id}/dataset.yaml first`,
      effects,
      immutableFiles(dataset),
    );
}

/** @throws CommandError where what is frozen for good would not say where it stands, or not when it was released */
export function checkRelease(site: string, release: string, day: string): void {
  if (site === '')
    throw new CommandError(
      'what is frozen prints the address of the site for good: set it, SITE_URL=https://example.org npm run freeze',
    );
  if (day.slice(0, 7).replace('-', '.') !== release)
    throw new CommandError(
      `RELEASE_DATE ${day} does not lie in the release ${release}: set the day of the release in src/model/site.ts first`,
    );
}
