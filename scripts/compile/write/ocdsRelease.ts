import type { Field } from '../../../src/model/field.ts';
import type { OcdsMapping } from '../../../src/model/ocdsMapping.ts';
import { number, text, type Row } from '../../../src/model/row.ts';
import { isMasked } from '../../lib/maskedName.ts';
import { spanOf, type Period } from '../../lib/period.ts';

/** An organisation as OCDS refers to it. */
interface Reference {
  id: string;
  name: string;
}
interface Party extends Reference {
  roles: string[];
  details?: object;
}
interface Classification {
  scheme: string;
  id: string;
  description?: string;
}
interface Value {
  amount: number;
  currency?: string;
}

/** What all releases of a table have in common. */
export interface ReleaseSettings {
  mapping: OcdsMapping;
  fields: readonly Field[];
  /** The column whose values are the ids of the rows. */
  key: string;
  /** What the ids of contracting processes begin with. */
  prefix: string;
  version: string;
  /** The day of this version, ISO 8601. */
  date: string;
  /** The address of a row on the site; missing where the host is not known. */
  rowAddress(id: string): string | undefined;
  /** The bids for a contract, where there is a table of them. */
  bidsFor(row: Row): readonly Row[];
}

const METHODS = ['open', 'selective', 'limited', 'direct'];
const DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * Makes OCDS 1.1 releases of the rows of a table: one contracting process with one award a row. What a row does not say is left out. There is a
 * contract beside the award only where the row has its period or what was paid.
 * @see https://standard.open-contracting.org/1.1/en/schema/reference/
 */
export function releaseMaker(settings: ReleaseSettings): (row: Row) => object {
  const { mapping } = settings;
  const labels = new Map(settings.fields.map((field) => [field.name, field]));
  const cell = (row: Row, column: string | undefined): string =>
    column === undefined ? '' : text(row, column);

  const classified = (row: Row, column: string | undefined, scope: string): Classification[] => {
    const code = cell(row, column);
    if (code === '') return [];
    const field = labels.get(column!);
    const label = field?.labels?.[code]?.en;
    return [
      { scheme: field?.codelist ?? `${scope}/${column}`, id: code, ...(label ? { description: label } : {}) },
    ];
  };

  const value = (row: Row, column: string | undefined, currency: string): Value | undefined => {
    const amount = column === undefined ? null : number(row, column);
    return amount === null ? undefined : { amount, ...optional('currency', cell(row, currency)) };
  };

  const supplierOf = (row: Row, scope: string, columns: SupplierColumns, role: string): Party | undefined => {
    const name = cell(row, columns.supplier);
    if (name === '') return undefined;
    const kind = classified(row, columns.supplierKind, scope);
    return {
      id: `${scope}/supplier/${cell(row, columns.supplierId) || name}`,
      name,
      roles: [role],
      ...(kind.length > 0 ? { details: { classifications: kind } } : {}),
    };
  };

  /** The bids, and who made them; a token names a person within its own publisher only. */
  const bidsOf = (row: Row, scope: string): { bid: object & { id: string }; tenderer: Party }[] => {
    const { bids } = mapping;
    if (!bids) return [];
    return settings.bidsFor(row).flatMap((one) => {
      const within = isMasked(text(one, bids.supplier)) ? text(one, bids.scope) : scope;
      const tenderer = supplierOf(one, within, bids, 'tenderer');
      if (!tenderer) return [];
      return [
        {
          bid: {
            id: text(one, bids.id),
            tenderers: [reference(tenderer)],
            value: value(one, bids.amount, bids.currency),
          },
          tenderer,
        },
      ];
    });
  };

  return (row) => {
    const id = text(row, settings.key);
    const scope = cell(row, mapping.scope);
    const title = optional('title', cell(row, mapping.title));
    const department = cell(row, mapping.department);
    const buyer: Party = {
      id: `${scope}/buyer/${cell(row, mapping.buyer)}`,
      name: cell(row, mapping.buyer),
      roles: ['buyer'],
      ...(department === '' ? {} : { details: { department } }),
    };
    const supplier = supplierOf(row, scope, mapping, 'supplier');
    const bids = bidsOf(row, scope);
    const winning = bids.find(({ tenderer }) => tenderer.id === supplier?.id);
    const awarded = cell(row, mapping.awardDate);
    const amount = value(row, mapping.amount, mapping.currency);
    const paid = value(row, mapping.paid, mapping.currency);
    const period = spanOf(cell(row, mapping.startDate), cell(row, mapping.endDate));
    const isContract = paid !== undefined || Object.keys(period).length > 0;
    const [classification, ...more] = mapping.classifications.flatMap((column) =>
      classified(row, column, scope),
    );
    return {
      ocid: `${settings.prefix}-${id}`,
      id: `${id}-${settings.version}`,
      date: `${settings.date}T00:00:00Z`,
      tag: ['award', ...(isContract ? ['contract'] : []), ...(paid ? ['implementation'] : [])],
      initiationType: 'tender',
      parties: merged([buyer, ...(supplier ? [supplier] : []), ...bids.map(({ tenderer }) => tenderer)]),
      buyer: reference(buyer),
      tender: {
        id,
        ...title,
        ...procedure(row),
        ...optional('mainProcurementCategory', cell(row, mapping.mainProcurementCategory)),
        value: value(row, mapping.estimate, mapping.currency),
        numberOfTenderers: (mapping.numberOfTenderers && number(row, mapping.numberOfTenderers)) ?? undefined,
        awardPeriod: awarded === '' || DAY.test(awarded) ? undefined : spanOf(awarded, awarded),
      },
      ...(bids.length > 0 ? { bids: { details: bids.map(({ bid }) => bid) } } : {}),
      awards: [
        {
          id,
          ...title,
          status: 'active',
          date: DAY.test(awarded) ? `${awarded}T00:00:00Z` : undefined,
          value: amount,
          suppliers: supplier && [reference(supplier)],
          items: classification && [
            { id: '1', classification, ...(more.length > 0 ? { additionalClassifications: more } : {}) },
          ],
          relatedBid: winning?.bid.id,
          documents: [documentOf(row, id)],
        },
      ],
      ...(isContract ? { contracts: [contractOf(id, title, amount, period, paid)] } : {}),
    };
  };

  function procedure(row: Row): object {
    const method = cell(row, mapping.procurementMethod);
    return {
      ...(METHODS.includes(method) ? { procurementMethod: method } : {}),
      ...optional('procurementMethodDetails', cell(row, mapping.procurementMethodDetails)),
    };
  }

  function documentOf(row: Row, id: string): object {
    const from = mapping.readFrom.map((column) => `${column}: ${cell(row, column)}`).join('; ');
    return {
      id: 'row',
      title: 'The row that this release was made of',
      ...optional('description', from),
      ...optional('url', settings.rowAddress(id) ?? ''),
    };
  }
}

/** The columns that name a supplier, of contracts or of bids. */
type SupplierColumns = Pick<OcdsMapping, 'supplier' | 'supplierId' | 'supplierKind'>;

const contractOf = (
  id: string,
  title: object,
  value: Value | undefined,
  period: Period,
  paid?: Value,
): object => ({
  id,
  awardID: id,
  ...title,
  value,
  period: Object.keys(period).length > 0 ? period : undefined,
  ...(paid ? { implementation: { transactions: [{ id: `${id}-paid-to-date`, value: paid }] } } : {}),
});

const reference = ({ id, name }: Reference): Reference => ({ id, name });

const optional = (name: string, value: string): Record<string, string> =>
  value === '' ? {} : { [name]: value };

/** Each party once, with all its roles. */
function merged(parties: readonly Party[]): Party[] {
  const byId = new Map<string, Party>();
  for (const party of parties) {
    const known = byId.get(party.id);
    byId.set(party.id, known ? { ...known, roles: [...new Set([...known.roles, ...party.roles])] } : party);
  }
  return [...byId.values()];
}
