import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CHARTS, chartById } from '../src/charts/charts.ts';
import { CITATION_STYLES } from '../src/cite/styles.ts';
import { strings } from '../src/i18n/strings.ts';
import type { PublishedDataset } from '../src/model/catalogue.ts';
import type { Chart } from '../src/model/chart.ts';
import { HTML_LANG, LANGUAGES } from '../src/model/language.ts';
import { RELEASE, RELEASE_DATE, SITE_NAME } from '../src/model/site.ts';
import type { ViewFile } from '../src/charts/render/viewFile.ts';
import { publishersLine } from '../src/charts/view.ts';
import { chartFile, citedChart } from '../src/published/chartFiles.ts';
import { drawnView } from '../src/published/drawing.ts';
import { compile } from './compile.ts';
import { runCommand, type Effects } from './effects.ts';
import { CommandError } from './fault.ts';

const FROZEN: readonly ViewFile[] = ['svg', 'png', 'csv'];
/** Rows above which a kept version is the Parquet file and not the CSV. */
export const KEPT_AS_CSV = 100_000;

/** The files of a frozen folder by name. */
export type Files = Map<string, string | Uint8Array>;

/**
 * Freezes charts at the current release into `public/cite/<chart>/<release>/`, and keeps the current version of every dataset in
 * `public/versions/<dataset>/<version>/`; neither changes ever after. What is frozen already and the same is left alone.
 * @param ids the charts; none means all, and all datasets
 * @throws CommandError where something frozen would change
 */
export async function freeze(root: string, ids: string[], effects: Effects): Promise<void> {
  const catalogue = await compile(root, effects);
  for (const chart of ids.length > 0 ? ids.map(chartById) : CHARTS) {
    const folder = join('public', 'cite', chart.id, RELEASE);
    put(root, folder, await frozenChart(chart), 'raise the release in src/model/site.ts first', effects);
  }
  if (ids.length > 0) return;
  for (const dataset of catalogue.datasets)
    put(
      root,
      join('public', 'versions', dataset.id, dataset.version),
      keptDataset(root, dataset),
      `raise the version in data/${dataset.id}/dataset.yaml first`,
      effects,
    );
}

/**
 * Writes a frozen folder whole, or finds it there already as it would be.
 * @param folder below `root`
 * @param otherwise what a person does who wants the new content kept
 * @throws CommandError where the folder exists and would change
 */
export function put(root: string, folder: string, files: Files, otherwise: string, effects: Effects): void {
  const sums = [...files].map(([name, content]) => `${sha256(content)}  ${name}`);
  files.set('SHA256SUMS', `${sums.join('\n')}\n`);
  const target = join(root, folder);
  if (existsSync(target)) {
    const same = [...files].every(
      ([name, content]) =>
        existsSync(join(target, name)) &&
        Buffer.compare(readFileSync(join(target, name)), Buffer.from(content)) === 0,
    );
    if (same && readdirSync(target).length === files.size) return;
    throw new CommandError(`${folder} exists and would change: a frozen version never does; ${otherwise}`);
  }
  // Outside `public/`, so that a run that is killed leaves nothing there that looks like a version.
  const next = join(root, '.compile', 'freeze');
  rmSync(next, { recursive: true, force: true });
  mkdirSync(next, { recursive: true });
  try {
    for (const [name, content] of files) writeFileSync(join(next, name), content);
    mkdirSync(dirname(target), { recursive: true });
    renameSync(next, target);
  } catch (error) {
    rmSync(next, { recursive: true, force: true });
    throw error;
  }
  effects.log(`froze ${folder}`);
}

const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** The files of a frozen chart: pictures and data in both languages, how to cite it, and a page that needs nothing else. */
async function frozenChart(chart: Chart): Promise<Files> {
  const files: Files = new Map();
  for (const language of LANGUAGES)
    for (const ending of FROZEN)
      files.set(`${chart.id}.${language}.${ending}`, await chartFile(chart, language, ending));
  // The rows with all that the drawing looks at, so that the picture can be drawn again from them.
  for (const language of LANGUAGES)
    files.set(`${chart.id}.${language}.rows.json`, `${JSON.stringify(drawnView(chart, language).rows)}\n`);
  files.set('citation.json', `${JSON.stringify(citation(chart), null, 1)}\n`);
  files.set('index.html', frozenPage(chart));
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
    ...byLanguage,
  };
}

/** A plain page in both languages: no style sheet, script or font from anywhere. */
function frozenPage(chart: Chart): string {
  const section = (language: (typeof LANGUAGES)[number]): string => {
    const t = strings(language);
    const file = (ending: string): string => `${chart.id}.${language}.${ending}`;
    const view = drawnView(chart, language);
    const sources = publishersLine(view.sources, language);
    const cited = CITATION_STYLES.slice(0, 2).map(
      (style) =>
        `<p><b>${style.name}</b><br>${escapeHtml(style.write(citedChart(chart, language, RELEASE)))}</p>`,
    );
    return `<section lang="${HTML_LANG[language]}">
<h1>${escapeHtml(chart.title[language])}</h1>
<p>${escapeHtml(chart.subtitle[language])}</p>
<p><img src="${file('svg')}" alt="${escapeHtml(chart.alt(view.rows, language))}" width="800"></p>
<p>${escapeHtml(t.note + t.colon + chart.note[language])}</p>
<p>${escapeHtml(t.sources + t.colon + sources)}</p>
<p><a href="${file('svg')}">SVG</a> · <a href="${file('png')}">PNG</a> · <a href="${file('csv')}">CSV</a> · <a href="citation.json">citation.json</a> · <a href="SHA256SUMS">SHA256SUMS</a></p>
${cited.join('\n')}
</section>`;
  };
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(`${chart.title.en} · ${chart.title.zh} · ${RELEASE}`)}</title>
<style>body{font-family:Georgia,'Songti SC',SimSun,serif;line-height:1.6;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1c1b19;background:#fdfcf9}img{max-width:100%;height:auto}h1{font-size:1.5rem;line-height:1.3}section+section{border-top:1px solid #ddd7cb;margin-top:3rem}</style>
<body>
<p>${SITE_NAME.en} · ${SITE_NAME.zh} · ${RELEASE}</p>
${LANGUAGES.map(section).join('\n')}
</body>
</html>
`;
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** The tables of a dataset as they are kept. */
function keptDataset(root: string, dataset: PublishedDataset): Files {
  return new Map(
    dataset.tables.map((table) => {
      const name = `${table.name}${table.rows <= KEPT_AS_CSV ? '.csv' : '.parquet'}`;
      return [name, readFileSync(join(root, 'public', 'data', dataset.id, name))];
    }),
  );
}

if (import.meta.main) await runCommand((effects) => freeze(process.cwd(), process.argv.slice(2), effects));
