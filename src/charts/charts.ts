import type { Chart } from '../model/chart.ts';
import { amountsPerResident } from './amountsPerResident.ts';
import { australiaEmployment } from './australiaEmployment.ts';
import { countyUnits } from './countyUnits.ts';
import { designatedManagers } from './designatedManagers.ts';
import { elderCarePrivate } from './elderCarePrivate.ts';
import { evidenceMap } from './evidenceMap.ts';
import { findingsProblems } from './findingsProblems.ts';
import { fiveDistrictsGdp } from './fiveDistrictsGdp.ts';
import { fiveDistrictsPopulation } from './fiveDistrictsPopulation.ts';
import { fiveProvinces } from './fiveProvinces.ts';
import { frenchAssociations } from './frenchAssociations.ts';
import { gaomingGdp } from './gaomingGdp.ts';
import { japanContracts } from './japanContracts.ts';
import { nanhaiBudget } from './nanhaiBudget.ts';
import { nycLate } from './nycLate.ts';
import { oxfordSuppliers } from './oxfordSuppliers.ts';
import { philadelphiaProfit } from './philadelphiaProfit.ts';
import { policyTimeline } from './policyTimeline.ts';
import { practiceKnown } from './practiceKnown.ts';
import { procurementGdp } from './procurementGdp.ts';
import { purchasesByPlace } from './purchasesByPlace.ts';
import { socialWorkAgencies } from './socialWorkAgencies.ts';
import { swedenCounties } from './swedenCounties.ts';
import { turnover } from './turnover.ts';
import { ukCharityContracts } from './ukCharityContracts.ts';
import { ukDelivery } from './ukDelivery.ts';
import { yichangFields } from './yichangFields.ts';

/** Every chart, in the order in which they are listed. */
export const CHARTS: readonly Chart[] = [
  fiveDistrictsGdp,
  fiveDistrictsPopulation,
  gaomingGdp,
  purchasesByPlace,
  amountsPerResident,
  nanhaiBudget,
  socialWorkAgencies,
  fiveProvinces,
  findingsProblems,
  turnover,
  nycLate,
  policyTimeline,
  countyUnits,
  practiceKnown,
  evidenceMap,
  yichangFields,
  ukDelivery,
  ukCharityContracts,
  oxfordSuppliers,
  frenchAssociations,
  elderCarePrivate,
  swedenCounties,
  australiaEmployment,
  japanContracts,
  designatedManagers,
  philadelphiaProfit,
  procurementGdp,
];

/** A chart by its id. @throws Error where there is none, which fails the build */
export function chartById(id: string): Chart {
  const chart = CHARTS.find((one) => one.id === id);
  if (!chart) throw new Error(`no chart has the id "${id}"`);
  return chart;
}
