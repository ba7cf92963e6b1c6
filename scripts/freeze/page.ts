import { HTML_LANG, LANGUAGES, type Language } from '../../src/model/language.ts';
import { RELEASE, SITE_NAME } from '../../src/model/site.ts';
import { escapeXml } from '../../src/model/xml.ts';

/**
 * A plain page in both languages for a frozen folder; it needs only the files in the same folder.
 * @param titles shown in the window title
 * @param section the content in a language, as HTML
 */
export function plainPage(titles: string[], section: (language: Language) => string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(titles.join(' · '))}</title>
<style>body{font-family:Georgia,'Songti SC',SimSun,serif;line-height:1.6;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1c1b19;background:#fdfcf9}img{max-width:100%;height:auto}h1{font-size:1.5rem;line-height:1.3}section+section{border-top:1px solid #ddd7cb;margin-top:3rem}</style>
<body>
<p>${SITE_NAME.en} · ${SITE_NAME.zh} · ${RELEASE}</p>
${LANGUAGES.map((language) => `<section lang="${HTML_LANG[language]}">\n${section(language)}\n</section>`).join('\n')}
</body>
</html>
`;
}

/** Links to files beside the page. */
export const fileLinks = (names: string[]): string =>
  `<p>${names.map((name) => `<a href="${name}">${name}</a>`).join(' · ')}</p>`;
