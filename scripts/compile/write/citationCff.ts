import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { licenceOf } from '../../../src/model/licence.ts';
import { SITE_NAME, webAddress } from '../../../src/model/site.ts';
import type { DatasetFormat } from './datasetFormat.ts';

/** The Citation File Format of a dataset. @see https://citation-file-format.github.io/ */
export const citationCff: DatasetFormat = {
  name: 'citation',
  write({ folder, dataset }) {
    const { spdx, title } = licenceOf(dataset);
    const address = webAddress(`/en/datasets/${dataset.id}/`);
    const citation = {
      'cff-version': '1.2.0',
      message: `If you use this dataset, please cite it as below.${dataset.rights ? ` ${title}. ${dataset.rights.en}` : ''}`,
      type: 'dataset',
      title: `${dataset.title.en} / ${dataset.title.zh}`,
      abstract: dataset.description.en,
      authors: [{ name: `${SITE_NAME.en} (${SITE_NAME.zh})` }],
      version: dataset.version,
      'date-released': dataset.modified,
      ...(spdx ? { license: spdx } : {}),
      ...(address ? { url: address } : {}),
      keywords: [...dataset.keywords.en, ...dataset.keywords.zh],
    };
    writeFileSync(join(folder, 'CITATION.cff'), stringify(citation, { lineWidth: 0 }));
    return ['CITATION.cff'];
  },
};
