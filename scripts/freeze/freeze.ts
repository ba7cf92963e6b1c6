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
 * Freezes charts at the current release into `public/cite/<chart>/<release>/`; frozen charts never change.
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
 * Keeps the current version of every dataset in `public/versions/<dataset>/<version>/` as a complete deposit that never changes. Changed
 * code may describe a version differently; a kept one is not rewritten.
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

/** @throws CommandError where a frozen file would lack the site's address, or would carry a date outside the release */
export function checkRelease(site: string, release: string, day: string): void {
  if (site === '')
    throw new CommandError(
      'frozen files contain the address of the site, which is not set: run SITE_URL=https://example.org npm run freeze',
    );
  if (day.slice(0, 7).replace('-', '.') !== release)
    throw new CommandError(
      `RELEASE_DATE ${day} does not lie in the release ${release}: set the day of the release in src/model/site.ts first`,
    );
}
