import { text, type Row } from '../../../src/model/row.ts';
import { spanOf } from '../../lib/period.ts';
import { isIsoDate } from '../../rules/calendar.ts';
import { METHODS } from './methods.ts';
import type { Organisation, Release, ReleasePackage, Value } from './release.ts';

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
  const date = [text(row, 'date'), text(row, 'year')].find(isIsoDate) ?? '';
  const purchaser = named(row, 'purchaser');
  const buyer = Object.keys(purchaser).length === 0 ? undefined : { id: `${id}-buyer`, ...purchaser };
  const kind = text(row, 'provider_kind');
  const supplier =
    text(row, 'provider') || kind
      ? { id: `${id}-supplier`, ...(text(row, 'provider') ? { name: text(row, 'provider') } : {}) }
      : undefined;
  const method = text(row, 'method');
  const code = METHODS[method];
  const period = text(row, 'period').split('/').filter(isIsoDate);
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
