import type { Chart } from '../model/chart.ts';
import { amountsPerResident } from './amounts-per-resident.ts';
import { australiaEmployment } from './australia-employment.ts';
import { childrenCareProviders } from './children-care-providers.ts';
import { countyUnits } from './county-units.ts';
import { designatedManagers } from './designated-managers.ts';
import { devonCareProviders } from './devon-care-providers.ts';
import { effectsMeasured } from './effects-measured.ts';
import { elderCarePrivate } from './elder-care-private.ts';
import { findingsProblems } from './findings-problems.ts';
import { fiveDistrictsGdp } from './five-districts-gdp.ts';
import { fiveDistrictsPopulation } from './five-districts-population.ts';
import { fiveProvinces } from './five-provinces.ts';
import { frenchAssociations } from './french-associations.ts';
import { gaomingThroughTime } from './gaoming-through-time.ts';
import { japanCompetitiveNegotiated } from './japan-competitive-negotiated.ts';
import { nanhai2017Budget } from './nanhai-2017-budget.ts';
import { newYorkLateContracts } from './new-york-late-contracts.ts';
import { organisationsAndWorkers } from './organisations-and-workers.ts';
import { oxfordSuppliers } from './oxford-suppliers.ts';
import { philadelphiaNonProfit } from './philadelphia-non-profit.ts';
import { policyTimeline } from './policy-timeline.ts';
import { practiceMatrix } from './practice-matrix.ts';
import { procurementGdp } from './procurement-gdp.ts';
import { procurementMethods } from './procurement-methods.ts';
import { provinceTiles } from './province-tiles.ts';
import { purchasesByPlace } from './purchases-by-place.ts';
import { revenuePerResident } from './revenue-per-resident.ts';
import { servicesProcurement } from './services-procurement.ts';
import { singleBids } from './single-bids.ts';
import { socialWorkAgencies } from './social-work-agencies.ts';
import { socialWorkerTurnover } from './social-worker-turnover.ts';
import { supplierConcentration } from './supplier-concentration.ts';
import { ukCharityContracts } from './uk-charity-contracts.ts';
import { ukDelivery } from './uk-delivery.ts';
import { unitPrices } from './unit-prices.ts';
import { yichangFields } from './yichang-fields.ts';

/** Every chart, in the order in which they are listed. */
export const EVERY_CHART: readonly Chart[] = [
  fiveDistrictsGdp,
  fiveDistrictsPopulation,
  gaomingThroughTime,
  revenuePerResident,
  provinceTiles,
  purchasesByPlace,
  unitPrices,
  amountsPerResident,
  nanhai2017Budget,
  servicesProcurement,
  procurementGdp,
  yichangFields,
  devonCareProviders,
  childrenCareProviders,
  philadelphiaNonProfit,
  oxfordSuppliers,
  ukCharityContracts,
  ukDelivery,
  frenchAssociations,
  elderCarePrivate,
  australiaEmployment,
  designatedManagers,
  effectsMeasured,
  singleBids,
  procurementMethods,
  japanCompetitiveNegotiated,
  supplierConcentration,
  organisationsAndWorkers,
  socialWorkAgencies,
  socialWorkerTurnover,
  fiveProvinces,
  practiceMatrix,
  findingsProblems,
  newYorkLateContracts,
  policyTimeline,
  countyUnits,
];

/** Those with a page of their own. */
export const CHARTS: readonly Chart[] = EVERY_CHART.filter(({ within }) => within === undefined);

/** A chart by its id. @throws Error where there is none, which fails the build */
export function chartById(id: string): Chart {
  const chart = EVERY_CHART.find((one) => one.id === id);
  if (!chart) throw new Error(`no chart has the id "${id}"`);
  return chart;
}
