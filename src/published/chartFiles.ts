import { draftOf, type CitedItem } from '../cite/item.ts';
import { nodeEngine } from '../charts/render/nodeEngine.ts';
import { captionOf, citedView, type Reference } from '../charts/render/citedView.ts';
import { isOffered, viewFile, VIEW_FILES, type ViewFile } from '../charts/render/viewFile.ts';
import type { DrawnView } from '../model/view.ts';
import type { Chart } from '../model/chart.ts';
import type { Language } from '../model/language.ts';
import { absolute, RELEASE, RELEASE_DATE } from '../model/site.ts';
import { drawnView } from './drawing.ts';
import { frozenReleases } from './frozen.ts';

/** The address to cite for a chart: its newest frozen version, or its page, as a draft, where none was frozen yet. */
export function referenceOf(
  chart: Chart,
  language: Language,
  release = frozenReleases(chart.id).at(-1),
): Reference {
  return {
    release: release ?? draftOf(RELEASE, language),
    date: RELEASE_DATE,
    url: absolute(release ? `/cite/${chart.id}/${release}/` : `/${language}/charts/${chart.id}/`),
  };
}

/** A chart as a cited item. */
export const citedChart = (chart: Chart, language: Language, release?: string): CitedItem =>
  citedView({ chart, language, choice: {} }, referenceOf(chart, language, release));

/** The caption of a chart in its default view. */
export const chartCaption = (chart: Chart, language: Language): string =>
  captionOf(defaultView(chart, language), referenceOf(chart, language));

const views = new Map<string, DrawnView>();

/** The default view of a chart, drawn once for all its files. */
function defaultView(chart: Chart, language: Language): DrawnView {
  const key = `${chart.id}.${language}`;
  let view = views.get(key);
  if (view === undefined) views.set(key, (view = drawnView(chart, language)));
  return view;
}

/** The content of one file of a chart in its default view. */
export const chartFile = async (
  chart: Chart,
  language: Language,
  ending: ViewFile,
): Promise<string | Uint8Array> =>
  viewFile(defaultView(chart, language), ending, referenceOf(chart, language), await nodeEngine());

/** The endings of the files offered for a chart. */
export async function offeredFiles(chart: Chart, language: Language): Promise<ViewFile[]> {
  const engine = await nodeEngine();
  return (Object.keys(VIEW_FILES) as ViewFile[]).filter((ending) =>
    isOffered(defaultView(chart, language), ending, engine),
  );
}
