import { text, type Row } from '../../../src/model/row.ts';
import { periodDate, periodOf, spanOf } from '../../lib/period.ts';
import { readProvider } from '../names/providerKind.ts';
import { mergedReleases } from './merge.ts';
import type { Classification, Contract, Organisation, Release, ReleasePackage, Value } from './release.ts';

/** Our codes for procurement methods → those of the OCDS code list. */
const METHODS: Record<string, string> = {
  'open-tender': 'open',
  'competitive-consultation': 'limited',
  'single-source': 'direct',
  entrustment: 'direct',
  competition: 'open',
};
const OUR_METHODS: Record<string, string> = {
  open: 'open-tender',
  selective: 'competitive-consultation',
  limited: 'competitive-consultation',
  direct: 'single-source',
};

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

/**
 * Purchases as a release package. Only rows of one contract are contracting processes; totals of a place, a programme or several years
 * are returned in `totals`, and rows that say nothing of a purchase in `empty`.
 * @param options.prefix the publisher's prefix of open contracting ids, registered with the Open Contracting Partnership
 * @param options.date the day of publication, ISO 8601; never the day of the run, so that output is reproducible
 */
export function releasesOf(
  rows: readonly Row[],
  options: { uri: string; publisher: string; prefix: string; date: string },
): { package: ReleasePackage; totals: Row[]; empty: Row[] } {
  const isContract = (row: Row): boolean => ['contract', ''].includes(text(row, 'coverage'));
  const contracts = rows.filter(isContract);
  const publishedDate = `${options.date}T00:00:00Z`;
  return {
    package: {
      uri: options.uri,
      version: '1.1',
      publishedDate,
      publisher: { name: options.publisher },
      releases: contracts.filter(saysSomething).map((row) => releaseOf(row, options.prefix, publishedDate)),
    },
    totals: rows.filter((row) => !isContract(row)),
    empty: contracts.filter((row) => !saysSomething(row)),
  };
}

/** The columns of which a release is made, besides its id and `coverage`. */
const SUBJECT = [
  'purchaser',
  'purchaser_en',
  'purchaser_zh',
  'title',
  'title_en',
  'title_zh',
  'provider',
  'amount',
];
export const RELEASE_COLUMNS: readonly string[] = [
  ...SUBJECT,
  ...['id', 'coverage', 'provider_kind', 'method', 'service_field', 'date', 'year', 'period', 'currency'],
];

/** Whether a row says who bought, what, from whom or for how much. */
const saysSomething = (row: Row): boolean => SUBJECT.some((name) => text(row, name) !== '');

function releaseOf(row: Row, prefix: string, published: string): Release {
  const id = text(row, 'id');
  const date = text(row, 'date') || text(row, 'year');
  const purchaser = named(row, 'purchaser');
  const buyer = Object.keys(purchaser).length === 0 ? undefined : { id: `${id}-buyer`, ...purchaser };
  const kind = text(row, 'provider_kind');
  const supplier =
    text(row, 'provider') || kind
      ? { id: `${id}-supplier`, ...(text(row, 'provider') ? { name: text(row, 'provider') } : {}) }
      : undefined;
  const method = text(row, 'method');
  const code = METHODS[method];
  const period = text(row, 'period').split('/');
  return {
    ocid: `${prefix}-${id}`,
    id: `${id}-1`,
    date: published,
    tag: ['award'],
    initiationType: 'tender',
    parties: [
      ...(buyer ? [{ ...buyer, roles: ['buyer'] }] : []),
      ...(supplier
        ? [{ ...supplier, roles: ['supplier'], details: { providerKind: kind || 'unknown' } }]
        : []),
    ],
    ...(buyer ? { buyer } : {}),
    tender: {
      id: `${id}-tender`,
      ...titled(row),
      ...(code === undefined ? {} : { procurementMethod: code }),
      ...(method === '' ? {} : { procurementMethodDetails: method }),
      ...(text(row, 'service_field')
        ? { additionalProcurementCategories: [text(row, 'service_field')] }
        : {}),
      ...(date === '' ? {} : { awardPeriod: spanOf(date, date) }),
    },
    awards: [
      {
        id: `${id}-award`,
        status: 'active',
        ...(date.length === 10 ? { date: `${date}T00:00:00Z` } : {}),
        ...valueOf(row),
        ...(supplier ? { suppliers: [supplier] } : {}),
        ...(period.length === 2 ? { contractPeriod: spanOf(period[0]!, period[1]!) } : {}),
      },
    ],
  };
}

/** The amount of a row; one that is no number, as in a column that stayed text, has none. */
function valueOf(row: Row): { value?: Value } {
  const amount = text(row, 'amount') === '' ? Number.NaN : Number(row['amount']);
  if (!Number.isFinite(amount)) return {};
  return { value: { amount, ...(text(row, 'currency') ? { currency: text(row, 'currency') } : {}) } };
}

/** A name in the language of the source, with the Chinese one beside the English where a person wrote both. */
function named(row: Row, field: string): Pick<Organisation, 'name' | 'name_zh'> {
  const plain = text(row, field) || text(row, `${field}_en`);
  const chinese = text(row, `${field}_zh`);
  return { ...(plain ? { name: plain } : {}), ...(chinese ? { name_zh: chinese } : {}) };
}

function titled(row: Row): { title?: string; title_zh?: string } {
  const plain = text(row, 'title') || text(row, 'title_en');
  const chinese = text(row, 'title_zh');
  return { ...(plain ? { title: plain } : {}), ...(chinese ? { title_zh: chinese } : {}) };
}

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
