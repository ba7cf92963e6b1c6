import type { Row } from '../../../src/model/row.ts';
import { periodDate, periodOf } from '../../lib/period.ts';
import { readProvider } from '../names/providerKind.ts';
import { mergedReleases } from './merge.ts';
import { METHODS, OUR_METHODS } from './methods.ts';
import type { Classification, Contract, Organisation, Release, ReleasePackage, Value } from './release.ts';

/**
 * The purchases in releases, those of one process merged: a row per award, per contract without an award, or per tender without either. Amounts in plain
 * units; several suppliers of one award share one row, so that its amount is not counted twice. The estimate of a tender has a column of its own, in
 * the first row of its process only; so have the contracts of an award.
 * @see https://standard.open-contracting.org/1.1/en/schema/reference/
 */
export function purchasesOf({ releases }: Pick<ReleasePackage, 'releases'>): Row[] {
  return mergedReleases(releases).flatMap((release): Row[] => {
    const { tender, awards = [], contracts = [] } = release;
    const buyer = partyOf(
      release,
      release.buyer ?? release.parties?.find(({ roles }) => roles?.includes('buyer')),
    );
    const shared: Row = {
      ocid: release.ocid,
      purchaser: buyer?.name ?? null,
      purchaser_zh: buyer?.name_zh ?? null,
      title: tender?.title ?? null,
      title_zh: tender?.title_zh ?? null,
      service_field: tender?.additionalProcurementCategories?.[0] ?? null,
      method: methodOf(tender),
    };
    const date = periodDate(tender?.awardPeriod);
    const made = awards.filter(isValid).map((award): Row => {
      const suppliers = (award.suppliers ?? []).map((one) => partyOf(release, one) ?? one);
      const own = contracts.filter(({ awardID }) => awardID === award.id);
      return {
        ...shared,
        title: shared['title'] ?? award.title ?? null,
        ...moneyOf(award.value),
        date: dayOf(award.date) ?? date,
        service_field: shared['service_field'] ?? codeOf(award.items?.[0]?.classification, 'service-field'),
        period: periodOf(award.contractPeriod ?? own[0]?.period),
        provider: [...new Set(suppliers.flatMap(({ name }) => name ?? []))].join('; ') || null,
        provider_kind: kindOf(suppliers[0]) ?? kindByName(suppliers[0]),
        award: award.id,
        ...contractOf(own.filter(isValid)),
      };
    });
    const alone = contracts
      .filter((contract) => isValid(contract) && !awards.some(({ id }) => id === contract.awardID))
      .map((contract): Row => ({
        ...shared,
        title: shared['title'] ?? contract.title ?? null,
        ...moneyOf(undefined),
        date,
        period: periodOf(contract.period),
        award: null,
        ...contractOf([contract]),
      }));
    const rows = [...made, ...alone];
    const estimate = {
      estimate: tender?.value?.amount ?? null,
      estimate_currency: tender?.value?.currency ?? null,
    };
    // A process whose awards were all cancelled bought nothing.
    if (rows.length === 0 && awards.length + contracts.length > 0) return [];
    if (rows.length === 0) return [{ ...shared, ...moneyOf(undefined), ...estimate, date, award: null }];
    return rows.map((row, index) => (index === 0 ? { ...row, ...estimate } : row));
  });
}

const isValid = ({ status }: { status?: string }): boolean =>
  status !== 'cancelled' && status !== 'unsuccessful';

const dayOf = (date: string | undefined): string | null => date?.slice(0, 10) ?? null;

/** The contracts of an award: one, or the sum of several in one currency. */
function contractOf(contracts: readonly Contract[]): Row {
  if (contracts.length === 0) return {};
  const currencies = new Set(contracts.flatMap(({ value }) => value?.currency ?? []));
  const amounts = contracts.flatMap(({ value }) => value?.amount ?? []);
  const isSum =
    amounts.length > 0 && currencies.size < 2 && amounts.every((amount) => typeof amount === 'number');
  return {
    contract: contracts.flatMap(({ id }) => id ?? []).join('; ') || null,
    signed: contracts.map(({ dateSigned }) => dayOf(dateSigned)).find((day) => day !== null) ?? null,
    contract_amount:
      amounts.length === 1
        ? amounts[0]!
        : isSum
          ? Number(amounts.reduce((sum, one) => sum + one, 0).toPrecision(15))
          : null,
    contract_currency: currencies.size === 1 ? [...currencies][0]! : null,
  };
}

/** What the name of a supplier says of its kind, where the release does not. */
const kindByName = (supplier: Organisation | undefined): string =>
  supplier?.name === undefined ? 'unknown' : readProvider(supplier.name).kind;

/** The kind of a supplier, as we write it for one table of purchases or, in the words of OCDS, for published contracts. */
const kindOf = (supplier: Organisation | undefined): string | null | undefined =>
  supplier?.details?.providerKind ?? codeOf(supplier?.details?.classifications?.[0], 'supplier-kind');

const codeOf = (classification: Classification | undefined, scheme: string): string | null =>
  classification?.scheme === scheme ? (classification.id ?? null) : null;

const moneyOf = (value: Value | undefined): Row => ({
  amount: value?.amount ?? null,
  currency: value?.currency ?? null,
});

function methodOf(tender: Release['tender']): string {
  const details = tender?.procurementMethodDetails ?? '';
  if (details in METHODS || details === 'user-choice') return details;
  return OUR_METHODS[tender?.procurementMethod ?? ''] ?? 'unknown';
}

/** A reference completed from the list of parties. */
const partyOf = (release: Release, reference: Organisation | undefined): Organisation | undefined =>
  reference && {
    ...release.parties?.find(({ id }) => id !== undefined && id === reference.id),
    ...reference,
  };
