import { z } from 'zod';
import { Bilingual, BilingualList, Text } from './language.ts';
import { Field } from './field.ts';
import { LicenceId, OWN_LICENCE } from './licence.ts';
import { bidColumnsOf, columnsOf, OcdsMapping } from './ocdsMapping.ts';

const Id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'an id is kebab-case');

/** A column, or several, whose values must be keys of another table. */
const ForeignKey = z
  .strictObject({
    fields: z.array(z.string()).min(1),
    /** Whether a cell has any number of keys, separated by spaces; table standards cannot express this, so their descriptions omit the key. */
    list: z.boolean().default(false),
    reference: z.strictObject({ dataset: Id, table: z.string(), fields: z.array(z.string()).min(1) }),
  })
  .refine(({ fields, list }) => !list || fields.length === 1, 'a list of keys is one column');
type ForeignKey = z.infer<typeof ForeignKey>;

/** The dataset of the publications that rows were read from, and the columns by which a row of evidence names its own and grades it. */
const SOURCES = 'sources';
const EVIDENCE = ['source_id', 'confidence'] as const;

/** A table: one CSV file with one header row whose names and order are those of `fields`. */
export const Table = z
  .strictObject({
    name: z.string().regex(/^[a-z][a-z0-9_-]*$/, 'a table name is lower case'),
    title: Bilingual,
    primaryKey: z.array(z.string()).min(1),
    foreignKeys: z.array(ForeignKey).default([]),
    /** Columns, alone or together, that no two rows share, compared without regard to case, width and punctuation; an empty first one is not compared. */
    uniqueKeys: z.array(z.array(z.string()).min(1)).default([]),
    /** The field by whose values a large table is kept in parts, `<table>/<value>.csv.gz`; its Parquet is then a folder a value (hive style). */
    partitionBy: z.string().optional(),
    /**
     * Whether its rows are evidence: each names its source and how near that is to the official publisher. False only of lists to which evidence refers
     * (sources, places, codes) and of tables derived from evidence.
     */
    evidence: z.boolean().default(true),
    /** Whether its rows are in the one SQLite file, as those of a table of that size are; false of a large table that few need there. */
    inDatabase: z.boolean().default(true),
    /** What its columns are in OCDS, of a table of contracts that is also published so. */
    ocds: OcdsMapping.optional(),
    fields: z.array(Field).min(1),
  })
  .superRefine((table, ctx) => {
    const names = table.fields.map((f) => f.name);
    const known = new Set(names);
    if (known.size !== names.length)
      ctx.addIssue({ code: 'custom', path: ['fields'], message: 'a field name is repeated' });
    for (const name of [
      ...table.primaryKey,
      ...table.foreignKeys.flatMap((k) => k.fields),
      ...table.uniqueKeys.flat(),
      ...table.fields.flatMap((field) => field.filledWhere?.field ?? []),
      ...(table.partitionBy ? [table.partitionBy] : []),
      ...(table.ocds ? columnsOf(table.ocds) : []),
    ])
      if (!known.has(name))
        ctx.addIssue({
          code: 'custom',
          path: ['fields'],
          message: `lack "${name}", which a key, another field or ocds names`,
        });
    if (table.ocds && table.primaryKey.length !== 1)
      ctx.addIssue({
        code: 'custom',
        path: ['ocds'],
        message: 'needs a primaryKey of one column, for the ids',
      });
    if (table.evidence)
      for (const message of missingEvidence(table))
        ctx.addIssue({ code: 'custom', path: ['fields'], message });
  });
export type Table = z.infer<typeof Table>;

/** What a table of evidence lacks so that each of its rows has a source and a grade. */
function* missingEvidence({ fields, foreignKeys }: Pick<Table, 'fields' | 'foreignKeys'>): Generator<string> {
  for (const name of EVIDENCE) {
    const field = fields.find((one) => one.name === name);
    if (!field)
      yield `lack "${name}", which every row of evidence has; a list or a derived table says evidence: false`;
    else if (!field.constraints?.required)
      yield `let "${name}" be empty: its constraints must say required: true`;
    else if (name === 'confidence' && !field.constraints.enum)
      yield 'let "confidence" be anything: it must say codelist: confidence';
  }
  const isKey = foreignKeys.some(
    ({ fields: columns, reference }) => columns.join() === EVIDENCE[0] && reference.dataset === SOURCES,
  );
  if (fields.some(({ name }) => name === EVIDENCE[0]) && !isKey)
    yield `let "source_id" name no source: a foreign key must lead to the dataset ${SOURCES}`;
}

/** What the table of bids lacks that a mapping to OCDS names. */
function* missingBids(
  ocds: OcdsMapping | undefined,
  tables: readonly Pick<Table, 'name' | 'fields'>[],
): Generator<string> {
  if (!ocds?.bids) return;
  const names = tables.find(({ name }) => name === ocds.bids!.table)?.fields.map(({ name }) => name);
  if (!names) yield `name a table "${ocds.bids.table}" that the dataset does not have`;
  else
    for (const column of bidColumnsOf(ocds))
      if (!names.includes(column)) yield `name "${column}", which the table "${ocds.bids.table}" lacks`;
}

/** The foreign keys with one key per cell, which table standards can express. */
export const plainKeys = (table: Table): ForeignKey[] => table.foreignKeys.filter(({ list }) => !list);

/** The subjects of datasets, for their list. */
export const GROUPS = ['purchases', 'context', 'comparison', 'aggregates', 'reference'] as const;

/** A dataset: one folder in `data/`, described by its `dataset.yaml`. */
export const Dataset = z
  .strictObject({
    id: Id,
    title: Bilingual,
    description: Bilingual,
    method: Bilingual,
    caveats: BilingualList,
    version: z.string().regex(/^\d+\.\d+\.\d+$/, 'a version is MAJOR.MINOR.PATCH'),
    licence: LicenceId,
    /** The owner of the data and the publisher's terms of reuse; required where the licence is not ours to give. */
    rights: Bilingual.optional(),
    group: z.enum(GROUPS),
    keywords: z.strictObject({ en: z.array(Text), zh: z.array(Text) }),
    tables: z.array(Table).min(1),
  })
  .superRefine(({ licence, rights, tables }, ctx) => {
    for (const [at, { ocds }] of tables.entries())
      for (const message of missingBids(ocds, tables))
        ctx.addIssue({ code: 'custom', path: ['tables', at, 'ocds', 'bids'], message });
    if (licence !== OWN_LICENCE && !rights)
      ctx.addIssue({
        code: 'custom',
        path: ['rights'],
        message: `is missing: say in en and zh whose the data are, as the licence is ${licence}`,
      });
  });
export type Dataset = z.infer<typeof Dataset>;
