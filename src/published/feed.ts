import { strings } from '../i18n/strings.ts';
import type { PublishedDataset } from '../model/catalogue.ts';
import { parseChanges } from '../model/changes.ts';
import { HTML_LANG, type Language } from '../model/language.ts';
import { absolute, RELEASE_DATE, SITE_NAME, webAddress } from '../model/site.ts';
import { escapeXml } from '../model/xml.ts';
import { permanentId } from '../model/permanentId.ts';

/** The changes of datasets as an Atom feed: an entry per version, newest first. Links are relative where `SITE_URL` is not set. @see https://www.rfc-editor.org/rfc/rfc4287 */
export function changesFeed(datasets: readonly PublishedDataset[], language: Language): string {
  const t = strings(language);
  const self = webAddress(`/${language}/changes.atom`);
  const entries = datasets
    .flatMap((dataset) => parseChanges(dataset.changes).map((version) => ({ dataset, ...version })))
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : a.dataset.id < b.dataset.id ? -1 : 1));
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${HTML_LANG[language]}">
 <id>${permanentId(`/${language}/changes.atom`)}</id>
 <title>${escapeXml(`${SITE_NAME[language]}${t.colon}${t.nav.datasets}`)}</title>
 <updated>${entries[0]?.date ?? RELEASE_DATE}T00:00:00Z</updated>
 <author><name>${escapeXml(SITE_NAME[language])}</name></author>
${self ? ` <link rel="self" href="${self}"/>\n` : ''} <link rel="alternate" href="${absolute(`/${language}/datasets/`)}"/>
${entries
  .map(
    ({ dataset, version, date, changes }) => ` <entry>
  <id>${permanentId(`/${language}/datasets/${dataset.id}/#${version}`)}</id>
  <title>${escapeXml(`${dataset.title[language]} ${version}`)}</title>
  <updated>${date}T00:00:00Z</updated>
  <link rel="alternate" href="${absolute(`/${language}/datasets/${dataset.id}/`)}"/>
  <content type="text" xml:lang="en">${escapeXml(changes.join('\n'))}</content>
 </entry>`,
  )
  .join('\n')}
</feed>
`;
}
