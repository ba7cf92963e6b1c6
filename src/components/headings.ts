/**
 * Gives each heading of a text a link to itself beside it, so that a section can be cited without scripts.
 * @param label what the link is for, in the language of the page
 */
export function linkHeadings(html: string, label: string): string {
  return html.replace(
    /<h([23]) id="([^"]+)">(.*?)<\/h\1>/gs,
    (heading, _level, id: string, words: string) =>
      `<div class="headed">${heading}<a class="anchor" href="#${id}" aria-label="${label}: ${words.replace(/<[^>]*>/g, '').replaceAll('"', '&quot;')}" data-pagefind-ignore>#</a></div>`,
  );
}
