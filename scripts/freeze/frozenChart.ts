import { CITATION_STYLES } from '../../src/cite/styles.ts';
import { strings } from '../../src/i18n/strings.ts';
import type { ViewFile } from '../../src/charts/render/viewFile.ts';
import { publishersLine } from '../../src/model/view.ts';
import type { Chart } from '../../src/model/chart.ts';
import { LANGUAGES, type Language } from '../../src/model/language.ts';
import { LICENCES, licenceLine, OWN_LICENCE } from '../../src/model/licence.ts';
import { FORMATS } from '../../src/model/publishedFormat.ts';
import { RELEASE, RELEASE_DATE } from '../../src/model/site.ts';
import { escapeXml } from '../../src/model/xml.ts';
import { chartFile, citedChart } from '../../src/published/chartFiles.ts';
import { datasetsOf, drawnView } from '../../src/published/drawing.ts';
import type { Files } from './folder.ts';
import { fileLinks, plainPage } from './page.ts';

const FROZEN: readonly ViewFile[] = ['svg', 'png', 'csv'];

/** The files of a frozen chart: pictures, data and dictionary in both languages, citations, and a self-contained page. */
export async function frozenChart(chart: Chart): Promise<Files> {
  const files: Files = new Map();
  for (const language of LANGUAGES)
    for (const ending of FROZEN)
      files.set(`${chart.id}.${language}.${ending}`, await chartFile(chart, language, ending));
  // The rows with every column that the drawing uses, so that the picture can be drawn again from them.
  for (const language of LANGUAGES)
    files.set(`${chart.id}.${language}.rows.json`, `${JSON.stringify(drawnView(chart, language).rows)}\n`);
  files.set('citation.json', `${JSON.stringify(citation(chart), null, 1)}\n`);
  files.set('datapackage.json', `${JSON.stringify(dictionary(chart), null, 1)}\n`);
  files.set('index.html', page(chart));
  return files;
}

function citation(chart: Chart): object {
  const byLanguage = Object.fromEntries(
    LANGUAGES.map((language) => {
      const item = citedChart(chart, language, RELEASE);
      return [
        language,
        {
          title: item.title,
          url: item.url,
          licence: licenceLine(datasetsOf(chart), language),
          styles: Object.fromEntries(CITATION_STYLES.map((style) => [style.id, style.write(item)])),
        },
      ];
    }),
  );
  return {
    chart: chart.id,
    release: RELEASE,
    date: RELEASE_DATE,
    tables: chart.tables.map(([dataset, table]) => `${dataset}/${table}`),
    datasets: Object.fromEntries(datasetsOf(chart).map(({ id, version }) => [id, version])),
    ...byLanguage,
  };
}

/** The dictionary of the drawn data, as a Data Package. @see https://datapackage.org/standard/data-package/ */
function dictionary(chart: Chart): object {
  const own = LICENCES[OWN_LICENCE];
  const ours = datasetsOf(chart).every(({ licence }) => licence === OWN_LICENCE);
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: chart.id,
    title: chart.title.en,
    title_zh: chart.title.zh,
    description: chart.note.en,
    description_zh: chart.note.zh,
    version: RELEASE,
    ...(ours ? { licenses: [{ name: own.spdx, path: own.url, title: own.title }] } : {}),
    rights: licenceLine(datasetsOf(chart), 'en'),
    rights_zh: licenceLine(datasetsOf(chart), 'zh'),
    resources: LANGUAGES.map((language) => ({
      name: `${chart.id}-${language}`,
      path: `${chart.id}.${language}.csv`,
      format: 'csv',
      mediatype: FORMATS.csv.mediaType,
      encoding: 'utf-8',
      schema: {
        missingValues: [''],
        fields: [
          ...chart.columns.map(({ name, title, unit }) => ({
            name,
            title: title.en,
            title_zh: title.zh,
            ...(unit ? { unit } : {}),
          })),
          {
            name: 'source_id',
            title: 'Source in the bibliography, the dataset sources',
            title_zh: '书目（数据集 sources）中的来源编号',
          },
        ],
      },
    })),
  };
}

function page(chart: Chart): string {
  return plainPage([chart.title.en, chart.title.zh, RELEASE], (language: Language) => {
    const t = strings(language);
    const { rows, sources, licence } = drawnView(chart, language);
    const cited = CITATION_STYLES.slice(0, 2).map(
      (style) =>
        `<p><b>${style.name}</b><br>${escapeXml(style.write(citedChart(chart, language, RELEASE)))}</p>`,
    );
    const files = FROZEN.map((ending) => `${chart.id}.${language}.${ending}`);
    return `<h1>${escapeXml(chart.title[language])}</h1>
<p>${escapeXml(chart.subtitle[language])}</p>
<p><img src="${chart.id}.${language}.svg" alt="${escapeXml(chart.alt(rows, language))}" width="800"></p>
<p>${escapeXml(t.note + t.colon + chart.note[language])}</p>
<p>${escapeXml(t.sources + t.colon + publishersLine(sources, language))}</p>
<p>${escapeXml(t.licence + t.colon + licence)}</p>
${fileLinks([...files, 'citation.json', 'datapackage.json', 'SHA256SUMS'])}
${cited.join('\n')}`;
  });
}
