import { z } from 'zod';
import type { Bilingual, Language } from './language.ts';

/** A licence for reuse of data, or the statement that its source names none. */
interface Licence {
  /** Its short name. */
  name: Bilingual;
  /** Its full name, in English. */
  title: string;
  /** The address of its text; missing where there is no licence. */
  url?: string;
  /** Its identifier in the SPDX list, if any. @see https://spdx.org/licenses/ */
  spdx?: string;
}

const same = (name: string): Bilingual => ({ en: name, zh: name });

/** The licences of datasets, by their code in `dataset.yaml`. */
export const LICENCES = {
  'CC-BY-4.0': {
    name: same('CC BY 4.0'),
    title: 'Creative Commons Attribution 4.0 International',
    url: 'https://creativecommons.org/licenses/by/4.0/',
    spdx: 'CC-BY-4.0',
  },
  'CC0-1.0': {
    name: same('CC0 1.0'),
    title: 'Creative Commons Zero 1.0 Universal',
    url: 'https://creativecommons.org/publicdomain/zero/1.0/',
    spdx: 'CC0-1.0',
  },
  'OGL-UK-3.0': {
    name: { en: 'Open Government Licence v3.0', zh: '英国开放政府许可 3.0 版' },
    title: 'Open Government Licence v3.0',
    url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
    spdx: 'OGL-UK-3.0',
  },
  // Where the source names the licence without its version.
  'OGL-UK': {
    name: { en: 'Open Government Licence', zh: '英国开放政府许可' },
    title: 'Open Government Licence',
    url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/',
  },
  'not-stated': {
    name: { en: 'licence not stated by the source', zh: '来源未注明许可' },
    title: 'Licence not stated by the source',
  },
} as const satisfies Record<string, Licence>;

/** The licence of the site's own texts, data and charts. */
export const OWN_LICENCE = 'CC-BY-4.0';

export type LicenceId = keyof typeof LICENCES;

/** The `licence` of a `dataset.yaml`. */
export const LicenceId = z.enum(Object.keys(LICENCES) as [LicenceId, ...LicenceId[]]);

/** The licence of a dataset, and a statement of rights where it is not ours to give. */
interface Licensed {
  licence: LicenceId;
  rights?: Bilingual | undefined;
}

/** The licence of a dataset. */
export const licenceOf = ({ licence }: Licensed): Licence => LICENCES[licence];

/**
 * The licence of a chart in one line: of the drawing, which is ours, and of the data where it differs.
 * @param datasets those drawn
 */
export function licenceLine(datasets: readonly Licensed[], language: Language): string {
  const own = LICENCES[OWN_LICENCE].name[language];
  const names = new Set(datasets.map((dataset) => licenceOf(dataset).name[language]));
  if ([...names].every((name) => name === own)) return own;
  const data = [...names].join(language === 'zh' ? '、' : ', ');
  return language === 'zh' ? `图：${own}；数据：${data}` : `Drawing: ${own}; data: ${data}`;
}
