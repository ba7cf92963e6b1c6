import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

/** A release as far as tests look into it. */
export interface OcdsRelease {
  ocid: string;
  id: string;
  tag: string[];
  parties: { id: string; name: string; roles: string[]; details?: object }[];
  tender: Record<string, unknown>;
  bids?: { details: { id: string; tenderers: { id: string; name: string }[]; value?: OcdsValue }[] };
  awards: {
    id: string;
    date?: string;
    value?: OcdsValue;
    suppliers?: { id: string; name: string }[];
    items?: object[];
    relatedBid?: string;
    documents: { url?: string }[];
  }[];
  contracts?: object[];
}
interface OcdsValue {
  amount: number;
  currency: string;
}

const FOLDER = 'tests/fixtures/ocds';

/** A schema of draft 4 as one of draft 7, which the validator knows. */
function ocdsSchema(name: 'release-schema' | 'release-package-schema'): object {
  const draft4 = JSON.parse(readFileSync(`${FOLDER}/${name}.json`, 'utf8')) as Record<string, unknown>;
  const rest = Object.entries(draft4).filter(([key]) => key !== 'id' && key !== '$schema');
  return { $id: draft4['id'], ...Object.fromEntries(rest) };
}

let validators: { release: ValidateFunction; package: ValidateFunction } | undefined;

function validator(of: 'release' | 'package'): ValidateFunction {
  if (!validators) {
    const ajv = new Ajv({ strict: false, allErrors: true });
    (addFormats as unknown as (ajv: Ajv) => void)(ajv);
    const release = ajv.compile(ocdsSchema('release-schema'));
    validators = { release, package: ajv.compile(ocdsSchema('release-package-schema')) };
  }
  return validators[of];
}

const faultsBy = (of: 'release' | 'package', value: unknown): string[] => {
  const validate = validator(of);
  return validate(value)
    ? []
    : validate.errors!.map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
};

/** What OCDS 1.1.5 finds wrong with a release, and names of organisations that are not among its parties. */
export function releaseFaults(release: OcdsRelease): string[] {
  const parties = new Map(release.parties.map(({ id, name }) => [id, name]));
  const named = [
    ...release.awards.flatMap(({ suppliers = [] }) => suppliers),
    ...(release.bids?.details.flatMap(({ tenderers }) => tenderers) ?? []),
  ];
  return [
    ...faultsBy('release', release),
    ...named
      .filter(({ id, name }) => parties.get(id) !== name)
      .map(({ id }) => `${id} is not among the parties`),
  ];
}

/** What OCDS 1.1.5 finds wrong with a release package. */
export const packageFaults = (value: unknown): string[] => faultsBy('package', value);
