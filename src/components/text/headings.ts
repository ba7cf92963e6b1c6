/** Makes the first cell of each row of a written table its heading: who goes down a column by ear hears whose value it is. */
export const headRows = (html: string): string =>
  html.replace(/(<tr>\s*)<td>((?:(?!<\/td>).)+)<\/td>/gs, '$1<th scope="row">$2</th>');

/**
 * Gives each heading of a text a link to itself beside it, so that a section can be cited without scripts.
 * @param label what the link is for, in the language of the page; the heading before it says which section, and is not said twice
 */
export function linkHeadings(html: string, label: string): string {
  return html.replace(
    /<h([23]) id="([^"]+)">.*?<\/h\1>/gs,
    (heading, _level, id: string) =>
      `<div class="headed">${heading}<a class="anchor" href="#${id}" aria-label="${label}" data-pagefind-ignore>#</a></div>`,
  );
}
