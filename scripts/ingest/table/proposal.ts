import { parse, stringify } from 'yaml';
import { codesOfCurrency } from '../../rules/currencySigns.ts';
import { isAmount } from '../../rules/rule.ts';
import type { IngestLedger } from './ingestLedger.ts';
import type { ProposedField } from './propose.ts';
import type { GivenField } from './plan.ts';

const both = <T = string>(text: string, as = (one: string) => one as T): { en: T; zh: T } => ({
  en: as(text),
  zh: as(text),
});

const ROW = {
  name: 'row',
  type: 'integer',
  title: { en: 'Row', zh: '行' },
  description: {
    en: 'Number of the row: that of the file it was read from, or of the table where it was read from several.',
    zh: '行次：在来源文件中的行次；由多个文件合成的，为表中的行次。',
  },
  constraints: { required: true },
};

/**
 * The `dataset.yaml` that a person edits before the table goes into `data/`, and that the next run follows. Texts that begin with `…`, and the
 * licence, must be filled in; the compile refuses them until then.
 */
export function proposeDataset(
  id: string,
  { fields, ledger }: { fields: ProposedField[]; ledger: IngestLedger },
): string {
  const heading = `Proposed by ingest from ${ledger.files.join(', ')}. Read every line: titles, units and meanings are yours to write, and each row still needs id, source_id and confidence.`;
  return `# ${heading}\n${stringify(
    {
      id,
      title: both(`… ${id}`),
      description: both('…'),
      method: both(`… ${ledger.rows_in} rows read, ${ledger.rows_out} kept.`),
      caveats: both('… what a careful reader must know', (text) => [text]),
      version: '0.1.0',
      licence: 'draft',
      group: 'purchases',
      keywords: both('… at least one', (text) => [text]),
      tables: [
        {
          name: id,
          title: both(`… ${id}`),
          primaryKey: ['row'],
          fields: [
            ROW,
            ...fields.map((field) => ({
              name: field.name,
              type: field.type,
              ...unitOf(field),
              title: both(`… ${field.heading || field.name}`),
              description: both(
                `… ${Math.round(field.sureness * 100)}% of ${field.filled} cells fit; e.g. ${field.examples.join(' | ').slice(0, 80) || '(empty)'}`,
              ),
            })),
          ],
        },
      ],
    },
    { lineWidth: 0 },
  )}`;
}

/** The currency that stood beside the amounts and is no longer there: `PLN` for `zł`; `… $` where a person must say which. */
function unitOf(field: ProposedField): { unit?: string } {
  if (!isAmount(field) || field.currency === null) return {};
  const codes = codesOfCurrency(field.currency) ?? [];
  return { unit: codes.length === 1 ? codes[0]! : `… ${field.currency}` };
}

const TYPES = ['string', 'integer', 'number', 'year', 'partial-date'] as const;

/** Names and types of the columns in an edited `dataset.yaml`; a type that ingest does not read (`url`, `boolean`) is taken as text. */
export function givenFields(yaml: string): GivenField[] {
  const dataset = parse(yaml) as { tables?: { fields?: { name: string; type: string }[] }[] };
  return (dataset.tables?.[0]?.fields ?? [])
    .filter(({ name }) => name !== ROW.name)
    .map(({ name, type }) => ({ name, type: TYPES.find((one) => one === type) ?? 'string' }));
}
