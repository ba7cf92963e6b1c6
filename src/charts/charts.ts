import type { Chart } from '../model/chart.ts';
import { countyUnits } from './countyUnits.ts';
import { findingsProblems } from './findingsProblems.ts';
import { fiveDistrictsGdp } from './fiveDistrictsGdp.ts';
import { fiveDistrictsPopulation } from './fiveDistrictsPopulation.ts';
import { gaomingGdp } from './gaomingGdp.ts';
import { japanContracts } from './japanContracts.ts';
import { nanhaiBudget } from './nanhaiBudget.ts';
import { nycLate } from './nycLate.ts';
import { philadelphiaProfit } from './philadelphiaProfit.ts';
import { policyTimeline } from './policyTimeline.ts';
import { purchasesByPlace } from './purchasesByPlace.ts';
import { turnover } from './turnover.ts';
import { ukDelivery } from './ukDelivery.ts';

/** Every chart, in the order in which they are listed. */
export const CHARTS: readonly Chart[] = [
  fiveDistrictsGdp,
  fiveDistrictsPopulation,
  gaomingGdp,
  purchasesByPlace,
  nanhaiBudget,
  findingsProblems,
  turnover,
  nycLate,
  policyTimeline,
  countyUnits,
  ukDelivery,
  japanContracts,
  philadelphiaProfit,
];

/** A chart by its id. @throws Error where there is none, which fails the build */
export function chartById(id: string): Chart {
  const chart = CHARTS.find((one) => one.id === id);
  if (!chart) throw new Error(`no chart has the id "${id}"`);
  return chart;
}
