import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip, gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { beforeAll, expect, test } from 'vitest';
import { packageFaults, releaseFaults, type OcdsRelease } from '../ocdsSchema.ts';
import { ingestedFile } from '../scripts/ingest/ingested.ts';

const FOLDER = 'public/data/contracts';
/** One release in so many is read back by ingest. */
const SAMPLE = 25;

type Line = Record<string, string>;
const contracts = Papa.parse<Line>(gunzipSync(readFileSync(`${FOLDER}/contracts.csv.gz`)).toString(), {
  header: true,
  skipEmptyLines: true,
}).data;

/** What is compared of each release, and the whole of some. */
const facts: { ocid: string; supplier: string; amount: string; paid: boolean; bids: number }[] = [];
const sample: string[] = [];
const faults: string[] = [];
beforeAll(async () => {
  const lines = createInterface({
    input: createReadStream(`${FOLDER}/contracts.ocds.jsonl.gz`).pipe(createGunzip()),
  });
  for await (const line of lines) {
    const release = JSON.parse(line) as OcdsRelease;
    faults.push(...releaseFaults(release).map((fault) => `${release.ocid}: ${fault}`));
    if (facts.length % SAMPLE === 0) sample.push(line);
    const [award] = release.awards;
    facts.push({
      ocid: release.ocid,
      supplier: award!.suppliers?.[0]?.name ?? '',
      amount: String(award!.value?.amount ?? ''),
      paid: release.tag.includes('implementation'),
      bids: release.bids?.details.length ?? 0,
    });
  }
});

test('every published release is allowed by the schema of OCDS 1.1.5, also in its package', () => {
  expect(faults).toEqual([]);
  const metadata = JSON.parse(readFileSync(`${FOLDER}/contracts.ocds-package.json`, 'utf8')) as object;
  const releases = sample.map((line) => JSON.parse(line) as OcdsRelease);
  expect(packageFaults({ ...metadata, releases })).toEqual([]);
});

test('they have the ids, suppliers and amounts of the CSV, in its order', () => {
  expect(facts.length).toBe(contracts.length);
  expect(facts.map(({ ocid }) => ocid)).toEqual(contracts.map(({ id }) => `buying-public-services-${id}`));
  expect(facts.map(({ supplier }) => supplier)).toEqual(contracts.map(({ supplier }) => supplier));
  expect(facts.map(({ amount }) => amount)).toEqual(contracts.map(({ amount }) => amount));
  expect(facts.filter(({ paid }) => paid).length).toBe(contracts.filter(({ paid }) => paid !== '').length);
});

test('the awards with bids are those that the derived table sets beside their candidates', () => {
  const rowsOf = (table: string): Line[] => JSON.parse(readFileSync(`${FOLDER}/${table}.json`, 'utf8')) as Line[];
  const listed = Map.groupBy(rowsOf('candidates'), ({ title }) => title);
  const bids = new Map(facts.filter((one) => one.bids > 0).map((one) => [one.ocid, one.bids]));
  expect(bids).toEqual(
    new Map(
      rowsOf('yichang_lots').map((lot) => [
        `buying-public-services-${lot['contract_id']}`,
        listed.get(lot['title'])!.length,
      ]),
    ),
  );
});

test('ingest reads them back', async () => {
  const { fields, rows } = await ingestedFile(Buffer.from(sample.join('\n')), 'sample.ocds.jsonl');
  const column = (name: string): string[] => {
    const at = fields.findIndex((field) => field.name === name);
    return rows.map((row) => String(row[at] ?? ''));
  };
  const of = contracts.filter((_, at) => at % SAMPLE === 0);
  expect(rows.length).toBe(of.length);
  expect(column('ocid')).toEqual(of.map(({ id }) => `buying-public-services-${id}`));
  expect(column('amount')).toEqual(of.map(({ amount }) => amount));
  expect(column('service_field')).toEqual(of.map(({ service_field: field }) => field));
});
